import { describe, expect, it } from 'vitest';
import type { Schema } from '../src/api/client';
import { merge, same } from '../src/views/sheet/merge';
import { criterionOf, lacksOf } from '../src/views/sheet/missing';
import { readNumber } from '../src/views/sheet/numbers';
import { divide, groupScore, leafPoints, scoreOf, totalsOf, type Node } from '../src/views/sheet/reckon';

const node = (change: Partial<Node>): Node => ({
  criterion: 'I.1', number: null, title: '', depth: 2, kind: 'direct', maximum: 10, entered: 'points', each: null, nested: null, options: null, measure: null, isUncapped: false, step: null,
  evidence: 'notNeeded', basis: null, checkedBy: null, state: 'missing', points: 0, assigned: 10, bonus: 0, penalty: 0, isProvisional: false, adding: null, chosen: null, takenBy: [], ...change,
});
const measure = (rule: Schema['MeasureRule'], part: number, whole?: number, maximum = 10) =>
  leafPoints(node({ entered: 'measure', measure: rule, maximum }), { criterion: 'I.1', measure: whole === undefined ? { part } : { part, whole } }, 'halfAwayFromZero');

describe('What an entry comes to', () => {
  it('is what was typed, where points are', () => {
    expect(leafPoints(node({}), { criterion: 'I.1', points: 8.25 }, 'halfAwayFromZero')).toBe(825);
    expect(leafPoints(node({}), { criterion: 'I.1', explanation: 'x' }, 'halfAwayFromZero')).toBeNull();
  });

  it('is times what each is worth, up to the maximum', () => {
    const counted = node({ entered: 'count', each: 0.25, maximum: 1 });
    expect(leafPoints(counted, { criterion: 'I.1', count: 3 }, 'halfAwayFromZero')).toBe(75);
    expect(leafPoints(counted, { criterion: 'I.1', count: 9 }, 'halfAwayFromZero')).toBe(100);
    expect(leafPoints({ ...counted, isUncapped: true }, { criterion: 'I.1', count: 9 }, 'halfAwayFromZero')).toBe(225);
  });

  it('is what its answer is worth; an answer that is gone is none', () => {
    const chosen = node({ entered: 'option', options: [{ code: 'a', points: 2, title: '' }, { code: 'b', points: 1, title: '' }] });
    expect(leafPoints(chosen, { criterion: 'I.1', option: 'b' }, 'halfAwayFromZero')).toBe(100);
    expect(leafPoints(chosen, { criterion: 'I.1', option: 'c' }, 'halfAwayFromZero')).toBeNull();
  });

  it('counts each of two shares by how much of its target is reached', () => {
    const both = node({ entered: 'counts', nested: { outer: 100, outerPoints: 6, inner: 15 }, maximum: 10 });
    expect(leafPoints(both, { criterion: 'I.1', counts: { all: 100, outer: 90, inner: 15 } }, 'halfAwayFromZero')).toBe(540 + 400);
    expect(leafPoints(both, { criterion: 'I.1', counts: { all: 10, outer: 0, inner: 0 } }, 'halfAwayFromZero')).toBe(0);
  });

  it('follows the formula of what is measured', () => {
    expect(measure({ formula: 'linear' }, 1, 3)).toBe(333);
    expect(measure({ formula: 'linear', target: 90 }, 95, 100)).toBe(1000);
    expect(measure({ formula: 'linear' }, 4, 3)).toBeNull();
    expect(measure({ formula: 'allOrNothing', target: 98 }, 97.9999, 100)).toBe(0);
    expect(measure({ formula: 'steps', steps: { beyond: 90, every: 1, each: 0.1 } }, 92.5, 100, 0.5)).toBe(20);
    expect(measure({ formula: 'ladder', of: 'value', ladder: [{ points: 3, of: { from: 5 } }, { points: 1, of: { from: 1, to: 5, toIncluded: false } }], otherwise: 0 }, 5)).toBe(300);
    expect(measure({ formula: 'ladder', of: 'value', ladder: [{ points: 3, of: { from: 5 } }], otherwise: 0 }, 4.9999)).toBe(0);
    expect(measure({ formula: 'recorded', of: 'value' }, 12)).toBe(0);
  });

  it('is rounded as the scheme says', () => {
    expect(['halfAwayFromZero', 'halfToEven', 'towardsZero'].map(rule => divide(5n, 2n, rule as Schema['RoundingRule']))).toEqual([3, 2, 2]);
  });

  it('is nothing under a condition that takes it', () => {
    expect(scoreOf(node({ takenBy: ['x'] }), { criterion: 'I.1', points: 8 }, 'halfAwayFromZero')).toMatchObject({ state: 'scored', points: 0, assigned: 1000 });
  });
});

