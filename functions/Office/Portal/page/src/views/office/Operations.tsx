import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { DaysLeft } from '../../parts/DaysLeft';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { may } from '../../shell/session';
import { capital, count, day, moment, sayMinutes } from '../../words/format';
import { words } from '../../words/language';
import { timerNames } from '../../words/names';
import { readAwardNames } from '../awards/awardNames';
import { Audit } from './Audit';
import { Erase } from './Erase';
import { Frame } from './Frame';
import { at, unfinishedNames } from './names';

type Report = Schema['OperationsReport'];

const w = words({
  title: 'Vận hành hệ thống', lead: (moment: string, version: string) => `Lúc ${moment}, phiên bản ${version}.`, mail: 'Thư', waiting: 'Đang chờ gửi', retried: 'Đang gửi lại', dead: 'Không gửi được', oldest: (n: string) => `thư chờ lâu nhất ${n} phút`, toMail: 'Xem thư', held: 'Thư đang bị giữ lại:',
  timers: 'Việc tự động', name: 'Việc', succeeded: 'Lần chạy được gần nhất', failed: 'Lần lỗi gần nhất', next: 'Lần tới', state: 'Tình trạng', overdue: 'Chậm', good: 'Đúng hẹn', run: 'Chạy ngay', running: (name: string) => `Chạy ngay: ${name}`,
  runText: 'Làm cùng việc như khi chạy theo lịch. Chạy thêm một lần không gây hại.', safety: 'An toàn dữ liệu', seal: 'Niêm phong nhật ký', backup: 'Sao lưu', last: 'Ngày gần nhất', behind: (n: number) => n <= 0 ? 'Đúng hẹn' : `Chậm ${n} ngày`, missing: (n: number) => `thiếu ${n} ngày`,
  unfinished: 'Việc dở dang', none: 'Không có.', kind: 'Loại', howMany: 'Số lượng', minutes: 'Lâu nhất', ran: (name: string, n: number) => `Đã chạy “${name}”: ${n} việc được làm.`, never: 'chưa có',
  returns: 'Danh hiệu đã bị hủy bỏ, quá hạn nộp lại', allBack: 'Không đơn vị nào quá hạn.', unit: 'Đơn vị', award: 'Danh hiệu, hình thức', lacks: 'Chưa nộp lại', object: 'hiện vật', money: 'tiền thưởng', due: 'Hạn cuối', revokedBy: 'Quyết định hủy bỏ', record: 'Ghi thu hồi',
}, {
  title: 'Operations', lead: (moment, version) => `At ${moment}, version ${version}.`, mail: 'Mail', waiting: 'Waiting', retried: 'Tried again', dead: 'Given up', oldest: n => `the oldest waits for ${n} minutes`, toMail: 'See the mail', held: 'Mail is held back:',
  timers: 'Timers', name: 'Timer', succeeded: 'Last success', failed: 'Last failure', next: 'Next', state: 'State', overdue: 'Late', good: 'On time', run: 'Run now', running: name => `Run now: ${name}`,
  runText: 'Does the same as the schedule does. Once more does no harm.', safety: 'Safety of the data', seal: 'Seal of the trail', backup: 'Backup', last: 'Last day', behind: n => n <= 0 ? 'On time' : `${n} days behind`, missing: n => `${n} days missing`,
  unfinished: 'Unfinished', none: 'None.', kind: 'Kind', howMany: 'How many', minutes: 'Oldest', ran: (name, n) => `Ran “${name}”: ${n} things done.`, never: 'none yet',
  returns: 'Titles that were taken back, overdue', allBack: 'No unit is overdue.', unit: 'Unit', award: 'Award', lacks: 'Has not come back', object: 'object', money: 'money', due: 'Last day', revokedBy: 'Taken back by', record: 'Record the return',
});

export default function Operations() {
  const asked = useAnswer(async signal => {
    const [{ data }, awardName] = await Promise.all([ask(api.GET('/api/admin/operations', { signal })), readAwardNames(signal)]);
    return { data, awardName };
  }, []);
  return (
    <Frame title={w.title} lead={asked.value && w.lead(moment(asked.value.data.at), asked.value.data.version.split('+')[0]!)}>
      <Show of={asked}>
        {({ data, awardName }) => (
          <>
            <Mail report={data.mail} />
            <Returns returns={data.overdueReturns} awardName={awardName} />
            <Timers timers={data.timers} onRun={asked.reload} />
            <Safety report={data} />
            <Table
              caption={w.unfinished} rows={data.unfinished} rowKey={one => one.kind} empty={w.none}
              columns={[{ head: w.kind, cell: one => unfinishedNames[one.kind] ?? one.kind }, { head: w.howMany, cell: one => count(one.count), isNumber: true }, { head: w.minutes, cell: one => sayMinutes(one.oldestMinutes), isNumber: true }]} />
          </>
        )}
      </Show>
      {(may('ExportAudit') || may('VerifyAudit')) && <Audit />}
      {may('ErasePeople') && <Erase />}
    </Frame>
  );
}

