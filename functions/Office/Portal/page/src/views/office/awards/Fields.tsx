import type { Schema } from '../../../api/client';
import type { Fault } from '../../../api/problem';
import { DayField } from '../../../parts/DayField';
import { Field } from '../../../parts/Field';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { options } from '../names';
import { readingNames } from './names';
import { NumberInput } from './NumberInput';

const w = words({
  reading: 'Căn cứ', article: 'Điều khoản', text: 'Mã văn bản trong sổ văn bản pháp lý', note: 'Ghi chú', from: 'Áp dụng từ', until: 'Áp dụng đến hết', part: 'Tử số', of: 'Mẫu số', above: 'Phải nhiều hơn mức này (quá)', remove: (what: string) => `Gỡ bỏ: ${what}`,
}, {
  reading: 'Source', article: 'Article', text: 'Id in the register of legal texts', note: 'Note', from: 'Holds from', until: 'Holds until', part: 'Part', of: 'Out of', above: 'More than that is needed', remove: what => `Remove: ${what}`,
});

export interface PartProps<T> {
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Where it stands in what is sent: `$.awards[0].quotas[1].source`. */
  readonly path: string;
  readonly faults: readonly Fault[];
}

/** The list of the ids of legal texts, which a form that has sources offers. */
export const textsId = 'legal-texts';

/** Where a provision is from, and from when until when it holds. */
export function SourceFields({ value, onChange, path, faults }: PartProps<Schema['AwardSource']>) {
  const set = (change: Partial<Schema['AwardSource']>) => onChange({ ...value, ...change });
  const text = (name: 'article' | 'text' | 'note', label: string) => (
    <Field label={label} path={`${path}.${name}`} faults={faults}><input type="text" {...name === 'text' ? { list: textsId, autocomplete: 'off' } : null} value={value[name] ?? ''} onInput={event => set({ [name]: event.currentTarget.value || null })} /></Field>
  );
  return (
    <div class="inline-form">
      <Field label={w.reading} path={`${path}.reading`} faults={faults}><Select value={value.reading} onChange={reading => set({ reading })} choices={options(readingNames)} /></Field>
      {text('article', w.article)}
      {text('text', w.text)}
      {text('note', w.note)}
      <Field label={w.from} path={`${path}.from`} faults={faults}><DayField value={value.from ?? null} onChange={from => set({ from })} /></Field>
      <Field label={w.until} path={`${path}.until`} faults={faults}><DayField value={value.until ?? null} onChange={until => set({ until })} /></Field>
    </div>
  );
}

/** A part of a whole, exact: 80 of 100, 2 of 3. */
export function ShareFields({ value, onChange, path, faults, label }: PartProps<Schema['Share']> & { readonly label: string }) {
  return (
    <fieldset>
      <legend>{label}</legend>
      <div class="inline-form">
        <Field label={w.part} path={`${path}.part`} faults={faults}><NumberInput value={value.part} onChange={part => onChange({ ...value, part: part ?? 0 })} /></Field>
        <Field label={w.of} path={`${path}.of`} faults={faults}><NumberInput least={1} value={value.of} onChange={of => onChange({ ...value, of: of ?? 0 })} /></Field>
      </div>
      <label class="check"><input type="checkbox" checked={value.above ?? false} onChange={event => onChange({ ...value, above: event.currentTarget.checked })} /> {w.above}</label>
    </fieldset>
  );
}

/** Takes a line out of a list that is not saved yet. */
export function Out({ what, onOut }: { what: string; onOut: () => void }) {
  return <button type="button" class="quiet" onClick={onOut}>{w.remove(what)}</button>;
}
