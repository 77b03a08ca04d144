import type { Schema } from '../../api/client';
import { toHundredths, type Hundredths } from '../../words/points';

type Node = Schema['SheetNode'];

/** How a peer gives points to a line; nothing where it does not (functions/Year/Reckoning/EntryRules.CheckGiven). */
export function givenAs({ kind, state, measure, options }: Node): 'points' | 'passOrFail' | 'option' | null {
  return kind === 'group' || kind === 'quantitative' || measure?.formula === 'recorded' || state === 'void' || state === 'notApplicable' ? null
    : kind === 'passFail' ? 'passOrFail'
    : options ? 'option' : 'points';
}

/** Bonus and penalty need not be looked at. */
export const isNeeded = (node: Node): boolean => givenAs(node) !== null && node.kind !== 'bonus' && node.kind !== 'penalty';

/** What a unit's own entry of a line comes to; null where it has none. */
export const ownPoints = ({ state, points, bonus, penalty }: Node): Hundredths | null => state === 'scored' ? toHundredths(points) + toHundredths(bonus) + toHundredths(penalty) : null;

/** The sum of what was given: penalties take away. Caps and averages are the program's business. */
export function totalOf(criteria: readonly Node[], points: (criterion: string) => Hundredths | null): Hundredths {
  return criteria.reduce((sum, node) => sum + (node.kind === 'penalty' ? -1 : 1) * (givenAs(node) ? points(node.criterion) ?? 0 : 0), 0);
}
