import type { Schema } from '../api/client';
import { base } from '../auth/settings';

/** Where in the years something is: the ids that most calls of the API ask for. */
export interface PlaceId {
  readonly year: number;
  readonly period: string;
  readonly bloc: string;
  readonly unit: string;
}

/** A unit of the caller in a bloc and period of a year, open or just over. */
export type Place = Schema['MyPlace'] & PlaceId & { readonly isOpen: boolean };

/** All places of a caller: those of open years, the latest first, before those of the year that is over. */
export function placesOf(me: Schema['Me']): readonly Place[] {
  return [...me.cycles].sort((a, b) => Number(b.isOpen) - Number(a.isOpen) || b.year - a.year).flatMap(cycle => cycle.places.map(place => ({ ...place, year: cycle.year, isOpen: cycle.isOpen })));
}

export const samePlace = (a: PlaceId, b: PlaceId): boolean =>
  a.year === b.year && a.period === b.period && a.bloc === b.bloc && a.unit === b.unit;

/** In the place of the unit, for who looks at a bloc and has no unit in it. */
export const nobody = '-';

/** The address of a view at a place: `/portal/sheet/2026/nam/khoi-kinh-te/so-tai-chinh`. What follows is said by the view. */
export function addressOf(area: string, place: PlaceId, ...rest: readonly string[]): string {
  return [base, area, place.year, place.period, place.bloc, place.unit, ...rest].map((part, at) => at === 0 ? part : encodeURIComponent(part)).join('/');
}

/** Which area and place an address names; nothing where it names none. */
export function readAddress(path: string): { area: string; place: PlaceId; rest: readonly string[] } | null {
  const [area, year, period, bloc, unit, ...rest] = path.replace(`${base}/`, '').split('/').filter(part => part).map(decodeURIComponent);
  return area && year && /^\d{4}$/u.test(year) && period && bloc && unit ? { area, place: { year: Number(year), period, bloc, unit }, rest } : null;
}
