import { describe, expect, it } from 'vitest';
import { givenAs, isNeeded, totalOf } from '../src/views/peers/given';
import type { Schema } from '../src/api/client';

const node = (criterion: string, rest: Partial<Schema['SheetNode']>): Schema['SheetNode'] => ({
  criterion, number: null, title: criterion, depth: 1, kind: 'direct', maximum: 10, entered: 'points', each: null, nested: null, options: null, measure: null, isUncapped: false, step: null, evidence: 'notNeeded',
  basis: null, checkedBy: null, state: 'scored', points: 0, assigned: 10, bonus: 0, penalty: 0, isProvisional: false, adding: null, chosen: null, takenBy: [], ...rest,
});

describe('what a peer gives', () => {
  it('is points, passed or failed, or one of the answers', () => {
    expect(givenAs(node('a', {}))).toBe('points');
    expect(givenAs(node('a', { kind: 'passFail' }))).toBe('passOrFail');
    expect(givenAs(node('a', { kind: 'penalty', options: [{ code: 'x', points: 2, title: 'X' }] }))).toBe('option');
  });

  it('is nothing for headings, what is computed, and what does not count', () => {
    expect([node('a', { kind: 'group' }), node('a', { kind: 'quantitative' }), node('a', { state: 'void' }), node('a', { state: 'notApplicable' })].map(givenAs)).toEqual([null, null, null, null]);
  });

  it('is added up, penalties taken away; bonus and penalty need not be given', () => {
    const criteria = [node('g', { kind: 'group' }), node('a', {}), node('b', { kind: 'bonus' }), node('p', { kind: 'penalty' })];
    expect(totalOf(criteria, criterion => ({ a: 825, b: 100, p: 50 })[criterion] ?? null)).toBe(875);
    expect(criteria.filter(isNeeded).map(one => one.criterion)).toEqual(['a']);
  });
});
