import type { Schema } from '../../../api/client';
import type { Fault } from '../../../api/problem';
import { DayField } from '../../../parts/DayField';
import { Field } from '../../../parts/Field';
import { common } from '../../../words/common';
import { day } from '../../../words/format';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { options } from '../names';
import { Out } from './Fields';
import { holidayNames } from './names';

const w = words({ day: 'Ngày', kind: 'Nghỉ vì', name: 'Tên ngày nghỉ', worked: 'Ngày làm bù', for: 'Làm bù cho ngày nghỉ' }, { day: 'Day', kind: 'Why', name: 'What it is called', worked: 'Day that is worked', for: 'For the day off' });

interface Props<T> {
  readonly all: T[];
  readonly onChange: (all: T[]) => void;
  readonly faults: readonly Fault[];
}

export function DayOffFields({ all, onChange, faults }: Props<Schema['DayOff']>) {
  return (
    <>
      {all.map((one, at) => {
        const set = (change: Partial<Schema['DayOff']>) => onChange(all.with(at, { ...one, ...change }));
        const name = one.name ?? holidayNames[one.kind];
        return (
          <fieldset>
            <legend>{`${day(one.day)}: ${name}`}</legend>
            <div class="inline-form">
              <Field label={w.day} path={`$.daysOff[${at}].day`} faults={faults} isRequired><DayField value={one.day} onChange={on => on && set({ day: on })} /></Field>
              <Field label={w.kind} path={`$.daysOff[${at}].kind`} faults={faults} isRequired><Select value={one.kind} onChange={kind => set({ kind })} choices={options(holidayNames)} /></Field>
              <Field label={w.name} path={`$.daysOff[${at}].name`} faults={faults} isRequired={one.kind === 'other'}><input type="text" value={one.name ?? ''} onInput={event => set({ name: event.currentTarget.value || null })} /></Field>
            </div>
            <Out what={`${day(one.day)} ${name}`} onOut={() => onChange(all.filter((_, other) => other !== at))} />
          </fieldset>
        );
      })}
      {all.length === 0 && <p class="soft">{common.none}</p>}
    </>
  );
}

export function WorkedDayFields({ all, onChange, faults }: Props<Schema['WorkedDay']>) {
  return (
    <>
      {all.map((one, at) => (
        <fieldset>
          <legend>{day(one.day)}</legend>
          <div class="inline-form">
            <Field label={w.worked} path={`$.workedDays[${at}].day`} faults={faults} isRequired><DayField value={one.day} onChange={on => on && onChange(all.with(at, { ...one, day: on }))} /></Field>
            <Field label={w.for} path={`$.workedDays[${at}].for`} faults={faults} isRequired><DayField value={one.for} onChange={on => on && onChange(all.with(at, { ...one, for: on }))} /></Field>
          </div>
          <Out what={day(one.day)} onOut={() => onChange(all.filter((_, other) => other !== at))} />
        </fieldset>
      ))}
      {all.length === 0 && <p class="soft">{common.none}</p>}
    </>
  );
}
