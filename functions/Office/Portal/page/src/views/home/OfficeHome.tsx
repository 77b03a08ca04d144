import { api, ask, type Schema } from '../../api/client';
import { base } from '../../auth/settings';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf, nobody } from '../../shell/places';
import { today } from '../../shell/session';
import { common } from '../../words/common';
import { count, day } from '../../words/format';
import { words } from '../../words/language';
import { stageNames, timerNames } from '../../words/names';

type Report = Schema['OperationsReport'];

const w = words({
  title: 'Việc của cơ quan thường trực',
  today: (day: string) => `Hôm nay ${day}.`,
  owed: 'Cần xử lý',
  nothing: 'Không có việc nào cần xử lý ngay.',
  withoutHead: (bloc: string, year: number) => `${bloc} chưa có Khối trưởng năm ${year}`,
  dead: (mails: string) => `${mails} thư không gửi được`,
  heldBack: 'Thư chưa gửi đi được',
  timers: (names: string) => `Việc tự động bị chậm: ${names}`,
  seals: (days: number) => `Niêm phong nhật ký chậm ${days} ngày`,
  backups: (days: number) => `Sao lưu chậm ${days} ngày`,
  succession: (day: string) => `Việc chia, tách, sáp nhập đơn vị từ ngày ${day} đang vướng`,
  returns: (unit: string, day: string) => `${unit} quá hạn nộp lại hiện vật, tiền thưởng của danh hiệu đã bị hủy bỏ (${day})`,
  late: 'Nộp phiếu chậm',
  blocs: (year: number) => `Các khối năm ${year}`,
  stage: 'Đang ở bước',
  between: 'giữa các bước',
  submitted: 'Đã nộp phiếu',
  none: 'Chưa có năm thi đua nào đang mở.',
  setUp: 'Thiết lập từ tệp danh sách',
  begin: 'Mở trang của cơ quan thường trực',
}, {
  title: 'The office’s work',
  today: day => `Today is ${day}.`,
  owed: 'To be looked at',
  nothing: 'Nothing has to be looked at now.',
  withoutHead: (bloc, year) => `${bloc} has no head in ${year}`,
  dead: mails => `${mails} mails could not be sent`,
  heldBack: 'No mail leaves',
  timers: names => `Timers that are late: ${names}`,
  seals: days => `The seals of the trail are ${days} days behind`,
  backups: days => `The backups are ${days} days behind`,
  succession: day => `A succession of units of ${day} waits`,
  returns: (unit, day) => `${unit} has not given back what goes with a title that was taken back (${day})`,
  late: 'Sheets that are late',
  blocs: year => `Blocs of ${year}`,
  stage: 'At the step',
  between: 'between steps',
  submitted: 'Handed in',
  none: 'No year is open.',
  setUp: 'Set up from the files you have',
  begin: 'Open the office’s pages',
});

/** What the office owes, and where every bloc is. */
export function OfficeHome() {
  const asked = useAnswer(signal => ask(api.GET('/api/admin/operations', { signal })), []);
  return (
    <Page title={w.title} lead={w.today(day(today.value))} actions={<a class="button" href={`${base}/office`}>{w.begin}</a>}>
      <Show of={asked}>{({ data }) => <Operations report={data} />}</Show>
    </Page>
  );
}

function Operations({ report }: { report: Report }) {
  const owed = troubles(report);
  return (
    <>
      <h2>{w.owed}</h2>
      {owed.length === 0
        ? <p class="card"><StatusBadge kind="good">{w.nothing}</StatusBadge></p>
        : <ul class="tasks">{owed.map(({ text, more, href }) => <li><div class="task-what"><StatusBadge kind="warn">{text}</StatusBadge>{more && <p class="small">{more}</p>}</div>{href && <a href={`${base}/office/${href}`}>{common.open}<span class="hidden"> – {text}</span></a>}</li>)}</ul>}
      {report.years.length === 0 && <p class="card">{w.none} <a href={`${base}/office/setup`}>{w.setUp}</a></p>}
      {report.years.map(year => <BlocsOfYear year={year} />)}
    </>
  );
}

export function BlocsOfYear({ year }: { year: Schema['YearReport'] }) {
  return (
    <Table
      caption={w.blocs(year.year)} rows={year.blocs} rowKey={bloc => bloc.bloc + bloc.period}
      columns={[
        { head: common.bloc, cell: bloc => <a href={addressOf('bloc', { year: year.year, period: bloc.period, bloc: bloc.bloc, unit: nobody })}>{bloc.blocName}</a>, sort: bloc => bloc.blocName },
        { head: w.stage, cell: bloc => stageNames[bloc.stage as Schema['StageKind']] ?? w.between },
        { head: w.submitted, cell: bloc => `${bloc.submitted}/${bloc.members}`, isNumber: true, sort: bloc => bloc.submitted / Math.max(bloc.members, 1) },
        { head: w.late, cell: bloc => bloc.late > 0 && <><StatusBadge kind="bad">{bloc.late}</StatusBadge> {bloc.lateUnits.map(unit => unit.name).join(', ')}</>, sort: bloc => bloc.late },
      ]} />
  );
}

function troubles(report: Report): readonly { readonly text: string; readonly more?: string | null; readonly href?: string }[] {
  // Seals and backups say themselves how far they are behind.
  const overdue = report.timers.filter(timer => timer.overdue && timer.name !== 'SealAudit' && timer.name !== 'BackUpTables');
  return [
    ...report.withoutHead.map(one => ({ text: w.withoutHead(one.blocName, one.year), href: `bloc/${encodeURIComponent(one.bloc)}` })),
    ...report.mail.heldBack ? [{ text: w.heldBack, more: report.mail.heldBack, href: 'operations' }] : [],
    ...report.mail.dead > 0 ? [{ text: w.dead(count(report.mail.dead)), href: 'mail' }] : [],
    ...report.successions.map(one => ({ text: w.succession(day(one.day)), more: one.obstacle, href: `succession/${encodeURIComponent(one.succession)}` })),
    ...report.overdueReturns.map(one => ({ text: w.returns(one.unitName, day(one.due)), href: `decisions/${one.year}/${encodeURIComponent(one.decision)}` })),
    ...overdue.length > 0 ? [{ text: w.timers(overdue.map(timer => timerNames[timer.name] ?? timer.name).join(', ')), href: 'operations' }] : [],
    ...report.seals.daysBehind > 1 ? [{ text: w.seals(report.seals.daysBehind), href: 'operations' }] : [],
    ...report.backups.daysBehind > 1 ? [{ text: w.backups(report.backups.daysBehind), href: 'operations' }] : [],
  ];
}
