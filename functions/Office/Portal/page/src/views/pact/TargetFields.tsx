import type { Schema } from '../../api/client';
import type { Fault } from '../../api/problem';
import { Field } from '../../parts/Field';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { NumberField } from '../sheet/NumberField';

const w = words({
  one: (number: number) => `Chỉ tiêu ${number}`, kind: 'Đo bằng', what: 'Nội dung', count: 'Số lượng', unit: 'Đơn vị tính (ví dụ: sáng kiến)', percent: 'Tỷ lệ (%)', most: 'Không vượt quá mức này (thay vì phải đạt)', titles: 'Danh hiệu, mỗi dòng một danh hiệu; đạt một là đủ',
}, {
  one: number => `Target ${number}`, kind: 'Measured by', what: 'What', count: 'How many', unit: 'Of what (such as: initiatives)', percent: 'Share (%)', most: 'Not to be exceeded, instead of to be reached', titles: 'Titles, a line each; any of them will do',
});

const kinds: Readonly<Record<Schema['TargetKind'], string>> = words(
  { number: 'Một con số', percentage: 'Một tỷ lệ', title: 'Một danh hiệu', words: 'Lời văn' }, { number: 'A number', percentage: 'A share', title: 'A title', words: 'Words' });

type Target = Schema['PactTarget'];

export interface TargetFieldsProps {
  readonly target: Target;
  readonly number: number;
  readonly path: string;
  readonly faults: readonly Fault[];
  /** Null takes it away. */
  readonly onChange: (next: Target | null) => void;
}

/** What every member is to reach. */
export function TargetFields({ target, number, path, faults, onChange }: TargetFieldsProps) {
  const { id, kind, what, isAtMost = false } = target;
  const set = (change: Partial<Target>) => onChange({ ...target, ...change });
  return (
    <fieldset>
      <legend>{w.one(number)}</legend>
      <Field label={w.kind} path={`${path}.kind`} faults={faults}>
        <select value={kind} onChange={event => onChange({ id, kind: event.currentTarget.value as Target['kind'], what })}>
          {(Object.keys(order) as Target['kind'][]).map(one => <option value={one}>{kinds[one]}</option>)}
        </select>
      </Field>
      <Field label={w.what} path={`${path}.what`} faults={faults} isRequired><input type="text" maxLength={500} value={what} onInput={event => set({ what: event.currentTarget.value })} /></Field>
      {kind === 'number' && (
        <div class="target-fields">
          <NumberField id={`${id}-number`} label={w.count} decimals={4} isDisabled={false} value={target.number ?? null} onChange={value => value !== undefined && set({ number: value })} />
          <Field label={w.unit} path={`${path}.unit`} faults={faults}><input type="text" maxLength={50} value={target.unit ?? ''} onInput={event => set({ unit: event.currentTarget.value || null })} /></Field>
        </div>
      )}
      {kind === 'percentage' && <div class="target-fields"><NumberField id={`${id}-percent`} label={w.percent} decimals={4} isDisabled={false} value={target.percent ?? null} onChange={value => value !== undefined && set({ percent: value })} /></div>}
      {kind === 'title' && <Field label={w.titles} path={`${path}.titles`} faults={faults}><textarea rows={2} value={target.titles?.join('\n') ?? ''} onInput={event => set({ titles: event.currentTarget.value.split('\n') })} /></Field>}
      {(kind === 'number' || kind === 'percentage') && <p><label><input type="checkbox" checked={isAtMost} onChange={event => set({ isAtMost: event.currentTarget.checked })} /> {w.most}</label></p>}
      <button type="button" class="quiet" aria-label={`${common.remove}: ${w.one(number)}`} onClick={() => onChange(null)}>{common.remove}</button>
    </fieldset>
  );
}

/** One that is missing here does not build. */
const order: Readonly<Record<Target['kind'], true>> = { number: true, percentage: true, title: true, words: true };
