import { api, ask, type Schema } from '../../api/client';
import { BarChart } from '../../parts/Chart';
import { DaysLeft } from '../../parts/DaysLeft';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { today } from '../../shell/session';
import { common } from '../../words/common';
import { capital, day } from '../../words/format';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { mayIn, placeIn } from './place';
import { remindersOf, ruleOf } from './reminders';
import { Sheets } from './Sheets';
import './bloc.css';

const w = words({
  title: 'Tình hình khối',
  head: 'Khối trưởng',
  deputy: 'Khối phó',
  members: 'Số đơn vị',
  none: 'chưa có',
  work: 'Các việc của năm',
  progress: 'Tiến độ của khối',
  what: 'Việc',
  done: 'Đã xong',
  missing: 'Đơn vị chưa xong',
  missingHidden: 'Tên đơn vị chưa xong chỉ Khối trưởng, Khối phó và cơ quan thường trực xem được.',
  late: (days: number) => `chậm ${days} ngày`,
  last: 'Nhắc qua thư',
  reminded: (day: string) => `đã nhắc ngày ${day}`,
  next: (day: string) => `lần tới ${day}`,
  allDone: 'Không còn đơn vị nào',
  nothing: 'Năm này chưa có việc nào được giao cho các đơn vị.',
  lateUnits: (count: number) => `${count} đơn vị đang chậm`,
  noLate: 'Chưa có đơn vị nào chậm.',
}, {
  title: 'The bloc now',
  head: 'Head',
  deputy: 'Deputy',
  members: 'Units',
  none: 'none yet',
  work: 'What the year asks for',
  progress: 'How far the bloc is',
  what: 'Work',
  done: 'Done',
  missing: 'Units that have not',
  missingHidden: 'Only the head, the deputy and the office see which units have not.',
  late: days => `${days} days late`,
  last: 'Reminded by mail',
  reminded: day => `reminded on ${day}`,
  next: day => `next on ${day}`,
  allDone: 'No unit is missing',
  nothing: 'The year asks nothing of the units so far.',
  lateUnits: count => count === 1 ? '1 unit is late' : `${count} units are late`,
  noLate: 'No unit is late.',
});

/** The bloc at a glance: who leads it, who has done what, who is late, and the members' sheets. */
export default function Bloc({ params }: ViewProps) {
  const place = placeIn(params);
  const { year, bloc } = place;
  const asked = useAnswer(async signal => {
    const [view, rules] = await Promise.all([
      ask(api.GET('/api/cycles/{year}/blocs/{bloc}/year', { params: { path: { year, bloc } }, signal })),
      ask(api.GET('/api/reminder-rules', { signal })).catch(() => null),
    ]);
    today.value = view.data.today;
    return { year: view.data, rules: rules?.data ?? { stages: [], isDefault: true } };
  }, [year, bloc]);
  return (
    <Frame place={place} view="overview" title={w.title}>
      <Show of={asked}>{value => <Year {...value} place={place} />}</Show>
      {mayIn('ListSheets', place) && <Sheets place={place} />}
    </Frame>
  );
}

function Year({ year, rules, place }: { year: Schema['BlocYearView']; rules: Schema['ReminderRulesView']; place: PlaceId }) {
  const isLate = (unit: Schema['BlocYearUnit']) => (unit.daysLeft ?? 0) < 0;
  const late = new Set(year.work.flatMap(work => work.missing.filter(isLate).map(unit => unit.unit))).size;
  const opens = (work: Schema['BlocYearWork']) => year.stages.find(stage => stage.stage === work.stage && stage.period === work.period)?.opens;
  return (
    <>
      <dl class="card facts">
        <div><dt>{w.head}</dt><dd>{year.headName ?? w.none}</dd></div>
        <div><dt>{w.deputy}</dt><dd>{year.deputyName ?? w.none}</dd></div>
        <div><dt>{w.members}</dt><dd>{year.members}</dd></div>
        <div><dt>{common.state}</dt><dd>{late > 0 ? <StatusBadge kind="bad">{w.lateUnits(late)}</StatusBadge> : <StatusBadge kind="good">{w.noLate}</StatusBadge>}</dd></div>
      </dl>
      {year.work.length === 0 ? <Notice>{w.nothing}</Notice> : (
        <>
          <BarChart
            title={w.progress} names={{ what: w.what, value: w.done }}
            bars={year.work.map(work => ({ name: capital(work.what), value: work.done, most: work.total, text: `${work.done}/${work.total}`, kind: work.state === 'late' ? 'bad' : work.state === 'done' ? 'good' : 'plain' }))} />
          <Table
            caption={w.work} rows={year.work} rowKey={work => work.stage + work.period + work.what}
            columns={[
              { head: w.what, cell: work => capital(work.what) },
              { head: common.deadline, cell: work => work.due && <DaysLeft until={work.due} isDone={work.state === 'done'} />, sort: work => work.due },
              { head: w.done, cell: work => `${work.done}/${work.total}`, isNumber: true, sort: work => work.done / Math.max(work.total, 1) },
              { head: w.missing, cell: work => <Missing work={work} />, class: 'wide' },
              { head: w.last, cell: work => work.due && work.done < work.total && <Reminded of={remindersOf(work.due, ruleOf(rules, work.stage), year.today, opens(work))} /> },
            ]} />
          {!mayIn('ListSheets', place) && <p class="hint">{w.missingHidden}</p>}
        </>
      )}
    </>
  );
}

function Missing({ work }: { work: Schema['BlocYearWork'] }) {
  if (work.done === work.total) {
    return <StatusBadge kind="good">{w.allDone}</StatusBadge>;
  }

  // Whose day is over stands first, and is said; the others are just named.
  const late = work.missing.filter(unit => (unit.daysLeft ?? 0) < 0);
  const others = work.missing.filter(unit => !late.includes(unit));
  return (
    <>
      {late.length > 0 && <ul class="plain">{late.map(unit => <li>{unit.name} <StatusBadge kind="bad">{w.late(-unit.daysLeft!)}</StatusBadge></li>)}</ul>}
      {others.map(unit => unit.name).join(', ')}
    </>
  );
}

function Reminded({ of: { last, next } }: { of: ReturnType<typeof remindersOf> }) {
  return (
    <span class="small">
      {last && <span class="nowrap">✉ {w.reminded(day(last))}</span>}{last && next && <br />}{next && <span class="nowrap">{w.next(day(next))}</span>}
    </span>
  );
}
