import { api, ask, type Schema } from '../../api/client';
import { BarChart } from '../../parts/Chart';
import { DaysLeft } from '../../parts/DaysLeft';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { today } from '../../shell/session';
import { common } from '../../words/common';
import { capital, day } from '../../words/format';
import { words } from '../../words/language';
import { barsOf, counted, isSecret, listed, placesOfLeader, who } from '../home/due';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { blocAddress, inPeriod, mayIn, placeIn } from './place';
import { remindersOf, ruleOf } from './reminders';
import { Sheets } from './Sheets';
import './bloc.css';

const w = words({
  title: 'Tình hình khối',
  head: 'Khối trưởng',
  deputy: 'Khối phó',
  members: 'Số đơn vị',
  none: 'chưa có',
  complaints: 'Kiến nghị',
  waiting: (count: number) => `${count} kiến nghị chờ trả lời`,
  work: 'Các việc của năm',
  progress: 'Tiến độ của khối',
  what: 'Việc',
  done: 'Đã xong',
  missingHidden: 'Tên đơn vị chưa xong chỉ Khối trưởng, Khối phó và cơ quan thường trực xem được.',
  late: (units: number) => `${units} đơn vị chậm:`,
  notYet: (units: number) => `${units} đơn vị chưa xong:`,
  reminded: (day: string) => `ngày nhắc theo lịch: ${day}`,
  next: (day: string) => `lần tới: ${day}`,
  allDone: 'Mọi đơn vị đã xong',
  nothing: 'Năm này chưa có việc nào được giao cho các đơn vị.',
  lateUnits: (count: number) => `${count} đơn vị đang chậm`,
  noLate: 'Chưa có đơn vị nào chậm.',
}, {
  title: 'The bloc now',
  head: 'Head',
  deputy: 'Deputy',
  members: 'Units',
  none: 'none yet',
  complaints: 'Complaints',
  waiting: count => count === 1 ? '1 waits for an answer' : `${count} wait for an answer`,
  work: 'What the year asks for',
  progress: 'How far the bloc is',
  what: 'Work',
  done: 'Done',
  missingHidden: 'Only the head, the deputy and the office see which units have not.',
  late: units => units === 1 ? '1 unit is late:' : `${units} units are late:`,
  notYet: units => `${units} still to do it:`,
  reminded: day => `reminder by the rules: ${day}`,
  next: day => `next: ${day}`,
  allDone: 'Every unit has',
  nothing: 'The year asks nothing of the units so far.',
  lateUnits: count => count === 1 ? '1 unit is late' : `${count} units are late`,
  noLate: 'No unit is late.',
});

/** The bloc at a glance: who leads it, who has done what, who is late, and the members' sheets. */
export default function Bloc({ params }: ViewProps) {
  const place = placeIn(params);
  const { year, bloc } = place;
  const asked = useAnswer(async signal => {
    const [view, rules, waiting] = await Promise.all([
      ask(api.GET('/api/cycles/{year}/blocs/{bloc}/year', { params: { path: { year, bloc } }, signal })),
      ask(api.GET('/api/reminder-rules', { signal })).catch(() => null),
      mayIn('ListBlocComplaints', place) ? ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/complaints', { params: { path: inPeriod(place), query: { state: 'open', pageSize: 200 } }, signal })).catch(() => null) : null,
    ]);
    today.value = view.data.today;
    return { year: view.data, rules: rules?.data ?? { stages: [], chaseEvery: 0, isDefault: true }, complaints: waiting?.data.complaints.length ?? 0 };
  }, [year, place.period, bloc]);
  return (
    <Frame place={place} view="overview" title={w.title}>
      <Show of={asked}>{value => <Year {...value} place={place} />}</Show>
      {mayIn('ListSheets', place) && <Sheets place={place} />}
    </Frame>
  );
}

interface YearProps {
  readonly year: Schema['BlocYearView'];
  readonly rules: Schema['ReminderRulesView'];
  /** How many wait for an answer. */
  readonly complaints: number;
  readonly place: PlaceId;
}

