import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { DayField } from '../../../parts/DayField';
import { Field } from '../../../parts/Field';
import { FormDialog } from '../../../parts/FormDialog';
import { OptionalPaper } from '../../../parts/OptionalPaper';
import { useAct } from '../../../parts/useAct';
import { useAnswer } from '../../../parts/useAnswer';
import { common } from '../../../words/common';
import { byName } from '../../../words/format';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { distinct } from '../names';
import { allUnits } from '../reads';
import { Out } from './Fields';
import { ifMatch, newId } from './reads';

const w = words({
  add: 'Thêm danh sách', edit: 'Sửa danh sách', body: 'Cơ quan gửi', bodyHint: 'ví dụ: Công an tỉnh', about: 'Về việc', aboutHint: 'ví dụ: đơn vị có vụ việc đang điều tra', due: 'Hạn gửi', received: 'Ngày nhận', receivedHint: 'để trống khi còn chờ', paper: 'Có văn bản gửi kèm', entries: 'Đơn vị được nêu', finding: 'Vì việc gì', more: 'Thêm đơn vị', entry: (n: number) => `Đơn vị ${n}`, choose: '– chọn đơn vị –',
}, {
  add: 'Enter a list', edit: 'Change a list', body: 'Body', bodyHint: 'such as: Công an tỉnh', about: 'About', aboutHint: 'such as: units under investigation', due: 'Due', received: 'Came on', receivedHint: 'blank while it is expected', paper: 'A paper came with it', entries: 'Units that are named', finding: 'For what', more: 'Add a unit', entry: n => `Unit ${n}`, choose: '– choose a unit –',
});

export interface OutsideListFormProps {
  readonly year: number;
  readonly known: Schema['OutsideListView'] | null;
  readonly taken: readonly string[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** A list that an outside body sends, or that is expected of it. */
export function OutsideListForm({ year, known, taken, onClose, onSaved }: OutsideListFormProps) {
  const [body, set] = useState<Schema['OutsideListBody']>(known
    ? { body: known.body, about: known.about, due: known.due, received: known.received, paper: known.paper, entries: known.entries.map(({ unit, finding }) => ({ unit, finding })) }
    : { body: '', about: '', due: null, received: null, paper: null, entries: [] });
  const units = useAnswer(allUnits, []);
  const act = useAct();
  const entries = body.entries ?? [];
  const change = (part: Partial<Schema['OutsideListBody']>) => set({ ...body, ...part });
  const nameOf = distinct(units.value ?? []);
  const choices = [{ value: '', name: w.choose }, ...(units.value ?? []).toSorted(byName(one => one.name)).map(one => ({ value: one.id, name: nameOf(one.id) }))];
  const save = async () => {
    const list = known?.list ?? newId(body.body, taken);
    await ask(api.PUT('/api/cycles/{year}/outside-lists/{list}', { params: { path: { year, list }, header: ifMatch(known?.etag) }, body }));
  };
  const text = (name: 'body' | 'about', label: string, hint: string) => (
    <Field label={label} hint={hint} path={`$.${name}`} faults={act.faults} isRequired><input type="text" maxLength={200} value={body[name]} onInput={event => change({ [name]: event.currentTarget.value })} /></Field>
  );
  return (
    <FormDialog title={known ? w.edit : w.add} act={act} send={save} onSaved={onSaved} onClose={onClose} isDisabled={!body.body.trim() || entries.some(one => !one.unit)}>
      {text('body', w.body, w.bodyHint)}
      {text('about', w.about, w.aboutHint)}
      <div class="inline-form">
        <Field label={w.due} path="$.due" faults={act.faults}><DayField value={body.due ?? null} onChange={due => change({ due })} /></Field>
        <Field label={w.received} hint={w.receivedHint} path="$.received" faults={act.faults}><DayField value={body.received ?? null} onChange={received => change({ received })} /></Field>
      </div>
      <OptionalPaper label={w.paper} kind="Công văn" paper={body.paper ?? null} onChange={paper => change({ paper })} path="$.paper" faults={act.faults} />
      <h3>{w.entries}</h3>
      {entries.map((one, at) => (
        <fieldset>
          <legend>{w.entry(at + 1)}</legend>
          <div class="inline-form">
            <Field label={common.unit} path={`$.entries[${at}].unit`} faults={act.faults} isRequired><Select value={one.unit} onChange={unit => change({ entries: entries.with(at, { ...one, unit }) })} choices={choices} /></Field>
            <Field label={w.finding} path={`$.entries[${at}].finding`} faults={act.faults} isRequired><input type="text" value={one.finding} onInput={event => change({ entries: entries.with(at, { ...one, finding: event.currentTarget.value }) })} /></Field>
          </div>
          <Out what={w.entry(at + 1)} onOut={() => change({ entries: entries.filter((_, other) => other !== at) })} />
        </fieldset>
      ))}
      <p><button type="button" onClick={() => change({ entries: [...entries, { unit: '', finding: '' }] })}>{w.more}</button></p>
    </FormDialog>
  );
}
