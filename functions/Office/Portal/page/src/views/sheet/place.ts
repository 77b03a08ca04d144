import type { PlaceId } from '../../shell/places';
import type { ViewProps } from '../routes';

/** The place that the address of a view names. */
export const placeOf = (params: ViewProps['params']): PlaceId =>
  ({ year: Number(params.year), period: params.period ?? '', bloc: params.bloc ?? '', unit: params.unit ?? '' });
