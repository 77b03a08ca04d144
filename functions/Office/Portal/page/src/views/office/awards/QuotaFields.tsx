import type { Schema } from '../../../api/client';
import { Field } from '../../../parts/Field';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { options } from '../names';
import { ShareFields, SourceFields, type PartProps } from './Fields';
import { quotaBaseNames, roundingNames, scopeNames } from './names';
import { NumberInput } from './NumberInput';
import { listOf } from './ruleParts';

const w = words({
  scope: 'Tính trong', way: 'Cách quy định', most: 'Một con số', part: 'Một tỷ lệ', number: 'Nhiều nhất', share: 'Tỷ lệ nhiều nhất', base: 'Tính trên', rounding: 'Phần lẻ', classes: 'Mã các mức xếp loại, cách nhau bằng dấu phẩy', standard: 'Danh hiệu làm tiêu chuẩn', choose: '– chọn –', one: 'Ít nhất được một dù tỷ lệ chưa đủ một', blocks: 'Vượt thì từ chối (không chọn: chỉ cảnh báo)',
}, {
  scope: 'Counted in', way: 'Said as', most: 'A number', part: 'A part', number: 'At most', share: 'At most this part', base: 'Of', rounding: 'A fraction is', classes: 'Codes of classes, with commas between', standard: 'The award whose standard it is', choose: '– choose –', one: 'One at least, though the part comes to none', blocks: 'More is refused (else it only warns)',
});

/** How many may be proposed: a number, or a part of something. */
export function QuotaFields({ value, onChange, path, faults, awards }: PartProps<Schema['AwardQuota']> & { readonly awards: readonly Schema['Award'][] }) {
  const set = (change: Partial<Schema['AwardQuota']>) => onChange({ ...value, ...change });
  const isPart = value.share != null;
  const way = (chosen: 'most' | 'part') => set(chosen === 'part'
    ? { most: null, share: { part: 20, of: 100 }, base: 'members' } : { most: 1, share: null, base: null, classes: null, standard: null });
  return (
    <>
      <div class="inline-form">
        <Field label={w.scope} path={`${path}.scope`} faults={faults}><Select value={value.scope} onChange={scope => set({ scope })} choices={options(scopeNames)} /></Field>
        <Field label={w.way}><Select value={isPart ? 'part' : 'most'} onChange={way} choices={[{ value: 'most', name: w.most }, { value: 'part', name: w.part }]} /></Field>
        {!isPart && <Field label={w.number} path={`${path}.most`} faults={faults}><NumberInput value={value.most} onChange={most => set({ most })} /></Field>}
        {isPart && <Field label={w.base} path={`${path}.base`} faults={faults}><Select value={value.base ?? 'members'} onChange={base => set({ base, classes: null, standard: null })} choices={options(quotaBaseNames)} /></Field>}
        {value.base === 'classified' && <Field label={w.classes} path={`${path}.classes`} faults={faults} isRequired><input type="text" value={(value.classes ?? []).join(', ')} onChange={event => set({ classes: listOf(event.currentTarget.value) })} /></Field>}
        {value.base === 'leadersAtStandard' && <Field label={w.standard} path={`${path}.standard`} faults={faults} isRequired><Select value={value.standard ?? ''} onChange={standard => set({ standard: standard || null })} choices={[{ value: '', name: w.choose }, ...awards.map(one => ({ value: one.code, name: one.title }))]} /></Field>}
        {isPart && <Field label={w.rounding} path={`${path}.rounding`} faults={faults}><Select value={value.rounding ?? 'down'} onChange={rounding => set({ rounding })} choices={options(roundingNames)} /></Field>}
      </div>
      {value.share && <ShareFields label={w.share} value={value.share} onChange={share => set({ share })} path={`${path}.share`} faults={faults} />}
      {isPart && <label class="check"><input type="checkbox" checked={value.atLeastOne ?? false} onChange={event => set({ atLeastOne: event.currentTarget.checked })} /> {w.one}</label>}
      <label class="check"><input type="checkbox" checked={value.blocks ?? false} onChange={event => set({ blocks: event.currentTarget.checked })} /> {w.blocks}</label>
      <SourceFields value={value.source} onChange={source => set({ source })} path={`${path}.source`} faults={faults} />
    </>
  );
}
