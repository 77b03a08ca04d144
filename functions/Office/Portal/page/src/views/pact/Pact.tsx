import { api, ask } from '../../api/client';
import { absent } from '../../api/absent';
import { Page } from '../../parts/Page';
import { Tabs } from '../../parts/Tabs';
import { useAnswer } from '../../parts/useAnswer';
import { query } from '../../shell/router';
import { common } from '../../words/common';
import { pactWords as w } from '../../words/pact';
import type { ViewProps } from '../routes';
import { placeOf } from '../sheet/place';
import './pact.css';
import { PactText } from './PactText';
import { Progress } from './Progress';
import { Registrations } from './Registrations';

/** A bloc's pact: to read and sign, how far its targets are, and what the units registered. */
export default function Pact({ params }: ViewProps) {
  const place = placeOf(params);
  const { year, bloc } = place;
  const pact = useAnswer(signal => absent(ask(api.GET('/api/cycles/{year}/blocs/{bloc}/pact', { params: { path: { year, bloc } }, signal }))), [year, bloc]);
  return (
    <Page title={w.title} actions={pact.value && <button type="button" onClick={() => print()}>{common.print}</button>}>
      <Tabs label={w.title} first={query.value.get('tab') ?? undefined} tabs={[
        { id: 'pact', name: w.pact, body: () => <PactText of={pact} place={place} /> },
        { id: 'progress', name: w.progress, body: () => <Progress place={place} /> },
        { id: 'titles', name: w.titles, body: () => <Registrations place={place} /> },
      ]} />
    </Page>
  );
}
