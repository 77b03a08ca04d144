import { base } from '../../auth/settings';
import { addressOf, nobody, type Place, type PlaceId } from '../../shell/places';
import { me, places } from '../../shell/session';
import { words } from '../../words/language';

const w = words({ bloc: 'Tình hình khối' }, { bloc: 'The bloc now' });

/** The place in the address of a view of the bloc; its unit is the leading unit, or nobody. */
export const placeIn = (params: Readonly<Record<string, string>>): PlaceId =>
  ({ year: Number(params.year), period: params.period!, bloc: params.bloc!, unit: params.unit! });

/** The caller's unit in that bloc, the one of the address first; none for the office and readers. */
export const mineIn = (place: PlaceId): Place | undefined => {
  const inBloc = places.value.filter(one => one.year === place.year && one.period === place.period && one.bloc === place.bloc);
  return inBloc.find(one => one.unit === place.unit) ?? inBloc.find(one => one.roles.some(role => role !== 'member')) ?? inBloc[0];
};

/** May the caller do this in that bloc, whose year is not over? By the names of the API. */
export const mayIn = (name: string, place: PlaceId): boolean => {
  const mine = mineIn(place);
  return me.value?.functions.includes(name) === true || (mine?.isOpen === true && mine.functions.includes(name));
};

/** The parts of the path that calls about the bloc in its period have. */
export const inPeriod = ({ year, period, bloc }: PlaceId) => ({ year, period, bloc });

export const home = `${base}/`;

/** The way back to the bloc's own views from those that units have, for who has no unit there. */
export const backToBloc = (place: PlaceId): { readonly back: { readonly href: string; readonly name: string } } | null =>
  place.unit === nobody ? { back: { href: blocAddress(place), name: w.bloc } } : null;

export const blocAddress = (place: PlaceId, ...rest: readonly string[]): string => addressOf('bloc', place, ...rest);
