import type { Schema } from '../../api/client';
import { toHundredths, type Hundredths } from '../../words/points';

export type Criterion = Schema['Criterion'];
export type Content = Schema['SchemeContent'];

/** Bonus and penalty stand beside the sums. */
export const isBase = (criterion: Criterion): boolean => criterion.kind !== 'bonus' && criterion.kind !== 'penalty';

export const childrenOf = (content: Content, parent: string | null): readonly Criterion[] =>
  content.criteria.filter(criterion => (criterion.parent ?? null) === parent);

/** What lies right below a group (or, for null, the sections) comes to, in hundredths. */
export const sumOf = (content: Content, parent: string | null): Hundredths =>
  childrenOf(content, parent).filter(isBase).reduce((sum, criterion) => sum + toHundredths(criterion.maximum), 0);

/** The groups whose sum is not what they say, and null where the scheme's own is not. */
export function misfits(content: Content): readonly (string | null)[] {
  const groups = content.criteria.filter(criterion => criterion.kind === 'group');
  return [
    ...sumOf(content, null) === toHundredths(content.maximum) ? [] : [null],
    ...groups.filter(group => sumOf(content, group.code) !== toHundredths(group.maximum)).map(group => group.code),
  ];
}

/** Everything below a criterion, and itself. */
export function withAllBelow(content: Content, code: string): ReadonlySet<string> {
  const all = new Set([code]);
  for (let before = 0; before !== all.size;) {
    before = all.size;
    content.criteria.filter(one => one.parent !== null && all.has(one.parent)).forEach(one => all.add(one.code));
  }

  return all;
}

export const put = (content: Content, code: string, part: Partial<Criterion>): Content =>
  ({ ...content, criteria: content.criteria.map(criterion => criterion.code === code ? { ...criterion, ...part } : criterion) });

/** What is below goes with it. */
export function remove(content: Content, code: string): Content {
  const gone = withAllBelow(content, code);
  return { ...content, criteria: content.criteria.filter(criterion => !gone.has(criterion.code)) };
}

/** A new line at the end of a group, or a new section. Its code is one that nobody has had. */
export function add(content: Content, parent: string | null): { readonly content: Content; readonly code: string } {
  const taken = new Set(content.criteria.map(criterion => criterion.code));
  let at = childrenOf(content, parent).length + 1;
  const codeAt = () => parent === null ? roman(at) : `${parent}.${at}`;
  while (taken.has(codeAt())) {
    at++;
  }

  const criterion: Criterion = { code: codeAt(), parent, title: '', kind: parent === null ? 'group' : 'direct', maximum: 0, evidence: 'notNeeded' };
  const last = parent === null ? content.criteria.length : lastOf(content, parent) + 1;
  return { content: { ...content, criteria: [...content.criteria.slice(0, last), criterion, ...content.criteria.slice(last)] }, code: criterion.code };
}

/** One place up or down among those of the same group; what is below it moves along. */
export function move(content: Content, code: string, by: -1 | 1): Content {
  const criterion = content.criteria.find(one => one.code === code)!;
  const beside = childrenOf(content, criterion.parent ?? null);
  const other = beside[beside.indexOf(criterion) + by];
  if (!other) {
    return content;
  }

  const order = beside.map(one => one === criterion ? other : one === other ? criterion : one);
  return { ...content, criteria: inOrder(content, criterion.parent ?? null, order) };
}

/** The lines of the form, every group before what is in it. */
function inOrder(content: Content, moved: string | null, order: readonly Criterion[]): Criterion[] {
  const below = (parent: string | null): Criterion[] =>
    (parent === moved ? order : childrenOf(content, parent)).flatMap(one => [one, ...below(one.code)]);
  return below(null);
}

function lastOf(content: Content, parent: string): number {
  const below = withAllBelow(content, parent);
  return content.criteria.reduce((last, criterion, at) => below.has(criterion.code) ? at : last, -1);
}

const digits: readonly (readonly [number, string])[] = [[10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];

function roman(value: number): string {
  const [size, digit] = digits.find(([size]) => size <= value) ?? [0, ''];
  return size === 0 ? '' : digit + roman(value - size);
}

/** A class from a number of points on. */
export interface Step {
  readonly code: string;
  readonly title: string;
  /** Null: from the least on. */
  readonly from: number | null;
}

/** The ladder as steps, the highest first; null where it is not made of whole steps one above the other, and is edited in the workbook. */
export function stepsOf(ladder: readonly Schema['Rung'][]): readonly Step[] | null {
  const sorted = [...ladder].sort((a, b) => (b.minimum ?? -Infinity) - (a.minimum ?? -Infinity));
  const fits = sorted.every((rung, at) => rung.minimumIncluded && rung.maximum === (sorted[at - 1]?.minimum ?? null) && (at === 0 || !rung.maximumIncluded));
  return fits ? sorted.map(({ code, title, minimum }) => ({ code, title, from: minimum })) : null;
}

/** Steps back as rungs; floors and the like of a class that was there stay. */
export function rungsOf(steps: readonly Step[], before: readonly Schema['Rung'][]): Schema['Rung'][] {
  const sorted = [...steps].sort((a, b) => (b.from ?? -Infinity) - (a.from ?? -Infinity));
  return sorted.map(({ code, title, from }, at) => ({
    ...before.find(rung => rung.code === code), code, title, minimum: from, minimumIncluded: true, maximum: sorted[at - 1]?.from ?? null, maximumIncluded: false,
  }));
}
