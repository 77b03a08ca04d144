import type { Schema } from '../../../api/client';
import { Field } from '../../../parts/Field';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { Out, type PartProps } from './Fields';
import { stopNames } from './names';
import { NumberInput } from './NumberInput';

type Deadline = Schema['DossierDeadline'];

const w = words({
  day: 'Ngày cuối', month: 'Tháng', year: 'Của năm', same: 'năm của hồ sơ', next: 'năm sau', before: 'năm trước', source: 'Quy định tại', more: (stop: string) => `Thêm hạn: ${stop}`,
}, { day: 'Last day', month: 'Month', year: 'Of the year', same: 'of the dossier', next: 'after it', before: 'before it', source: 'Where that is said', more: stop => `Add a last day: ${stop}` });

/** By when a dossier is where, as seen from its year. */
export function DeadlineFields({ value, onChange, path, faults }: PartProps<Deadline[]>) {
  const years = [{ value: '0', name: w.same }, { value: '1', name: w.next }, { value: '-1', name: w.before }];
  const missing = (Object.keys({ office: 0, ministry: 0 }) as Schema['DossierStop'][]).filter(stop => !value.some(one => one.at === stop));
  return (
    <>
      {value.map((one, at) => {
        const put = (change: Partial<Deadline>) => onChange(value.with(at, { ...one, ...change }));
        const last = (change: Partial<Deadline['last']>) => put({ last: { ...one.last, ...change } });
        return (
          <fieldset key={one.at}>
            <legend>{stopNames[one.at]}</legend>
            <div class="inline-form">
              <Field label={w.day} path={`${path}[${at}].last.day`} faults={faults}><NumberInput least={1} most={31} value={one.last.day} onChange={day => last({ day: day ?? 0 })} /></Field>
              <Field label={w.month} path={`${path}[${at}].last.month`} faults={faults}><NumberInput least={1} most={12} value={one.last.month} onChange={month => last({ month: month ?? 0 })} /></Field>
              <Field label={w.year} path={`${path}[${at}].last.yearOffset`} faults={faults}><Select value={String(one.last.yearOffset ?? 0)} onChange={offset => last({ yearOffset: Number(offset) })} choices={years} /></Field>
            </div>
            <Field label={w.source} path={`${path}[${at}].source`} faults={faults} isRequired><input type="text" value={one.source} onInput={event => put({ source: event.currentTarget.value })} /></Field>
            <Out what={stopNames[one.at]} onOut={() => onChange(value.filter((_, other) => other !== at))} />
          </fieldset>
        );
      })}
      <div class="buttons">{missing.map(stop => <button type="button" key={stop} onClick={() => onChange([...value, { at: stop, last: { month: 12, day: 9, yearOffset: 0 }, source: '' }])}>{w.more(stopNames[stop])}</button>)}</div>
    </>
  );
}
