import { describe, expect, it } from 'vitest';
import { daysOf, sayDays } from '../src/views/office/reminderDays';
import { bodyOf, newSuccessionId } from '../src/views/office/successions';
import { proceedingsOf } from '../src/views/bloc/meetingRules';

describe('what the office keeps', () => {
  it('reads days before a deadline as people write them', () => {
    expect([daysOf('7, 3, 0'), daysOf('10;-1'), daysOf(''), daysOf('7, hai')]).toEqual([[7, 3, 0], [10, -1], [], null]);
    expect(sayDays([7, 3, 0])).toBe('7, 3, 0');
  });

  it('sends of a change of units only what its kind has a place for', () => {
    const form = {
      kind: 'rename' as const, day: '2026-12-01', decision: { kind: 'Quyết định' }, from: ['so-a'], to: [{ unit: 'so-b' }], tasksTo: 'so-b', name: ' Sở Mới ', bloc: 'khoi-5',
      sheets: [{ year: 2026, period: 'nam', bloc: 'khoi-5', unit: 'so-a', outcome: 'closed' as const }],
    };
    expect(bodyOf(form)).toMatchObject({ from: ['so-a'], to: [], tasksTo: null, name: 'Sở Mới', bloc: null, sheets: [] });
    expect(bodyOf({ ...form, kind: 'merge' })).toMatchObject({ to: [{ unit: 'so-b' }], tasksTo: 'so-b', name: null, sheets: form.sheets });
    expect(newSuccessionId(form)).toBe('doi-ten-2026-12-01-so-a');
  });
});

describe('minutes', () => {
  it('keep who did what as long as a line stays', () => {
    expect(proceedingsOf('Khai mạc.\n\n Bế mạc. ', [{ text: 'Khai mạc.', unit: 'so-a' }])).toEqual([{ text: 'Khai mạc.', unit: 'so-a' }, { text: 'Bế mạc.' }]);
  });
});