function Mail({ report }: { report: Report['mail'] }) {
  return (
    <section class="card">
      <h2>{w.mail}</h2>
      {report.heldBack && <Notice kind="bad">{w.held} {report.heldBack}</Notice>}
      <p>
        {w.waiting}: <strong>{count(report.waiting)}</strong> {report.waiting > 0 && <span class="soft">({w.oldest(count(report.oldestMinutes))})</span>} · {w.retried}: <strong>{count(report.retried)}</strong> ·{' '}
        <StatusBadge kind={report.dead > 0 ? 'bad' : 'good'}>{w.dead}: {count(report.dead)}</StatusBadge>
      </p>
      {may('ListMail') && <p><a class="button" href={at('mail')}>{w.toMail}</a></p>}
    </section>
  );
}

/** What units should have given back by now; the office records it with the decision that gave the title. */
function Returns({ returns, awardName }: { returns: readonly Schema['OverdueReturn'][]; awardName: (award: string) => string }) {
  return (
    <Table
      caption={w.returns} rows={returns} rowKey={one => `${one.year} ${one.decision} ${one.unit} ${one.award}`} empty={w.allBack}
      columns={[
        { head: w.unit, cell: one => one.unitName, sort: one => one.unitName },
        { head: w.award, cell: one => `${awardName(one.award)} ${one.year}`, sort: one => awardName(one.award) },
        { head: w.lacks, cell: one => [one.lacksObject && w.object, one.lacksMoney && w.money].filter(Boolean).join(', ') },
        { head: w.due, cell: one => <DaysLeft until={one.due} />, sort: one => one.due },
        { head: w.revokedBy, cell: one => one.revokedBy },
        { head: w.record, cell: one => <a class="button" href={at('decisions', one.year, one.decision)}>{w.record}<span class="hidden"> – {one.unitName}, {awardName(one.award)}</span></a> },
      ]} />
  );
}

const nameOf = (timer: { readonly name: string }): string => capital(timerNames[timer.name] ?? timer.name);

function Timers({ timers, onRun }: { timers: readonly Schema['TimerReport'][]; onRun: () => void }) {
  const [asked, question] = useState<Schema['TimerReport']>();
  const [done, say] = useState<string>();
  const run = async () => {
    const { data } = await ask(api.POST('/api/admin/timers/{name}', { params: { path: { name: asked!.name } } }));
    say(w.ran(nameOf(asked!), data.done.length));
    onRun();
  };
  return (
    <>
      {done && <Notice kind="good">{done}</Notice>}
      <Table
        caption={w.timers} rows={timers} rowKey={timer => timer.name}
        columns={[
          { head: w.name, cell: nameOf, sort: nameOf },
          { head: w.state, cell: timer => <><StatusBadge kind={timer.overdue ? 'bad' : 'good'}>{timer.overdue ? w.overdue : w.good}</StatusBadge>{timer.failure && <p class="small">{timer.failure}</p>}</> },
          { head: w.succeeded, cell: timer => moment(timer.lastSucceeded) || w.never },
          { head: w.failed, cell: timer => moment(timer.lastFailed) || '–' },
          { head: w.next, cell: timer => moment(timer.next) },
          ...may('RunTimer') ? [{ head: w.run, cell: (timer: Schema['TimerReport']) => <button type="button" class="quiet nowrap" onClick={() => question(timer)}>{w.run}<span class="hidden"> – {nameOf(timer)}</span></button> }] : [],
        ]} />
      {asked && <Confirm title={w.running(nameOf(asked))} isOpen onClose={() => question(undefined)} onConfirm={run} yes={w.run}><p>{w.runText}</p></Confirm>}
    </>
  );
}

function Safety({ report }: { report: Report }) {
  const rows = [{ name: w.seal, ...report.seals, missing: 0 }, { name: w.backup, ...report.backups }];
  return (
    <Table
      caption={w.safety} rows={rows} rowKey={row => row.name}
      columns={[
        { head: w.kind, cell: row => row.name },
        { head: w.last, cell: row => day(row.lastDay) || w.never },
        { head: w.state, cell: row => <><StatusBadge kind={row.daysBehind > 1 || row.missing > 0 ? 'warn' : 'good'}>{w.behind(row.daysBehind)}</StatusBadge> {row.missing > 0 && w.missing(row.missing)}</> },
      ]} />
  );
}
