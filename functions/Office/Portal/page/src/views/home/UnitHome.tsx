import { api, ask, type Schema } from '../../api/client';
import { BarChart } from '../../parts/Chart';
import { DaysLeft } from '../../parts/DaysLeft';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf, type Place } from '../../shell/places';
import { leads, today } from '../../shell/session';
import { common } from '../../words/common';
import { capital, day } from '../../words/format';
import { words } from '../../words/language';
import { roleNames, stageNames } from '../../words/names';
import { votesOf } from '../awards/Ballots';
import { barsOf, counted, listed, placesOfWork, tasksOf, who, type DutyKind } from './due';
import { SheetLine } from './SheetLine';

const w = words({
  year: (year: number) => `Năm thi đua ${year}.`,
  over: 'Năm này đã kết thúc, nay chỉ xem lại. Việc còn lại, nếu có, do cơ quan thường trực xử lý.',
  today: (day: string) => `Hôm nay ${day}.`,
  owed: 'Việc đơn vị cần làm',
  nothing: 'Đơn vị không còn việc nào đến hạn.',
  open: 'Đang mở cho đơn vị',
  extended: 'đã được gia hạn',
  until: 'Hạn cuối',
  noDay: 'chưa đặt hạn',
  left: (year: number) => `Việc còn lại của năm ${year}; năm đó đã kết thúc nên kết quả do cơ quan thường trực ghi nhận.`,
  steps: 'Các bước trong năm của khối',
  step: 'Bước',
  opens: 'Từ ngày',
  closes: 'Đến ngày',
  bloc: 'Tiến độ của khối',
  what: 'Việc',
  done: 'Đã xong',
  missing: 'Đơn vị chưa xong',
  lead: 'Khối do đơn vị phụ trách',
  all: 'Mở trang của khối',
}, {
  year: year => `The year ${year}.`,
  over: 'This year is over and only looked up. What is left of it, the office sees to.',
  today: day => `Today is ${day}.`,
  owed: 'What your unit has to do',
  nothing: 'Nothing is due from your unit.',
  open: 'Open to your unit',
  extended: 'given more time',
  until: 'Last day',
  noDay: 'no day was set',
  left: year => `Left of ${year}, which is over: the office records what was done.`,
  steps: 'Steps of the bloc’s year',
  step: 'Step',
  opens: 'From',
  closes: 'Until',
  bloc: 'How far the bloc is',
  what: 'What',
  done: 'Done',
  missing: 'Units that have not',
  lead: 'The bloc that your unit leads',
  all: 'Open the page of the bloc',
});

const states: Readonly<Record<Schema['BlocYearState'], string>> = words(
  { late: 'Quá hạn', due: 'Đang diễn ra', later: 'Sắp tới', done: 'Đã qua', notKnown: 'Chưa rõ' },
  { late: 'Late', due: 'Now', later: 'To come', done: 'Over', notKnown: 'Not known' });

const signs: Readonly<Record<Schema['BlocYearState'], string>> = { late: '✕', due: '▶', later: '○', done: '–', notKnown: '?' };

/** A unit's year: what it owes, until when, and how far its bloc is. */
export function UnitHome({ place }: { place: Place }) {
  const { year, bloc } = place;
  const asked = useAnswer(async signal => {
    const { data } = await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/year', { params: { path: { year, bloc } }, signal }));
    today.value = data.today;
    // The program asks for a secret vote until the last day, so as to tell nobody who has voted; the unit itself may know.
    const votes = await votesOf(place, tasksOf(data, place.unit).filter(task => task.kind === 'vote').flatMap(task => task.item ?? []), signal).catch(() => new Map<string, boolean>());
    return { year: data, votes };
  }, [year, bloc, place.unit]);
  return (
    <Page title={common.home} lead={<>{place.unitName} – {place.roles.map(role => roleNames[role]).join(', ')}. {w.year(place.year)} {w.today(day(today.value))}</>}>
      <Show of={asked}>{({ year, votes }) => <YearOfUnit place={place} year={year} votes={votes} />}</Show>
    </Page>
  );
}

