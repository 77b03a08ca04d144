import type { Schema } from '../../api/client';
import { addressOf, nobody, type PlaceId } from '../../shell/places';
import { ballotWords } from '../../words/ballots';
import { dossierWords as w } from '../../words/dossiers';
import { day } from '../../words/format';
import { blocAddress, mineIn } from '../bloc/place';

const figures = ['members', 'present', 'voted', 'for', 'notFor', 'invalid', 'writtenFor', 'writtenNotFor'] as const;

const Counts = ({ of }: { of: Readonly<Partial<Record<typeof figures[number], number | null>>> }) =>
  <dl class="facts">{figures.map(one => of[one] !== null && of[one] !== undefined && <div><dt>{w[one]}</dt><dd>{of[one]}</dd></div>)}</dl>;

const passedOrNot = (isPassed: boolean | null): string => isPassed === null ? `⚠ ${w.notSettled}` : isPassed ? `✓ ${w.isPassed}` : `✕ ${w.notPassed}`;

/** The result of a vote as it was typed, where the bloc held no ballot. */
export const TypedVote = ({ vote }: { vote: Schema['DossierVote'] }) => <><p class="label">{w.vote}: {passedOrNot(vote.isPassed)}</p><Counts of={vote} /></>;

/** The result of the bloc's ballot, with the way to it: a dossier takes it from there, and nobody types it. */
export function BallotVote({ place, ballot }: { place: PlaceId; ballot: Schema['DossierBallotView'] }) {
  const mine = mineIn(place);
  const href = mine?.unit === place.unit ? addressOf('awards', place, 'ballots', ballot.ballot) : blocAddress({ ...place, unit: mine?.unit ?? nobody }, 'ballots', ballot.ballot);
  return (
    <>
      <p class="label">{w.vote}: {ballot.counted ? passedOrNot(ballot.isPassed) : `… ${w.notCounted}`}</p>
      <p class="small">{w.ofBallot(ballot.counted ? day(ballot.counted) : '')} <a class="no-print" href={href}>{w.toBallot}</a></p>
      {ballot.counted && ballot.for === null && <p class="small">{ballotWords.noCounts}</p>}
      <Counts of={ballot} />
    </>
  );
}
