import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { DayField } from '../../../parts/DayField';
import { Field } from '../../../parts/Field';
import { FormDialog } from '../../../parts/FormDialog';
import { useAct } from '../../../parts/useAct';
import { useAnswer } from '../../../parts/useAnswer';
import { today } from '../../../shell/session';
import { common } from '../../../words/common';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { options } from '../names';
import { causeNames } from './names';

const w = words({ title: 'Tạm dừng xét một đơn vị', cause: 'Vì sao', since: 'Từ ngày', reason: 'Nội dung', reasonHint: 'không ghi tên người', source: 'Văn bản nêu việc này', choose: '– chọn đơn vị –' }, { title: 'Suspend a unit', cause: 'Why', since: 'Since', reason: 'What it is about', reasonHint: 'no names of people', source: 'The paper that says so', choose: '– choose a unit –' });

/** Suspends what a unit of a bloc is nominated for, while something is looked into. */
export function SuspensionForm({ year, bloc, onClose, onSaved }: { year: number; bloc: string; onClose: () => void; onSaved: () => void }) {
  const [unit, choose] = useState('');
  const [body, set] = useState<Schema['SuspensionBody']>({ cause: 'inspection', since: today.value, reason: '', source: null });
  const members = useAnswer(signal => ask(api.GET('/api/blocs/{bloc}', { params: { path: { bloc } }, signal })).then(({ data }) => data.members), [bloc]);
  const act = useAct();
  const save = async () => {
    await ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/suspensions/{unit}', { params: { path: { year, bloc, unit }, header: {} }, body }));
  };
  return (
    <FormDialog title={w.title} act={act} send={save} onSaved={onSaved} onClose={onClose} paths={['$.cause', '$.since', '$.reason', '$.source']} isDisabled={!unit || !body.reason.trim()}>
      <Field label={common.unit} isRequired><Select value={unit} onChange={choose} choices={[{ value: '', name: w.choose }, ...(members.value ?? []).map(one => ({ value: one.unit, name: one.name }))]} /></Field>
      <Field label={w.cause} path="$.cause" faults={act.faults} isRequired><Select value={body.cause} onChange={cause => set({ ...body, cause })} choices={options(causeNames)} /></Field>
      <Field label={w.since} path="$.since" faults={act.faults} isRequired><DayField value={body.since} onChange={since => since && set({ ...body, since })} /></Field>
      <Field label={w.reason} hint={w.reasonHint} path="$.reason" faults={act.faults} isRequired><textarea rows={3} value={body.reason} onInput={event => set({ ...body, reason: event.currentTarget.value })} /></Field>
      <Field label={w.source} path="$.source" faults={act.faults}><input type="text" value={body.source ?? ''} onInput={event => set({ ...body, source: event.currentTarget.value || null })} /></Field>
    </FormDialog>
  );
}
