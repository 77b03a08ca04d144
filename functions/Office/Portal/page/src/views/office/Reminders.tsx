import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { FaultSummary, Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { Notice, ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { useChanges } from '../../parts/useGuard';
import { may } from '../../shell/session';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { stageNames } from '../../words/names';
import { Frame } from './Frame';
import { options } from './names';
import { daysOf, sayDays } from './reminderDays';

type Rules = Schema['ReminderRulesView'];

const w = words({
  title: 'Lịch nhắc việc', lead: 'Đơn vị chưa làm xong nhận thư nhắc trước hạn cuối của từng bước.',
  hint: 'Số ngày trước hạn, cách nhau bằng dấu phẩy. 0 là đúng hạn, -1 là một ngày sau hạn; để trống là không nhắc.', days: (stage: string) => `${stage}: nhắc trước mấy ngày`,
  chase: 'Nhắc lại việc đã quá hạn sau mỗi mấy ngày', chaseHint: 'Kết luận hội nghị, tiến độ giao ước, phần báo cáo; 0 là không nhắc lại.', fresh: 'Đang theo lịch nhắc có sẵn.', saved: 'Đã lưu.', wrong: 'Xin viết các số, như 7, 3, 0.',
}, {
  title: 'Reminders', lead: 'Who is not done gets mail before the last day of each step.',
  hint: 'Days before the last day, with commas between. 0 is the day itself, -1 the day after; blank is never.', days: stage => `${stage}: how many days before`,
  chase: 'What is late comes again every so many days', chaseHint: 'Conclusions, progress of the pact, parts of reports; 0 is never.', fresh: 'The rules that came with the program hold.', saved: 'Saved.', wrong: 'Please write numbers, such as 7, 3, 0.',
});

/** On which days before a deadline people are reminded. */
export default function Reminders() {
  const asked = useAnswer(signal => ask(api.GET('/api/reminder-rules', { signal })), []);
  const [isSaved, save] = useState(false);
  return (
    <Frame title={w.title} lead={w.lead}>
      {isSaved && <Notice kind="good">{w.saved}</Notice>}
      <Show of={asked}>{rules => <Form key={rules.etag} rules={rules} onSaved={() => { save(true); asked.reload(); }} />}</Show>
    </Frame>
  );
}

function Form({ rules, onSaved }: { rules: Answer<Rules>; onSaved: () => void }) {
  const stages = options(stageNames);
  const [texts, set] = useState<Readonly<Record<string, string>>>(Object.fromEntries(rules.data.stages.map(one => [one.stage, sayDays(one.days)])));
  const [chase, setChase] = useState(String(rules.data.chaseEvery));
  const act = useAct();
  useChanges([texts, chase], act.isBusy);
  const read = stages.map(({ value: stage }) => ({ stage, days: daysOf(texts[stage] ?? '') }));
  const isWrong = read.some(one => one.days === null) || !/^\d+$/u.test(chase.trim());
  const send = async (event: Event) => {
    event.preventDefault();
    const body = { stages: read.filter(one => one.days!.length > 0).map(one => ({ stage: one.stage, days: [...one.days!] })), chaseEvery: Number(chase) };
    if (await act.run(() => ask(api.PUT('/api/reminder-rules', { params: { header: rules.etag ? { 'If-Match': rules.etag } : {} }, body })))) {
      onSaved();
    }
  };
  return (
    <form class="card" onSubmit={event => void send(event)}>
      {rules.data.isDefault && <Notice>{w.fresh}</Notice>}
      <FaultSummary faults={act.faults} paths={[]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <p class="hint">{w.hint}</p>
      <div class="inline-form">
        {stages.map(({ value: stage, name }) => (
          <Field key={stage} label={w.days(name)}><input type="text" inputMode="text" disabled={!may('PutReminderRules')} value={texts[stage] ?? ''} onInput={event => set({ ...texts, [stage]: event.currentTarget.value })} /></Field>
        ))}
      </div>
      <Field label={w.chase} hint={w.chaseHint}><input type="text" inputMode="numeric" disabled={!may('PutReminderRules')} value={chase} onInput={event => setChase(event.currentTarget.value)} /></Field>
      {isWrong && <p class="fault" role="status">✕ {w.wrong}</p>}
      {may('PutReminderRules') && <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy || isWrong}>{common.save}</button></div>}
    </form>
  );
}
