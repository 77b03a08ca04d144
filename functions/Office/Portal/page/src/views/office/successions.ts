import { api, ask, type Schema } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Day } from '../../words/format';
import { words } from '../../words/language';
import { idOf } from './search';

type Kind = Schema['SuccessionKind'];

export const successionKinds: Readonly<Record<Kind, string>> = words(
  { rename: 'Đổi tên', merge: 'Hợp nhất, sáp nhập', split: 'Chia', splitOff: 'Tách một phần', dissolve: 'Giải thể', move: 'Chuyển sang khối khác' },
  { rename: 'Renamed', merge: 'Merged', split: 'Split', splitOff: 'A part split off', dissolve: 'Dissolved', move: 'Moved to another bloc' });

export const outcomeNames: Readonly<Record<Schema['SheetOutcome'], string>> = words(
  { carried: 'Làm tiếp', closed: 'Đóng, không xếp hạng', proRata: 'Đóng, tính theo phần của năm' }, { carried: 'Gone on from', closed: 'Closed, ranked nowhere', proRata: 'Closed, counted for its part of the year' });

/** What a kind needs: how many units it is of, how many take over, and whether half-finished sheets are to be decided. */
export const needs: Readonly<Record<Kind, { readonly from: number; readonly to: number; readonly leaves: boolean }>> = {
  rename: { from: 1, to: 0, leaves: false }, merge: { from: 20, to: 1, leaves: true }, split: { from: 1, to: 20, leaves: true },
  splitOff: { from: 1, to: 20, leaves: false }, dissolve: { from: 1, to: 20, leaves: true }, move: { from: 1, to: 0, leaves: true },
};

export const empty = (today: Day): Schema['SuccessionBody'] => ({ kind: 'merge', day: today, decision: { kind: '' }, from: [], to: [], sheets: [] });

/** Only what the kind has a place for. */
export function bodyOf(form: Schema['SuccessionBody']): Schema['SuccessionBody'] {
  const { kind, day, decision, from = [], to = [], sheets = [], name, bloc, tasksTo } = form;
  const need = needs[kind];
  const heirs = to.slice(0, need.to);
  return {
    kind, day, decision, from: from.slice(0, need.from), to: heirs,
    sheets: need.leaves ? sheets.filter(one => from.includes(one.unit)) : [],
    name: kind === 'rename' ? name?.trim() || null : null,
    bloc: kind === 'move' ? bloc || null : null,
    tasksTo: kind !== 'splitOff' && heirs.some(one => one.unit === tasksTo) ? tasksTo ?? null : null,
  };
}

/** As it would be sent again, to decide more of its sheets. */
export const bodyOfKnown = ({ kind, day, decision, from, to, tasksTo, name, bloc, sheets }: Schema['SuccessionView']): Schema['SuccessionBody'] => ({
  kind, day, decision, tasksTo, name, bloc, from: from.map(one => one.unit), to: to.map(one => ({ unit: one.unit, bloc: one.bloc })),
  sheets: sheets.map(one => ({ year: one.year, period: one.period, bloc: one.bloc, unit: one.unit, outcome: one.outcome, to: one.to })),
});

export const newSuccessionId = ({ kind, from = [], day }: Schema['SuccessionBody']): string =>
  idOf(`${{ rename: 'doi ten', merge: 'hop nhat', split: 'chia', splitOff: 'tach', dissolve: 'giai the', move: 'chuyen' }[kind]} ${day} ${from[0] ?? ''}`);

/** A sheet that somebody has begun and no standings rest on. */
export interface HalfSheet {
  readonly year: number;
  readonly period: string;
  readonly bloc: string;
  readonly unit: string;
  readonly state: Schema['SheetState'];
}

export const keyOf = ({ year, period, bloc, unit }: Omit<HalfSheet, 'state'>): string => [year, period, bloc, unit].join(' ');

/** The half-finished sheets of units in open years. Which of them the decision touches the program says. */
export async function halfSheets(units: readonly string[], signal: AbortSignal): Promise<readonly HalfSheet[]> {
  const { data } = await ask(api.GET('/api/cycles', { signal }));
  const years = await Promise.all(data.cycles.filter(one => one.state === 'open').map(async ({ year }) => (await ask(api.GET('/api/cycles/{year}', { params: { path: { year } }, signal }))).data));
  const blocs = new Set((await Promise.all(units.map(async unit => (await ask(api.GET('/api/units/{unit}', { params: { path: { unit } }, signal }))).data.memberships))).flat().map(one => one.bloc));
  const asked = years.flatMap(cycle => cycle.periods.flatMap(period => cycle.blocs.filter(one => one.scheme && blocs.has(one.bloc)).map(({ bloc }) => ({ year: cycle.year, period: period.id, bloc }))));
  const found = await Promise.all(asked.map(async path => {
    const { data } = await ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets', { params: { path, query: { pageSize: 1000 } }, signal }));
    return data.sheets.map(({ unit, state }) => ({ ...path, unit, state }));
  }));
  return found.flat().filter(one => units.includes(one.unit) && !['notStarted', 'locked', 'closed'].includes(one.state));
}

const w = words({ undecided: 'Còn phiếu điểm chưa được quyết định; xin chọn cho từng phiếu.' }, { undecided: 'Some sheets are not decided yet; please choose for each of them.' });

/** A refusal as the form says it: which sheets there are stands there by their names. */
export const sayRefusal = (problem: Problem | null): Problem | null => problem?.document.type.endsWith(':sheets-undecided')
  ? new Problem({ ...problem.document, detail: w.undecided, faults: problem.faults.filter(fault => fault.path !== '$.sheets') })
  : problem;