function Year({ year, rules, complaints, place }: YearProps) {
  const isLate = (unit: Schema['BlocYearUnit']) => (unit.daysLeft ?? 0) < 0;
  const late = new Set(year.work.flatMap(work => work.missing.filter(isLate).map(unit => unit.unit))).size;
  const opens = (work: Schema['BlocYearWork']) => year.stages.find(stage => stage.stage === work.stage && stage.period === work.period)?.opens;
  return (
    <>
      <dl class="card facts">
        <div><dt>{w.head}</dt><dd>{year.headName ?? w.none}</dd></div>
        <div><dt>{w.deputy}</dt><dd>{year.deputyName ?? w.none}</dd></div>
        <div><dt>{w.members}</dt><dd>{year.members}</dd></div>
        {mayIn('ListSheets', place) && <div><dt>{common.state}</dt><dd>{late > 0 ? <StatusBadge kind="bad">{w.lateUnits(late)}</StatusBadge> : <StatusBadge kind="good">{w.noLate}</StatusBadge>}</dd></div>}
        {complaints > 0 && <div><dt>{w.complaints}</dt><dd><a href={blocAddress(place, 'complaints')}>{w.waiting(complaints)}</a></dd></div>}
      </dl>
      {year.work.length === 0 ? <Notice>{w.nothing}</Notice> : (
        <>
          <BarChart
            title={w.progress} names={{ what: w.what, value: w.done }}
            bars={barsOf(year.work)} />
          <section aria-labelledby="work">
            <h2 id="work">{w.work}</h2>
            <ul class="tasks">
              {year.work.map(work => (
                <li key={work.stage + work.period + work.what}>
                  <div class="task-what">
                    <span class="task-name">{capital(work.what)}</span> <span class="soft">{counted(work)}</span>
                    <Missing work={work} />
                  </div>
                  <div class="task-days">
                    {work.due && <DaysLeft until={work.due} isDone={work.state === 'done'} />}
                    {work.due && work.done < work.total && <Reminded of={remindersOf(work.due, ruleOf(rules, work.stage), year.today, opens(work))} />}
                    {work.kind && mayIn('PutPlan', place) && work.done < work.total && placesOfLeader(work, place).map(({ href, name }) => <p class="no-print"><a href={href}>{name}<span class="hidden"> – {work.what}</span></a></p>)}
                  </div>
                </li>
              ))}
            </ul>
          </section>
          {!mayIn('ListSheets', place) && <p class="hint">{w.missingHidden}</p>}
        </>
      )}
    </>
  );
}

function Missing({ work }: { work: Schema['BlocYearWork'] }) {
  if (isSecret(work)) {
    return null;
  }

  if (work.done === work.total) {
    return <p><StatusBadge kind="good">{w.allDone}</StatusBadge></p>;
  }

  // Whose day is over stands first. A day is said where it is the unit's own, not the one beside.
  const own = (unit: Schema['BlocYearUnit']) => unit.due && unit.due !== work.due ? ` (${day(unit.due)})` : '';
  const late = work.missing.filter(unit => (unit.daysLeft ?? 0) < 0);
  const others = work.missing.filter(unit => !late.includes(unit));
  const unitsOf = (some: readonly Schema['BlocYearUnit'][]) => new Set(some.map(unit => unit.unit)).size;
  return (
    <>
      {late.length > 0 && <p><StatusBadge kind="bad">{w.late(unitsOf(late))}</StatusBadge> {listed(late.map(unit => who(unit) + own(unit)))}</p>}
      {others.length > 0 && <p>{w.notYet(unitsOf(others))} {listed(others.map(unit => who(unit) + own(unit)))}</p>}
    </>
  );
}

function Reminded({ of: { last, next } }: { of: ReturnType<typeof remindersOf> }) {
  return (
    (last || next) && <p class="small soft">✉ {[last && w.reminded(day(last)), next && w.next(day(next))].filter(Boolean).join(', ')}</p>
  );
}
