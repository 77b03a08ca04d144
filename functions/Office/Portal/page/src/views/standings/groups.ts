import type { Schema } from '../../api/client';
import { toHundredths, writePoints, type Hundredths } from '../../words/points';

type Node = Schema['TraceNode'];

/** What a line adds to the total: a penalty takes away. */
export const countedOf = ({ points, bonus, penalty }: Node): Hundredths => toHundredths(points) + toHundredths(bonus) - toHundredths(penalty);

/** The sections of a form, with what they came to and what they could. */
export function groupsOf(criteria: readonly Node[]): readonly { readonly name: string; readonly points: Hundredths; readonly most: Hundredths | null }[] {
  return criteria.filter(node => node.parent === null && node.state !== 'void' && node.state !== 'notApplicable').map(node => ({
    name: `${node.number ?? node.criterion}. ${node.title}`.replace('..', '.'), points: countedOf(node), most: node.assigned > 0 ? toHundredths(node.assigned) : null,
  }));
}

/** A number of points with its sign where it takes away. */
export const signed = (points: Hundredths): string => writePoints(points).replace('-', '−');

/** Results in the order of time; the earlier period of a year first, as the program gives the latest first. */
export const byTime = <T extends { readonly year: number }>(results: readonly T[]): readonly T[] => [...results].reverse();
