import { computed, signal } from '@preact/signals';
import { api, ask, type Schema } from '../api/client';
import { readSettings } from '../auth/settings';
import { dayOf, type Day } from '../words/format';
import { placesOf, readAddress, samePlace, type Place, type PlaceId } from './places';

/** The caller, as the program knows it; null until it has been asked. */
export const me = signal<Schema['Me'] | null>(null);

/** The program's day, from which days left are counted. */
export const today = signal<Day>(dayOf(new Date()));

/** How far the program's clock is ahead of this machine's, in milliseconds. */
let ahead = 0;

const turn = (): void => {
  today.value = dayOf(new Date(Date.now() + ahead));
};

/** A page that is open over midnight takes the new day; a machine that slept, when somebody looks at it again. */
export function followDay(): void {
  setInterval(turn, 60_000);
  document.addEventListener('visibilitychange', turn);
}

/** The address shown, without the host. */
export const path = signal(location.pathname);

export const places = computed(() => me.value ? placesOf(me.value) : []);

const kept = 'place';

const chosen = signal<PlaceId | null>(JSON.parse(sessionStorage.getItem(kept) ?? 'null') as PlaceId | null);

/** My place that the address names, or, where it names a place of others, mine in that bloc; else the one chosen last, else the first. */
export const here = computed<Place | null>(() => {
  const asked = readAddress(path.value)?.place;
  const mine = places.value;
  return mine.find(place => asked && samePlace(place, asked))
    ?? mine.find(place => asked && samePlace(place, { ...asked, unit: place.unit }))
    ?? mine.find(place => chosen.value && samePlace(place, chosen.value))
    ?? mine[0] ?? null;
});

export function choosePlace({ year, period, bloc, unit }: PlaceId): void {
  chosen.value = { year, period, bloc, unit };
  sessionStorage.setItem(kept, JSON.stringify(chosen.value));
}

/** What people call the periods, by year and id; nothing for the whole year, which is called after the year. */
export const periodNames = signal<ReadonlyMap<string, string>>(new Map());

export const periodName = (place: PlaceId): string | undefined => place.period === 'nam' ? undefined : periodNames.value.get(`${place.year} ${place.period}`);

/** Only years that are parted are asked for; without their names the rest works all the same. */
async function readPeriods(): Promise<void> {
  const years = [...new Set(places.value.filter(place => place.period !== 'nam').map(place => place.year))];
  const cycles = await Promise.all(years.map(year => ask(api.GET('/api/cycles/{year}', { params: { path: { year } } })).catch(() => null)));
  periodNames.value = new Map(cycles.flatMap(cycle => cycle?.data.periods.map(period => [`${cycle.data.year} ${period.id}`, period.name] as const) ?? []));
}

export async function readMe(): Promise<void> {
  const { data, response } = await ask(api.GET('/api/me'));
  ahead = (await now(response)).getTime() - Date.now();
  turn();
  me.value = data;
  void readPeriods();
}

/** The program's clock: the header says it, or, on a developer's machine, the clock that was moved. */
async function now(response: Response): Promise<Date> {
  const { local } = await readSettings();
  if (local) {
    const clock = await fetch(local.clock, { cache: 'no-store' });
    if (clock.ok) {
      return new Date((await clock.json() as { now: string }).now);
    }
  }

  return new Date(response.headers.get('Date') ?? Date.now());
}

/** May the caller call this function, anywhere or at this place? By the names of `docs/openapi.json`: `may('SaveScores', here.value)`. */
export function may(name: string, place?: Place | null): boolean {
  return me.value?.functions.includes(name) === true || place?.functions.includes(name) === true;
}

/** Does the caller work for the office? */
export const isOffice = computed(() => me.value?.roles.includes('Emulation.Admin') === true);

/** May the caller read all and change nothing? */
export const isReader = computed(() => !isOffice.value && me.value?.roles.some(role => role === 'Emulation.Reader' || role === 'Emulation.Council') === true);

/** Is this unit the head of its bloc? */
export const heads = (place: Place | null): boolean => place?.roles.includes('head') === true;

/** Does this unit lead its bloc, as head or deputy, or as standing unit? */
export const leads = (place: Place | null): boolean => place?.roles.some(role => role !== 'member') === true;
