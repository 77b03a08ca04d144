import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { FaultSummary, Field } from '../../parts/Field';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useChanges } from '../../parts/useGuard';
import { common } from '../../words/common';
import { words } from '../../words/language';
import type { AttendanceProps } from './Attendance';
import { DecisionFields } from './DecisionFields';
import { linesOf, proceedingsOf } from './meetingRules';

const w = words({
  title: 'Ghi biên bản',
  began: 'Bắt đầu lúc',
  ended: 'Kết thúc lúc',
  hour: 'ví dụ 08:00',
  proceedings: 'Diễn biến, mỗi dòng một việc',
  decisions: 'Nội dung biểu quyết',
  decide: 'Thêm nội dung biểu quyết',
  instructions: 'Ý kiến chỉ đạo của khách mời, mỗi dòng một ý kiến',
  instructionsHint: 'Viết “Ai: nội dung”, ví dụ: Ban Thi đua – Khen thưởng tỉnh: Gửi hồ sơ đúng hạn.',
}, {
  title: 'Write the minutes',
  began: 'Began at',
  ended: 'Ended at',
  hour: 'such as 08:00',
  proceedings: 'What happened, a line for each thing',
  decisions: 'Votes',
  decide: 'Add a vote',
  instructions: 'Instructions of guests, a line for each',
  instructionsHint: 'Write “Who: what”, such as: The emulation board: send the files in time.',
});

const paths = ['$.began', '$.ended', '$.proceedings', '$.instructions'];

/** Hours, proceedings, votes and instructions of a meeting that was held. What was not recorded stays away. */
export function MinutesForm({ path, meeting, etag, onSaved, onClose }: AttendanceProps & { readonly onClose: () => void }) {
  const before = meeting.minutes;
  const [hours, setHours] = useState({ began: before?.began ?? '', ended: before?.ended ?? '' });
  const [proceedings, setProceedings] = useState(linesOf(before?.proceedings ?? []));
  const [decisions, setDecisions] = useState<readonly Schema['MeetingDecision'][]>(before?.decisions ?? []);
  const [instructions, setInstructions] = useState(before?.instructions.map(one => `${one.from}: ${one.text}`).join('\n') ?? '');
  const act = useAct();
  useChanges([hours, proceedings, decisions, instructions], act.isBusy);
  const save = async (event: Event) => {
    event.preventDefault();
    const body: Schema['MinutesBody'] = {
      began: hours.began.trim() || null, ended: hours.ended.trim() || null, decisions: [...decisions],
      proceedings: proceedingsOf(proceedings, before?.proceedings ?? []),
      instructions: instructions.split('\n').filter(line => line.trim()).map(line => {
        const [from, ...text] = line.split(':');
        return { from: from!.trim(), text: text.join(':').trim() };
      }),
    };
    const isDone = await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}/minutes', { params: { path, header: etag ? { 'If-Match': etag } : {} }, body })));
    if (isDone) {
      onSaved();
    }
  };
  const put = (at: number, one: Schema['MeetingDecision'] | null) => setDecisions(one ? decisions.with(at, one) : decisions.filter((_, other) => other !== at));
  const next = Math.max(0, ...decisions.map(one => one.number)) + 1;
  return (
    <form class="card" onSubmit={event => void save(event)}>
      <h2>{w.title}</h2>
      <FaultSummary faults={act.faults} paths={paths} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <div class="row">
        <Field label={w.began} path="$.began" faults={act.faults} hint={w.hour}><input type="text" inputMode="numeric" size={6} value={hours.began} onInput={event => setHours({ ...hours, began: event.currentTarget.value })} /></Field>
        <Field label={w.ended} path="$.ended" faults={act.faults} hint={w.hour}><input type="text" inputMode="numeric" size={6} value={hours.ended} onInput={event => setHours({ ...hours, ended: event.currentTarget.value })} /></Field>
      </div>
      <Field label={w.proceedings} path="$.proceedings" faults={act.faults}><textarea rows={6} value={proceedings} onInput={event => setProceedings(event.currentTarget.value)} /></Field>
      <h3>{w.decisions}</h3>
      {decisions.map((one, at) => <DecisionFields key={one.number} decision={one} path={`$.decisions[${at}]`} faults={act.faults} onChange={next => put(at, next)} />)}
      <p><button type="button" onClick={() => setDecisions([...decisions, { number: next, about: 'other', text: '' }])}>{w.decide}</button></p>
      <Field label={w.instructions} path="$.instructions" faults={act.faults} hint={w.instructionsHint}><textarea rows={3} value={instructions} onInput={event => setInstructions(event.currentTarget.value)} /></Field>
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || decisions.some(one => !one.text.trim())}>{common.save}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
      </div>
    </form>
  );
}
