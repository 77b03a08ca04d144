import type { Schema } from '../../api/client';
import type { Fault } from '../../api/problem';
import { Field } from '../../parts/Field';
import { common } from '../../words/common';
import { words } from '../../words/language';

const w = words({
  number: (number: number) => `Người thứ ${number}`,
  unit: 'Thuộc đơn vị',
  as: 'Vai trò',
  none: 'Thành viên',
  leader: 'Trưởng đoàn',
  secretary: 'Thư ký',
  representative: 'Đại diện đơn vị được kiểm tra',
  name: 'Họ và tên',
  post: 'Chức vụ',
}, {
  number: number => `Person ${number}`,
  unit: 'Of which unit',
  as: 'Office',
  none: 'Member',
  leader: 'Leader of the team',
  secretary: 'Secretary',
  representative: 'Stands for the unit that is visited',
  name: 'Name',
  post: 'Post',
});

export interface VisitorFieldsProps {
  readonly person: Schema['VisitPersonBody'];
  readonly index: number;
  readonly faults: readonly Fault[];
  /** The one that is visited first, then the team. */
  readonly units: readonly { readonly unit: string; readonly name: string }[];
  readonly visited: string;
  readonly onChange: (person: Schema['VisitPersonBody']) => void;
  readonly onRemove: () => void;
}

/** Somebody who takes part in a visit; whoever has an office signs its minutes. */
export function VisitorFields({ person, index, faults, units, visited, onChange, onRemove }: VisitorFieldsProps) {
  const path = `$.people[${index}]`;
  const offices = person.unit === visited ? ['representative'] as const : ['leader', 'secretary'] as const;
  const set = (change: Partial<Schema['VisitPersonBody']>) => onChange({ ...person, ...change });
  return (
    <fieldset class="finding">
      <legend>{w.number(index + 1)}</legend>
      <Field label={w.unit} path={`${path}.unit`} faults={faults} isRequired>
        <select value={person.unit} onChange={event => set({ unit: event.currentTarget.value, as: null })}>
          {units.map(one => <option value={one.unit}>{one.name}</option>)}
        </select>
      </Field>
      <Field label={w.as} path={`${path}.as`} faults={faults}>
        <select value={person.as ?? ''} onChange={event => set({ as: offices.find(one => one === event.currentTarget.value) ?? null })}>
          <option value="">{w.none}</option>
          {offices.map(one => <option value={one}>{w[one]}</option>)}
        </select>
      </Field>
      <Field label={w.name} path={`${path}.name`} faults={faults}><input type="text" class="long" value={person.name ?? ''} onInput={event => set({ name: event.currentTarget.value || null })} /></Field>
      <Field label={w.post} path={`${path}.post`} faults={faults}><input type="text" class="long" value={person.post ?? ''} onInput={event => set({ post: event.currentTarget.value || null })} /></Field>
      <button type="button" class="quiet" aria-label={`${common.remove}: ${w.number(index + 1)}`} onClick={onRemove}>{common.remove}</button>
    </fieldset>
  );
}
