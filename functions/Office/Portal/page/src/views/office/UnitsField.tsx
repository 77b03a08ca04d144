import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Schema } from '../../api/client';
import { Field } from '../../parts/Field';
import { common } from '../../words/common';
import { byName } from '../../words/format';
import { words } from '../../words/language';
import { Select } from './Frame';
import { distinct } from './names';
import { finds } from './search';

const w = words({ find: 'Tìm đơn vị', choose: '– chọn đơn vị –' }, { find: 'Find a unit', choose: '– choose a unit –' });

export interface UnitsFieldProps {
  readonly label: string;
  readonly units: readonly Schema['UnitView'][];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly most: number;
  /** What is said of each beside its name. */
  readonly beside?: (unit: string) => ComponentChildren;
}

/** Units out of the roster, one after another, found by their names with or without marks. */
export function UnitsField({ label, units, chosen, onChange, most, beside }: UnitsFieldProps) {
  const [asked, find] = useState('');
  const nameOf = distinct(units);
  const offered = units.filter(one => !chosen.includes(one.id) && finds(asked, `${one.name} ${one.id}`)).sort(byName(one => one.name));
  const add = (unit: string) => {
    find('');
    onChange([...chosen, unit]);
  };
  return (
    <fieldset>
      <legend>{label}</legend>
      {chosen.length > 0 && (
        <ul class="tasks">
          {chosen.map(unit => (
            <li key={unit}>
              <div class="task-what"><span class="task-name">{nameOf(unit)}</span></div>
              {beside?.(unit)}
              <button type="button" class="quiet" aria-label={`${common.remove}: ${nameOf(unit)}`} onClick={() => onChange(chosen.filter(one => one !== unit))}>✕</button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length < most && (
        <div class="inline-form">
          <Field label={w.find}><input type="search" value={asked} onInput={event => find(event.currentTarget.value)} /></Field>
          <Field label={common.unit}><Select value="" onChange={add} choices={[{ value: '', name: w.choose }, ...offered.map(one => ({ value: one.id, name: nameOf(one.id) }))]} /></Field>
        </div>
      )}
    </fieldset>
  );
}
