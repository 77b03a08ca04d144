import { useState } from 'preact/hooks';
import { Download } from '../../parts/Download';
import { Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { useAnswer } from '../../parts/useAnswer';
import { common } from '../../words/common';
import { byName } from '../../words/format';
import { words } from '../../words/language';
import { NumberInput } from './awards/NumberInput';
import { yearNow } from './awards/years';
import { Select } from './Frame';
import { options } from './names';
import { allBlocs, allUnits } from './reads';
import { matterNames, needsBloc, needsUnit, needsYear, partitionOf, type Trailed } from './trails';

const w = words({
  title: 'Nhật ký của riêng một việc', of: 'Việc', get: 'Tải nhật ký của việc này', period: 'Mã kỳ', periodHint: '“nam” là cả năm', choose: '– chọn –',
}, { title: 'The trail of one matter', of: 'Matter', get: 'Download the trail of this', period: 'Id of the period', periodHint: '“nam” is the whole year', choose: '– choose –' });

/** All changes of one matter from its beginning, such as of a unit's sheet, as a spreadsheet. */
export function MatterTrail() {
  const [isOpen, open] = useState(false);
  return <details onToggle={event => open(event.currentTarget.open)}><summary>{w.title}</summary>{isOpen && <Chooser />}</details>;
}

function Chooser() {
  const [chosen, choose] = useState<Trailed>({ matter: 'Sheets', year: yearNow(), period: 'nam', bloc: '', unit: '' });
  const set = (change: Partial<Trailed>) => choose({ ...chosen, ...change });
  const blocs = useAnswer(allBlocs, []);
  const units = useAnswer(allUnits, []);
  const { matter } = chosen;
  const partition = partitionOf(chosen);
  const pick = (all: readonly { readonly id: string; readonly name: string }[]) => [{ value: '', name: w.choose }, ...all.toSorted(byName(one => one.name)).map(one => ({ value: one.id, name: one.name }))];
  return (
    <>
      <div class="inline-form">
        <Field label={w.of}><Select value={matter} onChange={now => set({ matter: now })} choices={options(matterNames)} /></Field>
        {needsYear(matter) && <Field label={common.year}><NumberInput least={2000} most={2100} value={chosen.year} onChange={year => set({ year })} /></Field>}
        {needsBloc(matter) && <Show of={blocs}>{all => <Field label={common.bloc}><Select value={chosen.bloc} onChange={bloc => set({ bloc })} choices={pick(all)} /></Field>}</Show>}
        {needsUnit(matter) && <Show of={units}>{all => <Field label={common.unit}><Select value={chosen.unit} onChange={unit => set({ unit })} choices={pick(all)} /></Field>}</Show>}
        {needsUnit(matter) && <Field label={w.period} hint={w.periodHint}><input type="text" maxLength={64} value={chosen.period} onInput={event => set({ period: event.currentTarget.value.trim() })} /></Field>}
      </div>
      {partition && <p><Download address={`/api/admin/audit/export?${new URLSearchParams({ table: matter, partition, format: 'csv' })}`}>{w.get}</Download></p>}
    </>
  );
}
