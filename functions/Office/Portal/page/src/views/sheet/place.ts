import { samePlace, type Place, type PlaceId } from '../../shell/places';
import { places } from '../../shell/session';
import type { ViewProps } from '../routes';

/** The place that the address of a view names. */
export const placeOf = (params: ViewProps['params']): PlaceId =>
  ({ year: Number(params.year), period: params.period ?? '', bloc: params.bloc ?? '', unit: params.unit ?? '' });

/** The caller's own place that the address names, for what may be done there; null at a place of others, or in a year that is over. */
export const mineAt = (place: PlaceId): Place | null => places.value.find(mine => mine.isOpen && samePlace(mine, place)) ?? null;
