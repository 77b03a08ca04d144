import type { Schema } from '../../api/client';
import { toHundredths, type Hundredths } from '../../words/points';

/**
 * What an entry comes to, as one types; the program's own reckoning (functions/Year/Reckoning: LeafPoints, MeasureRule, Adding, ScoreTable) answers each save and is what counts.
 * Points are whole hundredths, what is measured has four decimals and is reckoned in whole numbers.
 */
/** With the result, of a quantitative criterion. */
export type Entry = Schema['ScoreEntry'] & { readonly actual?: number | null };
export type Node = Schema['SheetNode'];
type Rounding = Schema['RoundingRule'];

/** The points that an entry stands for; null where it stands for none. */
export function leafPoints(node: Node, entry: Entry | null, rounding: Rounding): Hundredths | null {
  switch (node.entered) {
    case 'points':
    case 'passOrFail': return present(entry?.points) ? toHundredths(entry.points) : null;
    case 'count': return present(entry?.count) ? capped(node, entry.count * toHundredths(node.each ?? 0)) : null;
    case 'counts': return entry?.counts && node.nested ? nested(node, entry.counts, rounding) : null;
    case 'option': {
      const chosen = node.options?.find(option => option.code === entry?.option);
      return chosen ? toHundredths(chosen.points) : null;
    }
    case 'measure': return entry?.measure && node.measure ? measured(node.measure, entry.measure, toHundredths(node.maximum), rounding) : null;
    default: return null;
  }
}

const capped = (node: Node, points: Hundredths): Hundredths => node.isUncapped ? points : Math.min(points, toHundredths(node.maximum));

function nested(node: Node, { all, outer, inner }: Schema['NestedCounts'], rounding: Rounding): Hundredths {
  const targets = node.nested!;
  const outerPoints = toHundredths(targets.outerPoints);
  const reached = (part: number, whole: number, target: number, points: Hundredths): Hundredths => whole === 0 ? 0
    : Math.min(points, divide(BigInt(points) * BigInt(part) * 10_000n, BigInt(whole) * BigInt(toHundredths(target)), rounding));
  return reached(outer, all, targets.outer, outerPoints) + reached(inner, outer, targets.inner, toHundredths(node.maximum) - outerPoints);
}

/** A fraction; the denominator is above 0. */
type Fraction = readonly [bigint, bigint];

/** A number with four decimals at most, in ten-thousandths. */
const fine = (value: number): bigint => BigInt(Math.round(value * 10_000));
const fraction = (value: number): Fraction => [fine(value), 10_000n];
const compare = ([a, b]: Fraction, [c, d]: Fraction): number => Number(sign(a * d - c * b));
const sign = (value: bigint): bigint => value > 0n ? 1n : value < 0n ? -1n : 0n;

/** Whether the formula asks for a: the share needs it, and so does a ladder that is chosen by it. */
export const needsWhole = (rule: Schema['MeasureRule']): boolean => (rule.of ?? 'share') === 'share' || rule.ladder?.some(step => step.whole) === true;

function measured(rule: Schema['MeasureRule'], { part, whole }: Schema['Measured'], maximum: Hundredths, rounding: Rounding): Hundredths | null {
  const isShare = (rule.of ?? 'share') === 'share';
  const fits = needsWhole(rule) ? present(whole) && whole > 0 && (rule.mayExceed === true || !isShare || part <= whole) : !present(whole);
  if (!fits) {
    return null;
  }

  const number: Fraction = isShare ? [fine(part) * 100n, fine(whole!)] : fraction(part);
  switch (rule.formula) {
    case 'linear': {
      const [done, due] = [fine(part) * 10_000n, fine(whole!) * BigInt(toHundredths(rule.target ?? 100))];
      return done >= due ? maximum : divide(BigInt(maximum) * done, due, rounding);
    }
    case 'allOrNothing': return compare(number, fraction(rule.target ?? 100)) >= 0 ? maximum : 0;
    case 'steps': return steps(rule.steps!, number, maximum);
    case 'ladder': return onLadder(rule, number, present(whole) ? fraction(whole) : null);
    default: return 0;
  }
}

function steps(rule: Schema['StepRule'], number: Fraction, maximum: Hundredths): Hundredths {
  if (compare(number, fraction(rule.beyond)) < 0) {
    return 0;
  }

  const at = toHundredths(rule.at ?? 0);
  const full = (number[0] * 10_000n - fine(rule.beyond) * number[1]) / (fine(rule.every) * number[1]);
  return Math.min(maximum, at + Math.min(Math.max(0, maximum - at), Number(full) * toHundredths(rule.each)));
}

function onLadder(rule: Schema['MeasureRule'], number: Fraction, whole: Fraction | null): Hundredths | null {
  const held = (rule.ladder ?? [])
    .filter(step => holds(step.of, number) && (!step.whole || (whole !== null && holds(step.whole, whole))))
    .map(step => toHundredths(step.points));
  return held.length > 0 ? (rule.wins === 'morePoints' ? Math.max(...held) : rule.wins === 'fewerPoints' ? Math.min(...held) : held[0]!)
    : present(rule.otherwise) ? toHundredths(rule.otherwise) : null;
}

