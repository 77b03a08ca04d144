import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { DaysLeft } from '../../parts/DaysLeft';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { ProblemView } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { common } from '../../words/common';
import { byName, day, type Day } from '../../words/format';
import { words } from '../../words/language';
import type { AttendanceProps } from './Attendance';
import { Closing } from './Closing';

const w = words({
  title: 'Kết luận',
  none: 'Chưa ghi kết luận nào.',
  add: 'Thêm kết luận',
  edit: (number: number) => `Kết luận ${number}`,
  text: 'Nội dung',
  owners: 'Đơn vị thực hiện',
  due: 'Xong trước hết ngày',
  dueHint: 'Để trống nếu không có hạn.',
  done: 'Đã xong',
  dropped: 'Không thực hiện nữa',
  close: 'Kết thúc',
  reported: 'Đã báo cáo',
}, {
  title: 'Conclusions',
  none: 'No conclusion was written down.',
  add: 'Add a conclusion',
  edit: number => `Conclusion ${number}`,
  text: 'Text',
  owners: 'Carried out by',
  due: 'Done by',
  dueHint: 'Leave it empty where there is no last day.',
  done: 'Done',
  dropped: 'Dropped',
  close: 'Close it',
  reported: 'Reported',
});

interface ConclusionsProps extends AttendanceProps {
  /** Whether conclusions are still written; what becomes of them is recorded afterwards, too. */
  readonly mayWrite: boolean;
  readonly mayClose: boolean;
}

/** What a meeting concluded: the text, who carries it out, until when, and what became of it. */
export function Conclusions({ path, meeting, etag, onSaved, mayWrite, mayClose }: ConclusionsProps) {
  const [shown, show] = useState<number | null>(null);
  const [closed, close] = useState<Schema['ConclusionView'] | null>(null);
  const next = Math.max(0, ...meeting.conclusions.map(one => one.number)) + 1;
  return (
    <section>
      <h2>{w.title}</h2>
      {meeting.conclusions.length === 0 ? <p class="card">{w.none}</p> : (
        <ul class="tasks">
          {meeting.conclusions.map(one => (
            <li key={one.number}>
              <div class="task-what">
                <span class="pre">{one.number}. {one.text}</span>
                <p class="small">{one.ownerNames.join(', ')}.{one.result && ` ${one.result}`}{one.closedOn && ` (${day(one.closedOn)})`}</p>
                {one.reports.map(report => <p class="small">{w.reported}: <span class="pre">{report.text}</span> ({one.ownerNames[one.owners.indexOf(report.unit)] ?? report.unit}, {day(report.on)})</p>)}
              </div>
              {one.due ? <DaysLeft until={one.due} isDone={one.outcome !== null} /> : one.dueSaid}
              {one.outcome && <StatusBadge kind={one.outcome === 'done' ? 'good' : 'plain'}>{w[one.outcome]}</StatusBadge>}
              {!one.outcome && mayWrite && <button type="button" aria-label={`${common.edit}: ${w.edit(one.number)}`} onClick={() => show(one.number)}>{common.edit}</button>}
              {!one.outcome && mayClose && <button type="button" aria-label={`${w.close}: ${w.edit(one.number)}`} onClick={() => close(one)}>{w.close}</button>}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && <p><button type="button" onClick={() => show(next)}>{w.add}</button></p>}
      {shown !== null && <ConclusionDialog path={path} bloc={path.bloc} number={shown} before={meeting.conclusions.find(one => one.number === shown)} etag={etag} onClose={() => show(null)} onSaved={() => { show(null); onSaved(); }} />}
      {closed && <Closing path={path} conclusion={closed} onClose={() => close(null)} onSaved={onSaved} />}
    </section>
  );
}

interface ConclusionProps {
  readonly path: AttendanceProps['path'];
  readonly bloc: string;
  readonly number: number;
  readonly before: Schema['ConclusionView'] | undefined;
  readonly etag: string | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

function ConclusionDialog({ path, bloc, number, before, etag, onClose, onSaved }: ConclusionProps) {
  const [text, setText] = useState(before?.text ?? '');
  const [owners, setOwners] = useState<readonly string[]>(before?.owners ?? []);
  const [due, setDue] = useState<Day | null>(before?.due ?? null);
  const act = useAct();
  const members = useAnswer(async signal => (await ask(api.GET('/api/blocs/{bloc}', { params: { path: { bloc } }, signal }))).data.members.map(one => ({ unit: one.unit, name: one.name })).sort(byName(one => one.name)), [bloc]);
  const save = async (event: Event) => {
    event.preventDefault();
    const isDone = await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}/conclusions/{conclusion}', {
      params: { path: { ...path, conclusion: String(number) }, header: etag ? { 'If-Match': etag } : {} },
      body: { text, owners: [...owners], due, dueSaid: due ? null : before?.dueSaid ?? null, source: before?.source ?? null },
    })));
    if (isDone) {
      onSaved();
    }
  };
  return (
    <Dialog title={before ? w.edit(number) : w.add} isOpen onClose={onClose}>
      <form onSubmit={event => void save(event)}>
        {act.problem && <ProblemView problem={act.problem} />}
        <Field label={w.text} path="$.text" faults={act.faults} isRequired><textarea value={text} onInput={event => setText(event.currentTarget.value)} /></Field>
        <fieldset class="choices">
          <legend>{w.owners}</legend>
          {members.value?.map(one => <label><input type="checkbox" checked={owners.includes(one.unit)} onChange={event => setOwners(event.currentTarget.checked ? [...owners, one.unit] : owners.filter(unit => unit !== one.unit))} /> {one.name}</label>)}
        </fieldset>
        <Field label={w.due} path="$.due" faults={act.faults} hint={w.dueHint}><DayField value={due} onChange={setDue} /></Field>
        <div class="buttons">
          <button type="submit" class="primary" disabled={act.isBusy || text.trim() === ''}>{common.save}</button>
          <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
        </div>
      </form>
    </Dialog>
  );
}