describe('What the sheet comes to', () => {
  const leaf = (change: Partial<Node>, points: number | null) => scoreOf(node(change), points === null ? null : { criterion: '', points }, 'halfAwayFromZero');
  const group = (adding: Schema['Adding'] | null) => node({ kind: 'group', entered: 'nothing', adding, maximum: 10 });

  it('is the sum, with bonus and penalty beside it up to the caps', () => {
    const section = groupScore(group(null), [leaf({}, 8), leaf({ kind: 'bonus' }, 3), leaf({ kind: 'penalty' }, 2)], 'halfAwayFromZero');
    expect(totalsOf([section], 1, null)).toEqual({ base: 800, assigned: 1000, bonus: 100, penalty: 200, total: 700 });
  });

  it('never is below zero', () => {
    expect(totalsOf([groupScore(group(null), [leaf({}, 1), leaf({ kind: 'penalty' }, 5)], 'halfAwayFromZero')], null, null).total).toBe(0);
  });

  it('takes bonus and penalty into a net item, within its bounds', () => {
    const score = groupScore(group({ isNet: true, most: 9 }), [leaf({}, 8), leaf({ kind: 'bonus' }, 3)], 'halfAwayFromZero');
    expect(score).toEqual({ state: 'scored', points: 900, assigned: 1000, bonus: 0, penalty: 0 });
  });

  it('is missing where one line is', () => {
    expect(groupScore(group(null), [leaf({}, 1), leaf({}, null)], 'halfAwayFromZero').state).toBe('missing');
    expect(groupScore(group(null), [leaf({}, 1), leaf({ kind: 'bonus' }, null)], 'halfAwayFromZero').state).toBe('scored');
  });
});

describe('What two have changed', () => {
  const entry = (points: number | null, explanation?: string) => ({ criterion: 'I.1', points, ...(explanation === undefined ? null : { explanation }) });

  it('is asked about only where both changed the same criterion to something else', () => {
    const typed = { a: { mine: entry(1), base: entry(0) }, b: { mine: entry(1), base: entry(0) }, c: { mine: entry(1), base: entry(0) } };
    const saved = (code: string) => ({ a: entry(0), b: entry(2), c: entry(1) })[code] ?? null;
    expect(merge(typed, saved)).toEqual({ done: ['c'], clashes: [{ criterion: 'b', mine: entry(1), theirs: entry(2) }] });
  });

  it('knows that nothing is nothing, however it is written', () => {
    expect(same(null, { criterion: 'I.1', points: null, explanation: ' ' })).toBe(true);
    expect(same(entry(1, 'Đã làm'.normalize('NFD')), entry(1, 'Đã làm'))).toBe(true);
    expect(same(entry(0), null)).toBe(false);
  });
});

describe('What a line lacks', () => {
  const score = (points: number | null) => scoreOf(node({}), points === null ? null : { criterion: 'I.1', points }, 'halfAwayFromZero');

  it('is a score, and evidence or an explanation where the scheme asks for it', () => {
    expect(lacksOf(node({ evidence: 'always' }), score(null), null, false, false)).toEqual(['score', 'evidence']);
    expect(lacksOf(node({ evidence: 'whenClaimed' }), score(0), null, false, false)).toEqual([]);
    expect(lacksOf(node({ evidence: 'whenClaimed' }), score(1), null, false, false)).toEqual(['evidence']);
    expect(lacksOf(node({ evidence: 'whenClaimed' }), score(1), { criterion: 'I.1', explanation: 'x' }, false, false)).toEqual([]);
    expect(lacksOf(node({ evidence: 'whenClaimed' }), score(1), null, true, false)).toEqual([]);
  });

  it('is found again in what the program refuses', () => {
    expect(criterionOf("$.evidence['II.1']")).toBe('II.1');
    expect(criterionOf('$.reason')).toBeNull();
  });
});

describe('A number that was counted or measured', () => {
  it.each([
    ['1.234', 0, { kind: 'number', value: 1234 }], ['12 500', 0, { kind: 'number', value: 12500 }], ['1,5', 0, { kind: 'wrong', why: 'not-whole' }],
    ['85,5', 4, { kind: 'number', value: 85.5 }], ['85.5', 4, { kind: 'number', value: 85.5 }], ['1.234', 4, { kind: 'wrong', why: 'two-numbers' }], ['1.234,5', 4, { kind: 'number', value: 1234.5 }],
    ['0,00001', 4, { kind: 'wrong', why: 'too-fine' }], ['-1', 4, { kind: 'wrong', why: 'below-zero' }], ['abc', 0, { kind: 'wrong', why: 'not-a-number' }], [' ', 0, { kind: 'empty' }],
  ] as const)('%s with %i decimals', (text, decimals, read) => expect(readNumber(text, decimals)).toEqual(read));
});
