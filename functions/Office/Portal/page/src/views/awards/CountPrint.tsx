import { Page } from '../../parts/Page';
import { PrintedPaper } from '../../parts/PrintedPaper';
import { addressOf } from '../../shell/places';
import { leads } from '../../shell/session';
import { ballotWords as w } from '../../words/ballots';
import { mineIn } from '../bloc/place';
import type { ViewProps } from '../routes';
import { placeOf } from '../sheet/place';
import { countAddress } from './CountPapers';

/** The minutes of a ballot's count, to be printed or saved as PDF by the browser. */
export default function CountPrint({ params }: ViewProps) {
  const [place, ballot] = [placeOf(params), params.ballot!];
  const mine = mineIn(place);
  return (
    <Page title={w.count} back={{ href: addressOf(mine && !leads(mine) ? 'awards' : 'bloc', place, 'ballots', ballot), name: w.ballot }}>
      <PrintedPaper address={countAddress(place, ballot, '/print')} />
    </Page>
  );
}
