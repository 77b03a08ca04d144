import type { Schema } from '../../../api/client';
import { Field, fieldId } from '../../../parts/Field';
import { PointsField } from '../../../parts/PointsField';
import { words } from '../../../words/language';
import { toHundredths, toPoints } from '../../../words/points';
import { Select } from '../Frame';
import { options } from '../names';
import { SourceFields, ShareFields, type PartProps } from './Fields';
import { figureNames } from './names';
import { NumberInput } from './NumberInput';
import { listOf } from './ruleParts';

const w = words({
  title: 'Nội dung điều kiện', years: 'Số năm liền', place: 'Hạng thấp nhất trong khối', points: 'Ít nhất số điểm', share: 'Tỷ lệ ít nhất', count: 'Ít nhất bao nhiêu', part: 'Số liệu', whole: 'Trên số liệu', classes: 'Mã các mức xếp loại, cách nhau bằng dấu phẩy', awards: 'Một trong các danh hiệu', lists: 'Mã các danh sách, cách nhau bằng dấu phẩy (trống: mọi danh sách)',
}, {
  title: 'What is asked for', years: 'Years in a row', place: 'The lowest place in the bloc', points: 'At least so many points', share: 'At least this part', count: 'At least how many', part: 'Figure', whole: 'Out of', classes: 'Codes of classes, with commas between', awards: 'One of these awards', lists: 'Codes of lists, with commas between (blank: every list)',
});

export interface ConditionFieldsProps extends PartProps<Schema['AwardCondition']> {
  readonly awards: readonly Schema['Award'][];
}

/** The numbers and names of a condition; what its kind does not have is not shown. */
export function ConditionFields({ value, onChange, path, faults, awards }: ConditionFieldsProps) {
  const set = (change: Partial<Schema['AwardCondition']>) => onChange({ ...value, ...change });
  const number = (name: 'years' | 'place' | 'count', label: string) => (
    <Field label={label} path={`${path}.${name}`} faults={faults}><NumberInput value={value[name]} onChange={now => set({ [name]: now })} /></Field>
  );
  const list = (name: 'classes' | 'lists', label: string) => (
    <Field label={label} path={`${path}.${name}`} faults={faults}>
      <input type="text" value={(value[name] ?? []).join(', ')} onChange={event => set({ [name]: listOf(event.currentTarget.value) })} />
    </Field>
  );
  const figure = (name: 'part' | 'whole', label: string) => (
    <Field label={label} path={`${path}.${name}`} faults={faults}><Select value={value[name] ?? 'people'} onChange={now => set({ [name]: now })} choices={options(figureNames)} /></Field>
  );
  const named = value.awards ?? [];
  const name = (code: string, isNamed: boolean) => {
    const now = isNamed ? [...named, code] : named.filter(one => one !== code);
    set({ awards: now.length > 0 ? now : null });
  };
  return (
    <>
      <Field label={w.title} path={`${path}.title`} faults={faults} isRequired><input type="text" value={value.title} onInput={event => set({ title: event.currentTarget.value })} /></Field>
      <div class="inline-form">
        {value.kind === 'class' && list('classes', w.classes)}
        {value.kind === 'notListed' && list('lists', w.lists)}
        {(value.kind === 'class' || value.kind === 'titles') && number('years', w.years)}
        {(value.kind === 'share' || value.kind === 'count') && figure('part', w.part)}
        {value.kind === 'share' && figure('whole', w.whole)}
        {value.kind === 'place' && number('place', w.place)}
        {value.kind === 'count' && number('count', w.count)}
        {value.kind === 'points' && (
          <Field label={w.points} path={`${path}.points`} faults={faults}>
            <PointsField value={value.points == null ? null : toHundredths(value.points)} onChange={now => set({ points: now === null ? null : toPoints(now) })} />
          </Field>
        )}
      </div>
      {value.kind === 'titles' && (
        <fieldset class="choices" id={fieldId(`${path}.awards`)} tabIndex={-1}>
          <legend>{w.awards}</legend>
          {awards.map(one => <label key={one.code}><input type="checkbox" checked={named.includes(one.code)} onChange={event => name(one.code, event.currentTarget.checked)} /> {one.title}</label>)}
        </fieldset>
      )}
      {value.share && <ShareFields label={w.share} value={value.share} onChange={share => set({ share })} path={`${path}.share`} faults={faults} />}
      <SourceFields value={value.source} onChange={source => set({ source })} path={`${path}.source`} faults={faults} />
    </>
  );
}
