import type { Schema } from '../../../api/client';
import { Field } from '../../../parts/Field';
import { PointsField } from '../../../parts/PointsField';
import { words } from '../../../words/language';
import { toHundredths, toPoints } from '../../../words/points';
import { SourceFields, ShareFields, type PartProps } from './Fields';
import { NumberInput } from './NumberInput';

const w = words({
  title: 'Nội dung điều kiện', years: 'Số năm liền', place: 'Hạng thấp nhất trong khối', points: 'Ít nhất số điểm', share: 'Tỷ lệ ít nhất', count: 'Ít nhất bao nhiêu', classes: 'Mã các mức xếp loại, cách nhau bằng dấu phẩy', awards: 'Mã các danh hiệu, cách nhau bằng dấu phẩy', lists: 'Mã các danh sách, cách nhau bằng dấu phẩy (trống: mọi danh sách)',
}, {
  title: 'What is asked for', years: 'Years in a row', place: 'The lowest place in the bloc', points: 'At least so many points', share: 'At least this part', count: 'At least how many', classes: 'Codes of classes, with commas between', awards: 'Codes of awards, with commas between', lists: 'Codes of lists, with commas between (blank: every list)',
});

const listOf = (text: string): string[] => text.split(',').map(one => one.trim()).filter(one => one);

/** The numbers and names of a condition; what its kind does not have is not shown. */
export function ConditionFields({ value, onChange, path, faults }: PartProps<Schema['AwardCondition']>) {
  const set = (change: Partial<Schema['AwardCondition']>) => onChange({ ...value, ...change });
  const number = (name: 'years' | 'place' | 'count', label: string) => (
    <Field label={label} path={`${path}.${name}`} faults={faults}><NumberInput value={value[name]} onChange={now => set({ [name]: now })} /></Field>
  );
  const list = (name: 'classes' | 'awards' | 'lists', label: string) => (
    <Field label={label} path={`${path}.${name}`} faults={faults}>
      <input type="text" value={(value[name] ?? []).join(', ')} onChange={event => { const named = listOf(event.currentTarget.value); set({ [name]: named.length > 0 ? named : null }); }} />
    </Field>
  );
  return (
    <>
      <Field label={w.title} path={`${path}.title`} faults={faults} isRequired><input type="text" value={value.title} onInput={event => set({ title: event.currentTarget.value })} /></Field>
      <div class="inline-form">
        {value.kind === 'class' && list('classes', w.classes)}
        {value.kind === 'titles' && list('awards', w.awards)}
        {value.kind === 'notListed' && list('lists', w.lists)}
        {(value.kind === 'class' || value.kind === 'titles') && number('years', w.years)}
        {value.kind === 'place' && number('place', w.place)}
        {value.kind === 'count' && number('count', w.count)}
        {value.kind === 'points' && (
          <Field label={w.points} path={`${path}.points`} faults={faults}>
            <PointsField value={value.points == null ? null : toHundredths(value.points)} onChange={now => set({ points: now === null ? null : toPoints(now) })} />
          </Field>
        )}
      </div>
      {value.share && <ShareFields label={w.share} value={value.share} onChange={share => set({ share })} path={`${path}.share`} faults={faults} />}
      <SourceFields value={value.source} onChange={source => set({ source })} path={`${path}.source`} faults={faults} />
    </>
  );
}
