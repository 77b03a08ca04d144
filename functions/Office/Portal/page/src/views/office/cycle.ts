import type { Schema } from '../../api/client';
import type { Day } from '../../words/format';

/** The whole of a year, as it is read and as it is written. */
export interface Cycle {
  readonly startsOn: Day;
  readonly periods: readonly Schema['PeriodBody'][];
  readonly stages: readonly Schema['StageBody'][];
  readonly blocs: readonly BlocIn[];
}

export interface BlocIn {
  readonly bloc: string;
  readonly scheme: Schema['SchemeVersionBody'] | null;
  readonly stages: readonly Schema['StageBody'][];
}

export const cycleOf = ({ startsOn, periods, stages, blocs }: Schema['CycleView']): Cycle =>
  ({ startsOn, periods, stages, blocs: blocs.map(one => ({ bloc: one.bloc, scheme: one.scheme ?? null, stages: one.stages ?? [] })) });

export const bodyOf = ({ startsOn, periods, stages, blocs }: Cycle): Schema['CycleBody'] => ({
  startsOn, periods: [...periods], stages: [...stages], blocs: blocs.map(one => ({ bloc: one.bloc, scheme: one.scheme, stages: [...one.stages] })),
});

/** A year by the calendar's template, with these blocs. */
export function cycleFrom(template: Schema['CalendarTemplateView'], year: number, blocs: readonly BlocIn[]): Cycle {
  return {
    startsOn: dayIn(template.startsOn, year),
    periods: template.periods,
    stages: template.stages.map(({ period, stage, opens, closes }) => ({ period, stage, opens: dayIn(opens, year), closes: dayIn(closes, year) })),
    blocs,
  };
}

/** February's last day where the template says the 29th and the year has none, as the program makes it. */
function dayIn({ month, day, yearOffset = 0 }: Schema['YearDayBody'], year: number): Day {
  const of = year + yearOffset;
  const last = new Date(Date.UTC(of, month, 0)).getUTCDate();
  return `${of}-${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

export const stageKey = (stage: { readonly period: string; readonly stage: string }): string => `${stage.period} ${stage.stage}`;

export interface Differences {
  readonly goneBlocs: readonly string[];
  readonly newBlocs: readonly string[];
  readonly otherScheme: readonly string[];
  readonly otherDays: readonly string[];
  readonly goneStages: readonly Schema['StageBody'][];
  readonly changedStages: readonly { readonly before: Schema['StageBody'] | null; readonly after: Schema['StageBody'] }[];
  readonly gonePeriods: readonly Schema['PeriodBody'][];
  readonly otherPeriods: boolean;
  readonly otherStart: boolean;
}

/** What a change of the year comes to: first of all what would go. */
export function differences(before: Cycle, after: Cycle): Differences {
  const [was, is] = [byBloc(before), byBloc(after)];
  const both = after.blocs.filter(one => was.has(one.bloc));
  const stagesBefore = new Map(before.stages.map(stage => [stageKey(stage), stage]));
  const stagesAfter = new Set(after.stages.map(stageKey));
  return {
    goneBlocs: before.blocs.filter(one => !is.has(one.bloc)).map(one => one.bloc),
    newBlocs: after.blocs.filter(one => !was.has(one.bloc)).map(one => one.bloc),
    otherScheme: both.filter(one => !same(one.scheme, was.get(one.bloc)!.scheme)).map(one => one.bloc),
    otherDays: both.filter(one => !same(sorted(one.stages), sorted(was.get(one.bloc)!.stages))).map(one => one.bloc),
    goneStages: before.stages.filter(stage => !stagesAfter.has(stageKey(stage))),
    changedStages: after.stages.filter(stage => !same(stage, stagesBefore.get(stageKey(stage)))).map(stage => ({ before: stagesBefore.get(stageKey(stage)) ?? null, after: stage })),
    gonePeriods: before.periods.filter(period => !after.periods.some(one => one.id === period.id)),
    otherPeriods: !same(before.periods, after.periods),
    otherStart: before.startsOn !== after.startsOn,
  };
}

export const isNothing = ({ otherPeriods, otherStart, ...lists }: Differences): boolean =>
  !otherPeriods && !otherStart && Object.values(lists).every(list => list.length === 0);

/** What would be lost: asked for by itself before it is saved. */
export const loses = (of: Differences): boolean => of.goneBlocs.length + of.goneStages.length + of.gonePeriods.length > 0;

/** My changes of what I read, made again on what somebody else has written meanwhile. Where both changed the same thing, mine stands, and the next save shows it. */
export function again(base: Cycle, mine: Cycle, theirs: Cycle): Cycle {
  return {
    startsOn: one(base.startsOn, mine.startsOn, theirs.startsOn),
    periods: one(base.periods, mine.periods, theirs.periods),
    stages: merge(base.stages, mine.stages, theirs.stages, stageKey),
    blocs: merge(base.blocs, mine.blocs, theirs.blocs, bloc => bloc.bloc, blocAgain),
  };
}

const one = <T>(base: T, mine: T, theirs: T): T => same(base, mine) ? theirs : mine;

const blocAgain = (base: BlocIn, mine: BlocIn, theirs: BlocIn): BlocIn =>
  ({ bloc: theirs.bloc, scheme: one(base.scheme, mine.scheme, theirs.scheme), stages: merge(base.stages, mine.stages, theirs.stages, stageKey) });

type Join<T> = (base: T, mine: T, theirs: T) => T;

function merge<T>(base: readonly T[], mine: readonly T[], theirs: readonly T[], key: (one: T) => string, join: Join<T> = one): readonly T[] {
  const [was, is, other] = [base, mine, theirs].map(list => new Map(list.map(item => [key(item), item]))) as [Map<string, T>, Map<string, T>, Map<string, T>];
  return [...new Set([...theirs, ...mine].map(key))].flatMap(id => {
    const [a, b, c] = [was.get(id), is.get(id), other.get(id)];
    return a && b && c ? join(a, b, c) : one(a, b, c) ?? [];
  });
}

const byBloc = (cycle: Cycle): ReadonlyMap<string, BlocIn> => new Map(cycle.blocs.map(one => [one.bloc, one]));

const sorted = (stages: readonly Schema['StageBody'][]) => [...stages].sort((a, b) => stageKey(a).localeCompare(stageKey(b)));

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** Without the order of names, which a merge may change. */
const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) =>
  part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b))) : part) ?? '';