function holds({ from, fromIncluded = true, to, toIncluded = true }: Schema['Bounds'], number: Fraction): boolean {
  const start = present(from) ? compare(number, fraction(from)) : 1;
  const end = present(to) ? compare(number, fraction(to)) : -1;
  return (fromIncluded ? start >= 0 : start > 0) && (toIncluded ? end <= 0 : end < 0);
}

/** A quotient as whole hundredths; both are 0 or above, the divisor is not 0. */
export function divide(dividend: bigint, divisor: bigint, rounding: Rounding): Hundredths {
  const whole = dividend / divisor;
  const rest = (dividend % divisor) * 2n;
  const isUp = rounding === 'towardsZero' ? false
    : rounding === 'halfToEven' ? rest > divisor || (rest === divisor && whole % 2n === 1n)
    : rest >= divisor;
  return Number(isUp ? whole + 1n : whole);
}

/** What a line comes to. */
export interface Score {
  readonly state: Schema['NodeState'];
  readonly points: Hundredths;
  readonly assigned: Hundredths;
  readonly bonus: Hundredths;
  readonly penalty: Hundredths;
}

const nothing: Omit<Score, 'state'> = { points: 0, assigned: 0, bonus: 0, penalty: 0 };

/** @param known Of a quantitative line: what the program has computed. */
export function scoreOf(node: Node, entry: Entry | null, rounding: Rounding): Score {
  if (node.state === 'void' || node.state === 'notApplicable') {
    return { ...nothing, state: node.state };
  }

  const maximum = toHundredths(node.maximum);
  if (node.kind === 'quantitative') {
    return { ...nothing, state: node.state, points: toHundredths(node.points), assigned: maximum };
  }

  const given = leafPoints(node, entry, rounding);
  const isBase = node.kind !== 'bonus' && node.kind !== 'penalty';
  if (given === null) {
    return { ...nothing, state: isBase ? 'missing' : 'notClaimed', assigned: isBase ? maximum : 0 };
  }

  const left = node.takenBy.length > 0 ? 0 : given;
  return {
    ...nothing, state: 'scored', assigned: isBase ? maximum : 0,
    [isBase ? 'points' : node.kind]: left,
  };
}

/** What a group comes to: the sum of what is below it, then its own way of adding. */
export function groupScore(node: Node, children: readonly Score[], rounding: Rounding): Score {
  if (node.state === 'void') {
    return { ...nothing, state: 'void' };
  }

  const sum = children.reduce((a, b) => ({
    state: together(a.state, b.state), points: a.points + b.points, assigned: a.assigned + b.assigned, bonus: a.bonus + b.bonus, penalty: a.penalty + b.penalty,
  }), { ...nothing, state: 'notApplicable' as Score['state'] });
  return node.adding && sum.state !== 'notApplicable' && sum.state !== 'void' ? { ...added(node.adding, sum, toHundredths(node.maximum), rounding), state: sum.state } : sum;
}

function together(a: Score['state'], b: Score['state']): Score['state'] {
  return a === 'void' ? 'void' : (['missing', 'scored', 'notClaimed'] as const).find(state => a === state || b === state) ?? 'notApplicable';
}

function added(adding: Schema['Adding'], sum: Score, maximum: Hundredths, rounding: Rounding): Omit<Score, 'state'> {
  const bonus = atMost(sum.bonus, adding.bonusCap);
  const penalty = atMost(sum.penalty, adding.penaltyCap);
  let { points, assigned } = sum;
  if (adding.isRescaled && assigned !== 0 && assigned !== maximum) {
    points = divide(BigInt(points) * BigInt(maximum), BigInt(assigned), rounding);
    assigned = maximum;
  }

  return adding.isNet
    ? { ...nothing, assigned, points: Math.min(present(adding.most) ? toHundredths(adding.most) : maximum, Math.max(toHundredths(adding.least ?? 0), points + bonus - penalty)) }
    : { points, assigned, bonus, penalty };
}

export interface Totals {
  readonly base: Hundredths;
  readonly assigned: Hundredths;
  readonly bonus: Hundredths;
  readonly penalty: Hundredths;
  readonly total: Hundredths;
}

/** What the whole sheet comes to. */
export function totalsOf(sections: readonly Score[], bonusCap: number | null, penaltyCap: number | null): Totals {
  const sum = (part: 'points' | 'assigned' | 'bonus' | 'penalty') => sections.reduce((all, section) => all + section[part], 0);
  const [base, bonus, penalty] = [sum('points'), atMost(sum('bonus'), bonusCap), atMost(sum('penalty'), penaltyCap)];
  return { base, assigned: sum('assigned'), bonus, penalty, total: Math.max(0, base + bonus - penalty) };
}

const atMost = (points: Hundredths, cap: number | null | undefined): Hundredths => present(cap) ? Math.min(points, toHundredths(cap)) : points;

export function present<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
