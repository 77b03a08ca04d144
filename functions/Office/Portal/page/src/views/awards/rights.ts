import type { PlaceId } from '../../shell/places';
import { heads, isOffice, me, places } from '../../shell/session';
import { mayIn, mineIn } from '../bloc/place';
import { mineAt } from '../sheet/place';

/** May the caller write down what is the unit's: its own people, the bloc's head, the office? */
export const writesFor = (place: PlaceId): boolean => isOffice.value || mineAt(place) !== null || heads(mineIn(place) ?? null);

/** May the caller write down what is in a dossier? Its unit also in a year that is over: what goes on to the Government is due in the next. */
export const writesDossier = (place: PlaceId): boolean =>
  (mayIn('PutDossier', place) && writesFor(place)) || (me.value?.units.includes(place.unit) === true && places.value.some(one => one.unit === place.unit && one.functions.includes('PutDossier')));
