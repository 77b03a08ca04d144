import { useState } from 'preact/hooks';
import type { Schema } from '../../../api/client';
import { faultsAt } from '../../../api/problem';
import { Field } from '../../../parts/Field';
import { words } from '../../../words/language';
import { options } from '../names';
import { AwardHeadFields } from './AwardHeadFields';
import { ConditionFields } from './ConditionFields';
import { Out, SourceFields, type PartProps } from './Fields';
import { bodyNames, conditionKindNames, scopeNames, tieBreakNames } from './names';
import { Adder, Parts } from './Parts';
import { QuotaFields } from './QuotaFields';
import { freshCondition, freshQuota, freshTieBreak, freshVote } from './ruleParts';
import { sayTieBreak } from './says';
import { VoteFields } from './VoteFields';

const w = words({
  code: (code: string) => `Mã: ${code}`, conditions: 'Điều kiện', kind: 'Loại điều kiện', condition: 'Thêm điều kiện', quotas: 'Số lượng', quota: (at: number, scope: string) => `Giới hạn ${at}: ${scope}`, more: 'Thêm giới hạn số lượng',
  votes: 'Bỏ phiếu', body: 'Ai bỏ phiếu', vote: 'Thêm cách bỏ phiếu', ties: 'Khi bằng nhau ở vị trí cuối, lần lượt xét', tie: 'Cách phân định', tieBreak: 'Thêm cách phân định', criterion: 'Mã tiêu chí trong bảng điểm', out: 'danh hiệu này',
}, {
  code: code => `Code: ${code}`, conditions: 'Conditions', kind: 'Kind of condition', condition: 'Add a condition', quotas: 'Quotas', quota: (at, scope) => `Quota ${at}: ${scope}`, more: 'Add a quota',
  votes: 'Votes', body: 'Who votes', vote: 'Add a vote', ties: 'What separates equals at the last place, in this order', tie: 'Tie-break', tieBreak: 'Add a tie-break', criterion: 'Code of the criterion in the scheme', out: 'this award',
});

export interface AwardFieldsProps extends PartProps<Schema['Award']> {
  /** All awards of the version, for those that name others. */
  readonly awards: readonly Schema['Award'][];
  /** Whether its fields are shown at once. */
  readonly isNew: boolean;
  readonly onOut: () => void;
}

/** An award of a version that is being written: what it is, and each of its provisions with its source and days. */
export function AwardFields(props: AwardFieldsProps) {
  const { value, path, faults, isNew, onOut } = props;
  const [isOpen, open] = useState(isNew);
  // A version has many awards, and each many fields: those of a closed one are not drawn.
  const isShown = isOpen || faultsAt(faults, path).length > 0;
  return (
    <details class="card" open={isShown} onToggle={event => open(event.currentTarget.open)}>
      <summary><strong>{value.title || w.out}</strong></summary>
      {isShown && <><p class="small">{w.code(value.code)}</p><Provisions {...props} /><Out what={value.title || w.out} onOut={onOut} /></>}
    </details>
  );
}

function Provisions({ value, onChange, path, faults, awards }: AwardFieldsProps) {
  const { conditions = [], quotas = [], votes = [], tieBreaks = [] } = value;
  const set = (change: Partial<Schema['Award']>) => onChange({ ...value, ...change });
  return (
    <>
      <AwardHeadFields value={value} onChange={onChange} path={path} faults={faults} />
      <Parts
        title={w.conditions} parts={conditions} onChange={now => set({ conditions: now })} nameOf={one => one.title || conditionKindNames[one.kind]}
        fields={(one, at, put) => <ConditionFields value={one} onChange={put} path={`${path}.conditions[${at}]`} faults={faults} awards={awards} />}
        adder={<Adder label={w.kind} choices={options(conditionKindNames)} name={w.condition} onAdd={kind => set({ conditions: [...conditions, freshCondition(kind, conditions)] })} />} />
      <Parts
        title={w.quotas} parts={quotas} onChange={now => set({ quotas: now })} nameOf={(one, at) => w.quota(at + 1, scopeNames[one.scope])}
        fields={(one, at, put) => <QuotaFields value={one} onChange={put} path={`${path}.quotas[${at}]`} faults={faults} awards={awards} />}
        adder={<p><button type="button" onClick={() => set({ quotas: [...quotas, freshQuota()] })}>{w.more}</button></p>} />
      <Parts
        title={w.votes} parts={votes} onChange={now => set({ votes: now })} nameOf={one => bodyNames[one.body]}
        fields={(one, at, put) => <VoteFields value={one} onChange={put} path={`${path}.votes[${at}]`} faults={faults} />}
        adder={<Adder label={w.body} choices={options(bodyNames)} name={w.vote} onAdd={body => set({ votes: [...votes, freshVote(body)] })} />} />
      <Parts
        title={w.ties} parts={tieBreaks} onChange={now => set({ tieBreaks: now })} nameOf={sayTieBreak} isOrdered
        fields={(one, at, put) => (
          <>
            {one.kind === 'criterion' && <Field label={w.criterion} path={`${path}.tieBreaks[${at}].criterion`} faults={faults} isRequired><input type="text" maxLength={64} value={one.criterion ?? ''} onInput={event => put({ ...one, criterion: event.currentTarget.value })} /></Field>}
            <SourceFields value={one.source} onChange={source => put({ ...one, source })} path={`${path}.tieBreaks[${at}].source`} faults={faults} />
          </>
        )}
        adder={<Adder label={w.tie} choices={options(tieBreakNames)} name={w.tieBreak} onAdd={kind => set({ tieBreaks: [...tieBreaks, freshTieBreak(kind)] })} />} />
    </>
  );
}
