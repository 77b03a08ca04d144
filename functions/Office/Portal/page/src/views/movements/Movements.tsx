import { Page } from '../../parts/Page';
import { Tabs } from '../../parts/Tabs';
import { query } from '../../shell/router';
import { may } from '../../shell/session';
import { movementWords as w } from '../../words/movements';
import { backToBloc } from '../bloc/place';
import type { ViewProps } from '../routes';
import { mineAt, placeOf } from '../sheet/place';
import { Activities } from './Activities';
import { Contacts } from './Contacts';
import { MovementList } from './MovementList';
import { RoleModels } from './RoleModels';

/** The movements of a bloc's year to answer, and its registers of role models and activities. */
export default function Movements({ params }: ViewProps) {
  const place = placeOf(params);
  return (
    <Page {...backToBloc(place)} title={w.title}>
      <Tabs label={w.title} first={query.value.get('tab') ?? undefined} tabs={[
        { id: 'movements', name: w.movements, body: () => <MovementList place={place} /> },
        { id: 'models', name: w.models, body: () => <RoleModels place={place} /> },
        { id: 'activities', name: w.activities, body: () => <Activities place={place} /> },
        ...may('PutContacts', mineAt(place)) ? [{ id: 'contacts', name: w.contacts, body: () => <Contacts place={place} unit={place.unit} /> }] : [],
      ]} />
    </Page>
  );
}
