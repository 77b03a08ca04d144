import type { Schema } from '../../../api/client';
import { Field } from '../../../parts/Field';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { options } from '../names';
import { ShareFields, SourceFields, type PartProps } from './Fields';
import { absenteeNames, deciderNames, voteBaseNames } from './names';
import { NumberInput } from './NumberInput';

const w = words({
  threshold: 'Tỷ lệ phiếu cần có', base: 'Tính trên', hasQuorum: 'Có quy định số người dự họp ít nhất', quorum: 'Số người dự họp ít nhất', absentees: 'Người vắng', ballots: 'Số lần bỏ phiếu nhiều nhất', decider: 'Sau đó',
}, {
  threshold: 'Votes that carry', base: 'Of', hasQuorum: 'Something says how many must be there', quorum: 'How many must be there', absentees: 'Who is absent', ballots: 'Ballots at most', decider: 'After them',
});

/** How a body votes on an award. */
export function VoteFields({ value, onChange, path, faults }: PartProps<Schema['AwardVote']>) {
  const set = (change: Partial<Schema['AwardVote']>) => onChange({ ...value, ...change });
  return (
    <>
      <ShareFields label={w.threshold} value={value.threshold} onChange={threshold => set({ threshold })} path={`${path}.threshold`} faults={faults} />
      <div class="inline-form">
        <Field label={w.base} path={`${path}.base`} faults={faults}><Select value={value.base} onChange={base => set({ base })} choices={options(voteBaseNames)} /></Field>
        <Field label={w.absentees} path={`${path}.absentees`} faults={faults}><Select value={value.absentees ?? 'none'} onChange={absentees => set({ absentees })} choices={options(absenteeNames)} /></Field>
        <Field label={w.ballots} path={`${path}.ballots`} faults={faults}><NumberInput least={1} most={5} value={value.ballots ?? 1} onChange={ballots => set({ ballots: ballots ?? 1 })} /></Field>
        <Field label={w.decider} path={`${path}.decider`} faults={faults}><Select value={value.decider ?? 'nobody'} onChange={decider => set({ decider })} choices={options(deciderNames)} /></Field>
      </div>
      <label class="check"><input type="checkbox" checked={value.quorum != null} onChange={event => set({ quorum: event.currentTarget.checked ? { part: 2, of: 3 } : null })} /> {w.hasQuorum}</label>
      {value.quorum && <ShareFields label={w.quorum} value={value.quorum} onChange={quorum => set({ quorum })} path={`${path}.quorum`} faults={faults} />}
      <SourceFields value={value.source} onChange={source => set({ source })} path={`${path}.source`} faults={faults} />
    </>
  );
}
