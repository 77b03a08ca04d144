import type { Schema } from '../../api/client';
import { Download } from '../../parts/Download';
import { addressOf, type PlaceId } from '../../shell/places';
import { ballotWords as w } from '../../words/ballots';

export const countAddress = ({ year, bloc }: PlaceId, ballot: string, rest = ''): string =>
  `/api/cycles/${year}/blocs/${encodeURIComponent(bloc)}/documents/ballot-count${rest}?${new URLSearchParams({ item: ballot })}`;

/** The minutes of a ballot's count, once it is counted: to download, or to print. */
export function CountPapers({ place, ballot: { ballot, state } }: { place: PlaceId; ballot: Schema['BallotView'] }) {
  return state !== 'closed' ? null : (
    <div class="buttons no-print">
      <Download address={countAddress(place, ballot)}>{w.countWord}</Download>
      <a class="button" href={addressOf('awards', place, 'ballots', ballot, 'count')}>{w.countPrint}</a>
    </div>
  );
}
