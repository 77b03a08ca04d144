import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { FaultSummary, Field } from '../../parts/Field';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useChanges } from '../../parts/useGuard';
import { common } from '../../words/common';
import type { Day } from '../../words/format';
import { words } from '../../words/language';
import { questionsOf } from './reportRules';
import { reportKinds } from './reportWords';

const w = words({
  kind: 'Loại báo cáo',
  name: 'Tên báo cáo',
  from: 'Số liệu từ ngày',
  until: 'Số liệu đến ngày',
  due: 'Hạn đơn vị gửi phần của mình',
  note: 'Ghi chú cho các đơn vị',
  questions: 'Số liệu cần có, mỗi dòng một mục',
  hint: 'Ghi đơn vị tính sau dấu | để lấy số và cộng lại, ví dụ: Thủ tục hành chính đã giải quyết | hồ sơ. Không có dấu | thì đơn vị trả lời bằng lời.',
  lack: 'Còn thiếu: tên báo cáo, hoặc hạn gửi phần.',
  mailed: 'Mọi đơn vị của khối nhận thư yêu cầu.',
}, {
  kind: 'Kind of report',
  name: 'Title',
  from: 'From',
  until: 'Until',
  due: 'Parts are due',
  note: 'Note to the units',
  questions: 'Figures that are asked, a line for each',
  hint: 'Write the measure behind | for a number that is added up, such as: Procedures settled | files. Without | the unit answers in words.',
  lack: 'Still missing: the title, or the day by which parts are due.',
  mailed: 'All units of the bloc get a mail.',
});

export interface ReportRequestProps {
  readonly title: string;
  readonly year: number;
  /** Throws the problem it had. */
  readonly save: (body: Schema['ReportRequestBody']) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks the units for their parts of a report. */
export function ReportRequest({ title, year, save, onClose }: ReportRequestProps) {
  const [kind, setKind] = useState<Schema['ReportKind']>('yearEnd');
  const [name, setName] = useState('');
  const [from, setFrom] = useState<Day | null>(`${year}-01-01`);
  const endOf = (of: Schema['ReportKind']): Day => `${year}-${{ quarterly: '03-31', halfYear: '06-30', yearEnd: '12-31' }[of]}`;
  const [until, setUntil] = useState<Day | null>(endOf('yearEnd'));
  const [due, setDue] = useState<Day | null>(null);
  const [note, setNote] = useState('');
  const [questions, setQuestions] = useState('');
  const act = useAct();
  useChanges([kind, name, from, until, due, note, questions], act.isBusy);
  // Whoever has said other days keeps them.
  const choose = (next: Schema['ReportKind']) => {
    if (until === endOf(kind)) {
      setUntil(endOf(next));
    }

    setKind(next);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void act.run(() => save({ kind, title: name.trim(), from: from!, until: until!, due: due!, note: note.trim() || null, questions: questionsOf(questions) }));
  };
  return (
    <form class="card" onSubmit={submit}>
      <h2>{title}</h2>
      <p>{w.mailed}</p>
      <FaultSummary faults={act.faults} paths={['$.kind', '$.title', '$.from', '$.until', '$.due', '$.note', '$.questions']} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Field label={w.kind} path="$.kind" faults={act.faults}>
        <select value={kind} onChange={event => choose(event.currentTarget.value as Schema['ReportKind'])}>
          {(['quarterly', 'halfYear', 'yearEnd'] as const).map(one => <option value={one}>{reportKinds[one]}</option>)}
        </select>
      </Field>
      <Field label={w.name} path="$.title" faults={act.faults} isRequired><input type="text" class="long" value={name} onInput={event => setName(event.currentTarget.value)} /></Field>
      <Field label={w.from} path="$.from" faults={act.faults} isRequired><DayField value={from} onChange={setFrom} /></Field>
      <Field label={w.until} path="$.until" faults={act.faults} isRequired><DayField value={until} onChange={setUntil} /></Field>
      <Field label={w.due} path="$.due" faults={act.faults} isRequired><DayField value={due} onChange={setDue} /></Field>
      <Field label={w.questions} path="$.questions" faults={act.faults} hint={w.hint}><textarea value={questions} onInput={event => setQuestions(event.currentTarget.value)} /></Field>
      <Field label={w.note} path="$.note" faults={act.faults}><textarea value={note} onInput={event => setNote(event.currentTarget.value)} /></Field>
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || !name.trim() || !from || !until || !due}>{common.send}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
        {(!name.trim() || !due) && <span class="hint" role="status">{w.lack}</span>}
      </div>
    </form>
  );
}
