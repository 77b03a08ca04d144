import type { PlaceId } from '../../shell/places';
import { heads, isOffice } from '../../shell/session';
import { mineIn } from '../bloc/place';
import { mineAt } from '../sheet/place';

/** May the caller write down what is the unit's: its own people, the bloc's head, the office? */
export const writesFor = (place: PlaceId): boolean => isOffice.value || mineAt(place) !== null || heads(mineIn(place) ?? null);
