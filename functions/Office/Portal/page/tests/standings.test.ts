import { describe, expect, it } from 'vitest';
import type { Schema } from '../src/api/client';
import { byTime, countedOf, groupsOf, signed } from '../src/views/standings/groups';

const node = (criterion: string, rest: Partial<Schema['TraceNode']>): Schema['TraceNode'] => ({
  criterion, parent: null, number: null, title: 'Nhóm', kind: 'group', basis: null, checkedBy: null, state: 'scored', maximum: 60, points: 36.25, assigned: 60, bonus: 0, penalty: 0, adding: null, takenBy: [], steps: null, ...rest,
});

describe('points by group', () => {
  it('are those of the sections, without what does not count', () => {
    expect(groupsOf([node('I', {}), node('I.1', { parent: 'I' }), node('II', { state: 'void' })])).toEqual([{ name: 'I. Nhóm', points: 3625, most: 6000 }]);
  });

  it('take penalties away', () => {
    const penalty = node('P', { points: 0, assigned: 0, penalty: 2 });
    expect(signed(countedOf(penalty))).toBe('−2');
    expect(groupsOf([penalty])[0]!.most).toBeNull();
  });

  it('stand in the order of time over the years', () => expect(byTime([{ year: 2025 }, { year: 2024 }]).map(one => one.year)).toEqual([2024, 2025]));
});