function YearOfUnit({ place, year, votes }: { place: Place; year: Schema['BlocYearView']; votes: ReadonlyMap<string, boolean> }) {
  const tasks = tasksOf(year, place.unit).filter(task => task.kind !== 'vote' || !task.item || votes.get(task.item) !== true);
  // Peers are scored only where the scheme has it, and by whom they were assigned to.
  const open = place.stages.filter(stage => !tasks.some(task => task.stage === stage.stage) && (stage.stage !== 'cross-score' || year.work.some(work => work.stage === 'cross-score')));
  return (
    <>
      {!place.isOpen && <Notice>{w.over}</Notice>}
      {place.isOpen && <h2>{w.owed}</h2>}
      {place.isOpen && (tasks.length === 0
        ? <p class="card"><StatusBadge kind="good">{w.nothing}</StatusBadge></p>
        : (
          <ul class="tasks">
            {tasks.map(task => (
              <li>
                <div class="task-what">
                  <span class="task-name">{capital(task.what)}</span>
                  <p>{w.until}: {task.due ? <DaysLeft until={task.due} /> : w.noDay}</p>
                  {task.year !== place.year && <p class="small">{w.left(task.year)}</p>}
                  {task.stage === 'self-score' && <SheetLine place={{ ...place, period: task.period }} />}
                </div>
                <Links stage={task.stage} kind={task.kind} item={task.item} place={{ ...place, year: task.year, period: task.kind === 'finding' ? place.period : task.period }} isMain />
              </li>
            ))}
          </ul>
        ))}
      {open.length > 0 && (
        <>
          <h2>{w.open}</h2>
          <ul class="tasks">
            {open.map(stage => (
              <li>
                <div class="task-what">
                  <span class="task-name">{stageNames[stage.stage]}</span>
                  <p>{w.until}: <DaysLeft until={stage.deadline} /> {stage.isExtended && <StatusBadge kind="info">{w.extended}</StatusBadge>}</p>
                  {stage.stage === 'self-score' && <SheetLine place={place} />}
                </div>
                <Links stage={stage.stage} place={place} />
              </li>
            ))}
          </ul>
        </>
      )}
      {leads(place) && <Led place={place} year={year} />}
      {year.work.length > 0 && (
        <BarChart
          title={w.bloc} names={{ what: common.name, value: w.done }}
          bars={barsOf(year.work)} />
      )}
      <Table
        caption={w.steps} isStacked rows={year.stages} rowKey={stage => stage.period + stage.stage}
        columns={[
          { head: w.step, cell: stage => capital(stage.name) },
          { head: w.opens, cell: stage => day(stage.opens) },
          { head: w.closes, cell: stage => day(stage.closes) },
          { head: common.state, cell: stage => <StatusBadge kind={stage.state === 'due' ? 'info' : 'plain'} sign={signs[stage.state]}>{states[stage.state]}</StatusBadge> },
        ]} />
    </>
  );
}

interface LinksProps {
  readonly stage: Schema['StageKind'];
  readonly kind?: DutyKind | null;
  readonly item?: string | null;
  readonly place: Place;
  readonly isMain?: boolean;
}

function Links({ stage, kind = null, item = null, place, isMain }: LinksProps) {
  return <div class="row">{placesOfWork(stage, place, kind, item).map(({ href, name }) => <a class={`button ${isMain ? 'primary' : ''}`} href={href}>{name}</a>)}</div>;
}

/** Who of a leader's bloc has not done what. */
function Led({ place, year }: { place: Place; year: Schema['BlocYearView'] }) {
  const behind = year.work.filter(work => work.missing.length > 0);
  return (
    <>
      <h2>{w.lead}</h2>
      <Table
        caption={`${year.blocName} – ${w.missing}`} isStacked rows={behind} rowKey={work => work.stage + work.period + work.what}
        columns={[
          { head: w.what, cell: work => capital(work.what) },
          { head: w.done, cell: counted },
          { head: w.until, cell: work => work.due && <DaysLeft until={work.due} /> },
          { head: w.missing, cell: work => listed(work.missing.map(who)) },
        ]} />
      <p><a class="button" href={addressOf('bloc', place)}>{w.all}</a></p>
    </>
  );
}
