import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { absent } from '../../api/absent';
import { Page } from '../../parts/Page';
import { Tabs } from '../../parts/Tabs';
import { useAnswer } from '../../parts/useAnswer';
import { query } from '../../shell/router';
import { may } from '../../shell/session';
import { common } from '../../words/common';
import { pactWords as w } from '../../words/pact';
import { backToBloc } from '../bloc/place';
import type { ViewProps } from '../routes';
import { mineAt, placeOf } from '../sheet/place';
import './pact.css';
import { PactForm } from './PactForm';
import { PactText } from './PactText';
import { Progress } from './Progress';
import { Registrations } from './Registrations';

/** A bloc's pact: to read and sign, how far its targets are, and what the units registered. */
export default function Pact({ params }: ViewProps) {
  const place = placeOf(params);
  const { year, bloc } = place;
  const pact = useAnswer(signal => absent(ask(api.GET('/api/cycles/{year}/blocs/{bloc}/pact', { params: { path: { year, bloc } }, signal }))), [year, bloc]);
  const [isWritten, write] = useState(false);
  return (
    <Page
      {...backToBloc(place)}
      title={w.title}
      actions={<>
        {pact.value !== undefined && !isWritten && may('PutPact', mineAt(place)) && <button type="button" onClick={() => write(true)}>{pact.value ? w.edit : w.write}</button>}
        {pact.value && <button type="button" onClick={() => print()}>{common.print}</button>}
      </>}>
      {isWritten && pact.value !== undefined && <PactForm place={place} known={pact.value} onClose={() => write(false)} onSaved={() => { write(false); pact.reload(); }} />}
      <Tabs label={w.title} first={query.value.get('tab') ?? undefined} tabs={[
        { id: 'pact', name: w.pact, body: () => <PactText of={pact} place={place} /> },
        { id: 'progress', name: w.progress, body: () => <Progress place={place} /> },
        { id: 'titles', name: w.titles, body: () => <Registrations place={place} /> },
      ]} />
    </Page>
  );
}
