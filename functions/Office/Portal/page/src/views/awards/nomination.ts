import type { Schema } from '../../api/client';

type Figure = Schema['AwardFigure'];

export const allFigures: readonly Figure[] = ['people', 'women', 'directWorkers', 'collectives', 'smallCollectives', 'advancedWorkers', 'baseFighters'];

/** What is typed of a nomination; a statement that is not said stays away. */
export interface Typed {
  readonly asOf: string | null;
  readonly source: string;
  readonly figures: Readonly<Partial<Record<Figure, string>>>;
  readonly statements: Readonly<Record<string, { readonly said: '' | 'yes' | 'no'; readonly source: string }>>;
}

export function typedOf(before: Schema['NominationView'] | undefined): Typed {
  const figures = before?.figures;
  return {
    asOf: figures?.asOf ?? null,
    source: figures?.source ?? '',
    figures: Object.fromEntries(allFigures.flatMap(one => typeof figures?.[one] === 'number' ? [[one, String(figures[one])]] : [])),
    statements: Object.fromEntries((before?.statements ?? []).map(one => [one.condition, { said: one.isMet ? 'yes' : 'no', source: one.source }])),
  };
}

/** The conditions that are stated, in the award's order. */
export const statedOf = (award: Schema['Award']): readonly Schema['AwardCondition'][] => (award.conditions ?? []).filter(one => one.kind === 'stated');

/** What is sent. Statements follow the award's order, so that a fault's path finds its field. */
export function bodyOf(typed: Typed, stated: readonly Schema['AwardCondition'][]): Schema['NominationBody'] {
  const counted = allFigures.filter(one => (typed.figures[one] ?? '').trim() !== '');
  return {
    figures: counted.length === 0 && typed.source.trim() === '' ? null
      : { asOf: typed.asOf ?? '', source: typed.source.trim(), ...Object.fromEntries(counted.map(one => [one, Number(typed.figures[one])])) },
    statements: saidOf(typed, stated).map(({ code }) => ({ condition: code, isMet: typed.statements[code]!.said === 'yes', source: typed.statements[code]!.source.trim() })),
  };
}

/** Those of the stated conditions of which something is said. */
export const saidOf = (typed: Typed, stated: readonly Schema['AwardCondition'][]): readonly Schema['AwardCondition'][] => stated.filter(one => (typed.statements[one.code]?.said ?? '') !== '');

/** Why it cannot be sent yet: figures that are no numbers or have no day and source, something said without its source; null where it can. */
export function lackOf(typed: Typed, stated: readonly Schema['AwardCondition'][]): 'number' | 'figures' | 'statement' | null {
  const counted = allFigures.some(one => (typed.figures[one] ?? '').trim() !== '');
  return !allFigures.every(one => /^\s*\d*\s*$/u.test(typed.figures[one] ?? '')) ? 'number'
    : (counted || typed.source.trim() !== '') && (!counted || typed.asOf === null || typed.source.trim() === '') ? 'figures'
      : saidOf(typed, stated).some(one => typed.statements[one.code]!.source.trim() === '') ? 'statement' : null;
}
