import { allPages } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { Empty } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf, type PlaceId } from '../../shell/places';
import { ballotStateNames, ballotWords as w } from '../../words/ballots';
import { day } from '../../words/format';

/** The ballots of a bloc's year, those to vote in first. */
export function Ballots({ place }: { place: PlaceId }) {
  const path = { year: place.year, bloc: place.bloc };
  const asked = useAnswer(async signal => {
    const ballots = await readBallots(path, signal);
    return { ballots, votes: await votesOf(place, ballots.filter(one => one.state === 'open').map(one => one.ballot), signal).catch(() => new Map<string, boolean>()) };
  }, [path, place.unit]);
  return (
    <Show of={asked}>{({ ballots, votes }) => ballots.length === 0 ? <Empty>{w.none}</Empty> : <BallotList ballots={ballots} votes={votes} href={ballot => addressOf('awards', place, 'ballots', ballot)} />}</Show>
  );
}

/** Of these ballots, as far as the unit votes in them, whether it has: only itself is told of a secret one. */
export async function votesOf({ year, bloc, unit }: Pick<PlaceId, 'year' | 'bloc' | 'unit'>, ballots: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, boolean>> {
  const found = await Promise.all(ballots.map(ballot => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/ballots/{ballot}', { params: { path: { year, bloc, ballot } }, signal }))));
  return new Map(found.flatMap(({ data }) => data.own.filter(one => one.unit === unit).map(one => [data.ballot, one.hasVoted] as const)));
}

/** All of them, the open ones first. */
export const readBallots = async (path: { readonly year: number; readonly bloc: string }, signal: AbortSignal): Promise<readonly Schema['BallotSummary'][]> =>
  (await allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/ballots', { params: { path, query: { pageSize: 100, ...continuation ? { continuation } : null } }, signal }))).data))
    .flatMap(page => page.ballots).sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open'));

export function BallotList({ ballots, votes, href }: { ballots: readonly Schema['BallotSummary'][]; votes?: ReadonlyMap<string, boolean>; href: (ballot: string) => string }) {
  return (
    <ul class="tasks">
      {ballots.map(one => (
        <li key={one.ballot}>
          <div class="task-what">
            <span class="task-name">{one.title}</span>
            <p class="small">{[one.isSecret ? w.secret : w.open, w.round(one.round), one.state === 'open' && one.until && `${w.until} ${day(one.until)}`].filter(Boolean).join(' · ')}</p>
          </div>
          <BallotState state={one.state} />
          {votes?.has(one.ballot) && <StatusBadge kind={votes.get(one.ballot) ? 'good' : 'warn'}>{votes.get(one.ballot) ? w.hasVoted : w.hasNotVoted}</StatusBadge>}
          <a class="button" href={href(one.ballot)}>{one.state === 'open' ? w.lookOrVote : w.look}<span class="hidden"> – {one.title}</span></a>
        </li>
      ))}
    </ul>
  );
}

export const BallotState = ({ state }: { state: Schema['BallotState'] }) =>
  <StatusBadge kind={({ open: 'info', closed: 'good', annulled: 'bad' } as const)[state]}>{ballotStateNames[state]}</StatusBadge>;
