import type { Entry } from './reckon';

/** What somebody typed for a criterion, and what was saved there when they began: so it is known later who has changed what. */
export interface Typed {
  readonly mine: Entry;
  readonly base: Entry | null;
}

/** A criterion that both sides have changed. */
export interface Clash {
  readonly criterion: string;
  readonly mine: Entry;
  readonly theirs: Entry | null;
}

/** Lays what was typed over what others have saved meanwhile: what only one side has changed needs no question. */
export function merge(typed: Readonly<Record<string, Typed>>, saved: (criterion: string) => Entry | null): { readonly done: readonly string[]; readonly clashes: readonly Clash[] } {
  const all = Object.entries(typed).map(([criterion, { mine, base }]) => ({ criterion, mine, base, theirs: saved(criterion) }));
  return {
    /** What is saved already. */
    done: all.filter(({ mine, theirs }) => same(mine, theirs)).map(({ criterion }) => criterion),
    /** Somebody has to be asked. */
    clashes: all.filter(({ mine, base, theirs }) => !same(mine, theirs) && !same(theirs, base)).map(({ criterion, mine, theirs }) => ({ criterion, mine, theirs })),
  };
}

/** Whether two entries say the same; an empty one says what none says. */
export const same = (a: Entry | null, b: Entry | null): boolean => sameScore(a, b) && sameActual(a, b);

/** Without results, which are saved apart. */
export const sameScore = (a: Entry | null, b: Entry | null): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));

export const sameActual = (a: Entry | null, b: Entry | null): boolean => (a?.actual ?? null) === (b?.actual ?? null);

function plain(entry: Entry | null): readonly unknown[] {
  const { points, count, counts, explanation, option, measure } = entry ?? { criterion: '' };
  return [
    points ?? null, count ?? null, counts ? [counts.all, counts.outer, counts.inner] : null, explanation?.trim() ? explanation.trim().normalize() : null, option ?? null,
    measure ? [measure.part, measure.whole ?? null] : null,
  ];
}
