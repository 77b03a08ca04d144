import { allPages } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { Empty } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf, type PlaceId } from '../../shell/places';
import { ballotStateNames, ballotWords as w } from '../../words/ballots';
import { common } from '../../words/common';
import { day } from '../../words/format';

/** The ballots of a bloc's year, those to vote in first. */
export function Ballots({ place }: { place: PlaceId }) {
  const path = { year: place.year, bloc: place.bloc };
  const asked = useAnswer(signal => readBallots(path, signal), [path]);
  return <Show of={asked}>{ballots => ballots.length === 0 ? <Empty>{w.none}</Empty> : <BallotList ballots={ballots} href={ballot => addressOf('awards', place, 'ballots', ballot)} />}</Show>;
}

/** All of them, the open ones first. */
export const readBallots = async (path: { readonly year: number; readonly bloc: string }, signal: AbortSignal): Promise<readonly Schema['BallotSummary'][]> =>
  (await allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/ballots', { params: { path, query: { pageSize: 100, ...continuation ? { continuation } : null } }, signal }))).data))
    .flatMap(page => page.ballots).sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open'));

export function BallotList({ ballots, href }: { ballots: readonly Schema['BallotSummary'][]; href: (ballot: string) => string }) {
  return (
    <ul class="tasks">
      {ballots.map(one => (
        <li key={one.ballot}>
          <div class="task-what">
            <span class="task-name">{one.title}</span>
            <p class="small">{[one.isSecret ? w.secret : w.open, w.round(one.round), one.state === 'open' && one.until && `${w.until} ${day(one.until)}`].filter(Boolean).join(' · ')}</p>
          </div>
          <BallotState state={one.state} />
          <a class="button" href={href(one.ballot)}>{common.open}<span class="hidden"> – {one.title}</span></a>
        </li>
      ))}
    </ul>
  );
}

export const BallotState = ({ state }: { state: Schema['BallotState'] }) =>
  <StatusBadge kind={({ open: 'info', closed: 'good', annulled: 'bad' } as const)[state]}>{ballotStateNames[state]}</StatusBadge>;
