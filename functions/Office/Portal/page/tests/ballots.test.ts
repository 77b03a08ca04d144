import { describe, expect, it } from 'vitest';
import type { Schema } from '../src/api/client';
import { leftOf, noQuestion, questionOf, runOffOf, settlementOf } from '../src/views/bloc/ballotRules';
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

describe('what is left to say after a ballot', () => {
  const counted = (rules: Partial<Schema['BallotRulesView']>, ...choices: Schema['ChoiceView'][]) => {
    const { rules: usual } = ballot('closed', 2, 2);
    return { rules: { ...usual, seats: 2, ...rules }, choices, count: { returned: 5, written: 0, present: null, valid: null, invalid: null, blank: null, outOf: null, settled: null } };
  };
  const [passed, out, alsoOut, tied] = [choice('a', 'passed'), choice('b', 'notPassed'), choice('c', 'notPassed'), choice('b', 'tied')];
  const said = (of: Parameters<typeof settlementOf>[0]) => {
    const left = settlementOf(of);
    return left && [left.units.map(one => one.unit).join(), left.places, left.isTie, left.isOffices];
  };

  it.each([
    ['places of the last ballot are the office’s where no rule of an award names who decides', counted({}, passed, out, alsoOut), ['b,c', 1, false, true]],
    ['or the competent person does', counted({ decider: 'competentPerson' }, out, alsoOut), ['b,c', 2, false, true]],
    ['head and deputy take them where the rules say so', counted({ decider: 'blocLeaders' }, passed, out), ['b', 1, false, false]],
    ['as the chair does, of a single ballot, too', counted({ decider: 'chair', round: 1, rounds: 1 }, passed, out), ['b', 1, false, false]],
    ['nobody does where the rules say so', counted({ decider: 'nobody' }, passed, out), null],
    ['nor after a single ballot of which nothing is said', counted({ round: 1, rounds: 1 }, passed, out), null],
    ['nor while another can be held', counted({ round: 1, decider: 'blocLeaders' }, passed, out), null],
    ['nor where all places are taken', counted({ seats: 1 }, passed, out), null],
    ['nor where there is no number of them', counted({ seats: null, decider: 'chair' }, out), null],
    ['the same number is the chair’s where the rules say so', counted({ tie: 'chairDecides', round: 1 }, passed, tied), ['b', 1, true, false]],
    ['or the office’s, whoever takes places', counted({ tie: 'officeDecides', decider: 'blocLeaders' }, passed, tied), ['b', 1, true, true]],
    ['another ballot comes first', counted({ round: 1 }, passed, tied), null],
    ['and after the last one they are among those of who takes places', counted({ decider: 'blocLeaders' }, passed, tied, alsoOut), ['b', 1, true, false]],
  ] as const)('%s', (_, of, what) => expect(said(of)).toEqual(what));

  it('is nothing before the count, and nothing once it was said', () => {
    const left = counted({ decider: 'chair' }, passed, out);
    expect(settlementOf({ ...left, count: null })).toBeNull();
    expect(settlementOf({ ...left, count: { ...left.count, settled: { units: [], reason: 'Để trống', on: '2026-12-20' } } })).toBeNull();
  });
});
