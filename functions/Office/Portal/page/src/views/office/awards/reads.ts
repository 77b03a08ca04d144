import { absent } from '../../../api/absent';
import { api, ask, type Schema } from '../../../api/client';
import { cited } from '../../../words/cited';
import { readAll } from '../all';
import { allBlocs, allUnits } from '../reads';
import { idOf } from '../search';

export type Award = Schema['Award'];

/** The rules of awards of a day, today unless another is given; or a version. */
export const readRules = (query: { rules?: string; day?: string }, signal: AbortSignal) => ask(api.GET('/api/award-rules', { params: { query }, signal }));

/** What the legal texts of the register are called, by their ids. */
export async function readTexts(signal: AbortSignal): Promise<readonly (readonly [id: string, name: string])[]> {
  const all = await readAll<Schema['LegalTextView']>(continuation => ask(api.GET('/api/legal-texts', { params: { query: continuation ? { continuation } : {} }, signal })).then(({ data }) => ({ items: data.texts, continuation: data.continuation })));
  return all.map(one => [one.text, cited(one.paper)]);
}

export interface Known {
  readonly awards: readonly Award[];
  readonly units: readonly Schema['UnitView'][];
  readonly blocs: readonly Schema['BlocView'][];
}

/** What a form about awards chooses from, by the rules of today. */
export async function readKnown(signal: AbortSignal): Promise<Known> {
  const [rules, units, blocs] = await Promise.all([readRules({}, signal), allUnits(signal), allBlocs(signal)]);
  return { awards: rules.data.content.awards ?? [], units, blocs };
}

export const awardName = (known: Known, code: string): string => known.awards.find(one => one.code === code)?.title ?? code;
export const unitName = (known: Known, id: string): string => known.units.find(one => one.id === id)?.name ?? id;
export const blocName = (known: Known, id: string): string => known.blocs.find(one => one.id === id)?.name ?? id;

export interface Nominated {
  readonly bloc: string;
  readonly unit: string;
  readonly award: string;
}

/** Every nomination of a year that stands, of all blocs; none of a year that is not kept here. */
export async function allNominations(year: number, signal: AbortSignal): Promise<readonly Nominated[]> {
  const cycle = await absent(ask(api.GET('/api/cycles/{year}', { params: { path: { year } }, signal })));
  const found = await Promise.all((cycle?.data.blocs ?? []).map(async ({ bloc }) => {
    const all = await readAll<Schema['NominationView']>(continuation => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/nominations', {
      params: { path: { year, bloc }, query: { pageSize: 1000, ...continuation ? { continuation } : null } }, signal,
    })).then(({ data }) => ({ items: data.nominations, continuation: data.continuation })));
    return all.filter(one => one.status === 'nominated').map(({ unit, award }) => ({ bloc, unit, award }));
  }));
  return found.flat();
}

/** An id for something new, out of its name, that none of the others has. */
export function newId(name: string, taken: readonly string[]): string {
  const id = idOf(name).slice(0, 60).replace(/-+$/u, '') || 'moi';
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? id : `${id}-${number}`;
    if (!taken.includes(wanted)) {
      return wanted;
    }
  }
}

/** The header for a change of what was read; none for what is new. */
export const ifMatch = (etag: string | null | undefined) => etag ? { 'If-Match': etag } : {};
