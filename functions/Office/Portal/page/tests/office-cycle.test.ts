import { describe, expect, it } from 'vitest';
import { again, cycleFrom, differences, isNothing, loses, type Cycle } from '../src/views/office/cycle';

const stage = (name: 'pact' | 'self-score', opens: string, closes: string) => ({ period: 'nam', stage: name, opens, closes });
const bloc = (id: string) => ({ bloc: id, scheme: null, stages: [] });
const base: Cycle = {
  startsOn: '2026-01-01', periods: [{ id: 'nam', name: 'Cả năm' }],
  stages: [stage('pact', '2026-01-01', '2026-03-31'), stage('self-score', '2026-11-01', '2026-11-30')], blocs: [bloc('a'), bloc('b')],
};

describe('a year that is written whole', () => {
  it('is not changed by reading it', () => expect(isNothing(differences(base, structuredClone(base)))).toBe(true));

  it('says which blocs, steps and periods would go', () => {
    const of = differences(base, { ...base, blocs: [bloc('a'), bloc('c')], stages: base.stages.slice(1), periods: [] });
    expect(of).toMatchObject({ goneBlocs: ['b'], newBlocs: ['c'], goneStages: [base.stages[0]], gonePeriods: base.periods });
    expect(loses(of)).toBe(true);
  });

  it('says whose scheme and days are others', () => {
    const of = differences(base, { ...base, blocs: [{ ...bloc('a'), scheme: { id: 's', version: 1 } }, { ...bloc('b'), stages: [base.stages[0]!] }] });
    expect(of).toMatchObject({ goneBlocs: [], otherScheme: ['a'], otherDays: ['b'] });
    expect(loses(of)).toBe(false);
  });

  it('keeps the bloc that somebody else has added meanwhile', () => {
    const theirs = { ...base, blocs: [...base.blocs, bloc('c')] };
    const mine = { ...base, blocs: [bloc('a')], startsOn: '2026-01-02' };
    expect(again(base, mine, theirs)).toEqual({ ...base, startsOn: '2026-01-02', blocs: [bloc('a'), bloc('c')] });
  });

  it('keeps the scheme that somebody else has given to a bloc whose days are mine', () => {
    const theirs = { ...base, blocs: [{ ...bloc('a'), scheme: { id: 's', version: 1 } }, bloc('b')] };
    const mine = { ...base, blocs: [{ ...bloc('a'), stages: [base.stages[0]!] }, bloc('b')] };
    expect(again(base, mine, theirs).blocs[0]).toEqual({ bloc: 'a', scheme: { id: 's', version: 1 }, stages: [base.stages[0]] });
  });
});

describe('a year by the template', () => {
  it('has the template’s days, in the next year where it says so', () => {
    const year = cycleFrom({
      isDefault: true, startsOn: { month: 1, day: 1 }, periods: base.periods as never,
      stages: [{ period: 'nam', stage: 'handover', opens: { month: 12, day: 20 }, closes: { month: 1, day: 31, yearOffset: 1 } }, { period: 'nam', stage: 'pact', opens: { month: 2, day: 1 }, closes: { month: 2, day: 29 } }],
    }, 2027, []);
    expect(year.stages.map(one => [one.opens, one.closes])).toEqual([['2027-12-20', '2028-01-31'], ['2027-02-01', '2027-02-28']]);
  });
});
