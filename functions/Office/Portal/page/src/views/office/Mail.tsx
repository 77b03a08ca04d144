import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { Pager } from '../../parts/Pager';
import { Show } from '../../parts/Show';
import { Notice, ProblemView } from '../../parts/States';
import { StatusBadge, type BadgeKind } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAct } from '../../parts/useAct';
import { usePages } from '../../parts/usePages';
import { may } from '../../shell/session';
import { common } from '../../words/common';
import { day as dayOf, moment, type Day } from '../../words/format';
import { words } from '../../words/language';
import { Frame, Select } from './Frame';
import { at, mailStateNames, options } from './names';

type Mail = Schema['MailView'];

const w = words({
  title: 'Thư đã gửi và chưa gửi được', back: 'Vận hành hệ thống', show: 'Hiện', dead: 'Thư không gửi được', open: 'Thư chưa xong', ofDay: 'Theo ngày', day: 'Ngày', state: 'Tình trạng', all: 'Tất cả', attempts: 'Lần thử', reason: 'Lý do', queued: 'Lúc', retry: 'Gửi lại', none: 'Không có thư nào.',
  done: (unit: string) => `Thư của ${unit} đã được xếp hàng gửi lại.`, hint: 'Địa chỉ sai thì sửa ở trang của đơn vị trước, rồi gửi lại: thư sẽ đến địa chỉ mới.',
}, {
  title: 'Mail', back: 'Operations', show: 'Show', dead: 'Mail that was given up', open: 'Mail that is not over', ofDay: 'Of a day', day: 'Day', state: 'State', all: 'All', attempts: 'Attempts', reason: 'Reason', queued: 'At', retry: 'Send again', none: 'No mail.',
  done: unit => `The mail of ${unit} is in the queue again.`, hint: 'Where an address is wrong, change it in the unit’s page first, then send again: the new address gets it.',
});

const badges: Readonly<Record<Mail['state'], BadgeKind>> = { waiting: 'info', sending: 'info', accepted: 'good', sent: 'good', unneeded: 'plain', dead: 'bad' };

export default function MailView() {
  const [shown, show] = useState<'dead' | 'open' | 'day'>('dead');
  const [day, setDay] = useState<Day | null>(null);
  const [state, setState] = useState<Mail['state'] | ''>('');
  const query = shown === 'dead' ? { state: 'dead' } : shown === 'day' && day ? { day, ...state ? { state } : null } : {};
  const asked = usePages((continuation, signal) => ask(api.GET('/api/mail', { params: { query: { ...query, ...continuation ? { continuation } : null } }, signal }))
    .then(({ data }) => ({ items: data.mails, continuation: data.continuation })), [query]);
  const [done, say] = useState<string>();
  const act = useAct();
  const retry = async (mail: Mail) => {
    say(undefined);
    if (await act.run(() => ask(api.POST('/api/mail/{mail}/retry', { params: { path: { mail: mail.mail } } })))) {
      say(w.done(mail.unitName));
      asked.reload();
    }
  };
  return (
    <Frame title={w.title} back={{ href: at('operations'), name: w.back }}>
      <div class="inline-form card">
        <Field label={w.show}><Select value={shown} onChange={show} choices={[{ value: 'dead', name: w.dead }, { value: 'open', name: w.open }, { value: 'day', name: w.ofDay }]} /></Field>
        {shown === 'day' && <Field label={w.day}><DayField value={day} onChange={setDay} /></Field>}
        {shown === 'day' && <Field label={w.state}><Select value={state} onChange={setState} choices={[{ value: '', name: w.all }, ...options(mailStateNames)]} /></Field>}
      </div>
      {done && <Notice kind="good">{done}</Notice>}
      {act.problem && <ProblemView problem={act.problem} />}
      {shown === 'dead' && <p class="hint">{w.hint}</p>}
      <Show of={asked}>
        {mails => (
          <Table
            caption={w.title} isCaptionHidden rows={mails} rowKey={mail => mail.mail} empty={w.none}
            columns={[
              { head: common.unit, cell: mail => <a href={at('unit', mail.unit)}>{mail.unitName}</a>, sort: mail => mail.unitName },
              { head: w.queued, cell: mail => <span class="nowrap">{moment(mail.queuedAt) || dayOf(mail.day)}</span>, sort: mail => mail.queuedAt },
              { head: w.state, cell: mail => <StatusBadge kind={badges[mail.state]}>{mailStateNames[mail.state]}</StatusBadge>, sort: mail => mailStateNames[mail.state] },
              { head: w.attempts, cell: mail => mail.attempts, isNumber: true },
              { head: w.reason, cell: mail => mail.reason ?? '–' },
              ...may('RetryMail') ? [{ head: w.retry, cell: (mail: Mail) => mail.state === 'dead' && <button type="button" disabled={act.isBusy} onClick={() => void retry(mail)}>{w.retry}<span class="hidden"> – {mail.unitName}</span></button> }] : [],
            ]} />
        )}
      </Show>
      <Pager of={asked} />
    </Frame>
  );
}
