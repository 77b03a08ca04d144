import { describe, expect, it } from 'vitest';
import type { Schema } from '../src/api/client';
import { leftOf, noQuestion, questionOf, runOffOf } from '../src/views/bloc/ballotRules';
import { mayRunOff } from '../src/views/bloc/RunOff';

const choice = (unit: string, outcome: Schema['ChoiceOutcome'] | null): Schema['ChoiceView'] => ({ unit, unitName: unit, outcome, votes: null, written: null, outOf: null });

function ballot(state: Schema['BallotState'], round: number, rounds: number, ...choices: Schema['ChoiceView'][]): Schema['BallotView'] {
  return {
    ballot: 'suy-ton', state, title: 'Suy tôn', award: 'co-thi-dua', after: null, told: '', choices, keepers: [], opened: '2026-12-20', until: null, source: null, own: [], turnout: null,
    written: [], votes: null, count: null, paper: null, closed: null, annulment: null, castBytes: null,
    rules: {
      isSecret: true, voters: 5, seats: 1, marks: 1, threshold: { part: 1, of: 2 }, base: 'allVoters', absentees: 'none', tie: 'anotherBallot', ownVote: true, blankIsValid: true, counts: 'outcomeOnly', round, rounds, quorum: null, decider: null,
    },
  };
}

describe('a question of a ballot', () => {
  it('says nothing of what award rules or regulation settle', () => {
    const said = Object.entries(questionOf({ ...noQuestion, title: ' Suy tôn ', award: 'co-thi-dua' })).filter(([, value]) => value !== null);
    expect(Object.fromEntries(said)).toEqual({ title: 'Suy tôn', award: 'co-thi-dua', choices: [], blankIsValid: false, counts: 'all' });
  });

  it('says what was typed in their place', () =>
    expect(questionOf({ ...noQuestion, title: 'Chọn', threshold: '2/3', isAbove: true, ownVote: 'no', seats: '2', tie: 'chairDecides' })).toMatchObject({ threshold: { part: 2, of: 3, above: true }, ownVote: false, seats: 2, tie: 'chairDecides' }));
});

describe('a run-off', () => {
  const first = ballot('closed', 1, 2, choice('a', 'passed'), choice('b', 'tied'), choice('c', 'notPassed'));

  it('is among those who have not passed, by the rules of the ballot before, which are not said again', () => {
    expect(leftOf(first).map(one => one.unit)).toEqual(['b', 'c']);
    expect(runOffOf(first, 'Suy tôn – lần 2', ['b'])).toEqual({ title: 'Suy tôn – lần 2', award: 'co-thi-dua', after: 'suy-ton', choices: ['b'], blankIsValid: true, counts: 'outcomeOnly' });
  });

  it.each([
    ['while the rules allow another and somebody is left', first, true],
    ['not when the rounds are over', ballot('closed', 2, 2, choice('b', 'tied')), false],
    ['not when all have passed', ballot('closed', 1, 2, choice('a', 'passed')), false],
    ['not before the count', ballot('open', 1, 2, choice('a', null)), false],
    ['not after one that was annulled', ballot('annulled', 1, 2, choice('a', null)), false],
  ] as const)('is held %s', (_, before, held) => expect(mayRunOff(before)).toBe(held));
});
