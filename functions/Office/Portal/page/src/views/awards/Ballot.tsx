import { api, ask, type Schema } from '../../api/client';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf, type PlaceId } from '../../shell/places';
import { ballotWords as w } from '../../words/ballots';
import type { ViewProps } from '../routes';
import { placeOf } from '../sheet/place';
import { BallotPaper } from './BallotPaper';
import { BallotResult } from './BallotResult';
import { BallotRules } from './BallotRules';
import { CountPapers } from './CountPapers';
import { Voter } from './Voter';
import './awards.css';

/** One ballot for a unit that votes: what is told of secrecy, the paper, and once it is counted what it came to. */
export default function Ballot({ params }: ViewProps) {
  const place = placeOf(params);
  const path = { year: place.year, bloc: place.bloc, ballot: params.ballot! };
  const asked = useAnswer(signal => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/ballots/{ballot}', { params: { path }, signal })), [path]);
  return (
    <Page title={asked.value?.data.title ?? w.title} back={{ href: `${addressOf('awards', place)}?tab=ballots`, name: w.back }}>
      <Show of={asked}>{({ data: ballot }) => (
        <>
          <BallotRules ballot={ballot} />
          <Own place={place} ballot={ballot} onChanged={asked.reload} />
          <BallotResult ballot={ballot} />
          <CountPapers place={place} ballot={ballot} />
        </>
      )}</Show>
    </Page>
  );
}

/** The unit's own part: nothing of what it voted for is ever shown again. */
function Own({ place, ballot, onChanged }: { place: PlaceId; ballot: Schema['BallotView']; onChanged: () => void }) {
  const own = ballot.own.find(one => one.unit === place.unit);
  if (ballot.paper || ballot.state === 'annulled') {
    return null;
  }

  return !own ? <Notice>{w.notMine}</Notice>
    : own.hasVoted ? <Notice kind="good">{w.recorded}</Notice>
    : ballot.state !== 'open' ? <Notice>{w.notVoted}</Notice>
    : (
      <>
        <Voter place={place} ballot={ballot} own={own} onChanged={onChanged} />
        {own.isCaller ? <BallotPaper place={place} ballot={ballot} onCast={onChanged} /> : <section class="card"><h2>{w.choices}</h2><ul>{ballot.choices.map(one => <li>{one.unitName}</li>)}</ul></section>}
      </>
    );
}
