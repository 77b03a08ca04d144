import { Page } from '../../parts/Page';
import { Tabs } from '../../parts/Tabs';
import { query } from '../../shell/router';
import { samePlace } from '../../shell/places';
import { awardWords as w } from '../../words/awards';
import { blocAddress, mineIn } from '../bloc/place';
import type { ViewProps } from '../routes';
import { placeOf } from '../sheet/place';
import { Ballots } from './Ballots';
import { Dossiers } from './Dossiers';
import { Eligibility } from './Eligibility';
import { Titles } from './Titles';
import './awards.css';

/** Awards for a unit: what it can be nominated for, its votes, its dossiers, and what it was given over the years. */
export default function Awards({ params }: ViewProps) {
  const place = placeOf(params);
  const mine = mineIn(place);
  // Who leads the bloc looks at other units from its list of nominations.
  const isOthers = !mine || !samePlace(mine, place);
  return (
    <Page title={w.title} {...isOthers ? { back: { href: blocAddress({ ...place, unit: mine?.unit ?? '-' }, 'nominations'), name: w.ofBloc } } : null}>
      <Tabs label={w.title} first={query.value.get('tab') ?? undefined} tabs={[
        { id: 'nominate', name: w.nominate, body: () => <Eligibility place={place} /> },
        ...isOthers ? [] : [{ id: 'ballots', name: w.ballots, body: () => <Ballots place={place} /> }],
        { id: 'dossiers', name: w.dossiers, body: () => <Dossiers place={place} /> },
        { id: 'titles', name: w.titles, body: () => <Titles place={place} /> },
      ]} />
    </Page>
  );
}
