import { describe, expect, it } from 'vitest';
import type { Schema } from '../src/api/client';
import { inOrder, isAddress, sayWhen } from '../src/views/meetings/when';

const meeting = (id: string, day: string | null, state: Schema['MeetingState'] = 'open'): Schema['MeetingSummary'] =>
  ({ meeting: id, state, kinds: [], title: id, when: { day, from: null, to: null, said: null }, host: null, hostName: null });

describe('meetings', () => {
  it('say when they are', () => {
    expect(sayWhen({ day: '2026-07-05', from: '14:00', to: '16:30', said: null })).toBe('14:00–16:30, 05/07/2026');
    expect(sayWhen({ day: null, from: null, to: null, said: 'đầu tháng 7' })).toBe('đầu tháng 7');
  });

  it('stand with the next one first and what is over last', () => {
    const all = [meeting('cũ', '2026-01-20', 'adopted'), meeting('sau', '2026-12-20'), meeting('mới qua', '2026-11-20'), meeting('tới', '2026-12-03'), meeting('chưa định', null)];
    expect(inOrder(all, '2026-11-29').map(one => one.meeting)).toEqual(['tới', 'sau', 'chưa định', 'mới qua', 'cũ']);
  });

  it('never link to a script', () => expect(['https://hop.vn/a', 'javascript:alert(1)', 'hop.vn'].map(isAddress)).toEqual([true, false, false]));
});
