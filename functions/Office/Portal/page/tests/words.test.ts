import { describe, expect, it } from 'vitest';
import { daysBetween, urgency } from '../src/words/days';
import { byName, day, dayOf, moment, readDay, size } from '../src/words/format';
import { language, words } from '../src/words/language';
import { points, readPoints, toHundredths, toPoints, writePoints } from '../src/words/points';

describe('points', () => {
  it.each([
    ['38,25', 3825], ['38.25', 3825], [' 38 ', 3800], ['0,5', 50], [',5', 50], ['8,', 800], ['-1,25', -125], ['−2', -200], ['1 000', 100_000], ['38,250', 3825], ['-0', 0],
  ])('are read as typed: %s', (text, hundredths) => {
    expect(readPoints(text)).toEqual({ kind: 'points', hundredths });
  });

  it.each([
    ['38,255', 'too-fine'], ['abc', 'not-a-number'], ['1,2,3', 'not-a-number'], [',', 'not-a-number'], ['-', 'not-a-number'], ['1e3', 'not-a-number'], ['2000000', 'too-big'],
  ])('are refused, not rounded: %s', (text, why) => {
    expect(readPoints(text)).toEqual({ kind: 'wrong', why });
  });

  it('may be nothing', () => expect(readPoints('  ')).toEqual({ kind: 'empty' }));

  it.each([[3825, '38,25'], [3850, '38,5'], [3800, '38'], [5, '0,05'], [-125, '-1,25'], [0, '0'], [null, '']])('are written with a comma: %s', (hundredths, text) => {
    expect(writePoints(hundredths)).toBe(text);
  });

  it('come from the API as decimals and go back as the same', () => {
    for (let hundredths = -1000; hundredths <= 10_000; hundredths++) {
      expect(toHundredths(toPoints(hundredths))).toBe(hundredths);
    }

    expect(points(86.67)).toBe('86,67');
    expect(points(null)).toBe('');
  });

  it('add up exactly', () => {
    const tenth = toHundredths(0.1);
    expect(toPoints(tenth + toHundredths(0.2))).toBe(0.3);
  });
});

describe('days', () => {
  it.each([['2026-12-10', '10/12/2026'], [null, ''], ['', '']])('are written as people here write them: %s', (value, text) => expect(day(value)).toBe(text));

  it.each([['10/12/2026', '2026-12-10'], ['1.2.2026', '2026-02-01'], [' 01-02-2026 ', '2026-02-01'], ['29/2/2028', '2028-02-29'], ['31/02/2026', null], ['29/02/2026', null], ['10/12/26', null], ['12/31/2026', null]])(
    'are read as people write them: %s', (text, value) => expect(readDay(text)).toBe(value));

  it('are days of Vietnam', () => {
    expect(dayOf(new Date('2026-12-09T17:00:00Z'))).toBe('2026-12-10');
    expect(dayOf(new Date('2026-12-09T16:59:59Z'))).toBe('2026-12-09');
    expect(moment('2026-12-09T17:30:00Z')).toBe('10/12/2026 00:30');
  });

  it('are left by the calendar', () => {
    expect(daysBetween('2026-12-10', '2026-12-10')).toBe(0);
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
    expect([-1, 0, 1, 7, 8].map(urgency)).toEqual(['late', 'today', 'soon', 'soon', 'later']);
  });
});

describe('names', () => {
  it('stand in Vietnamese order', () => {
    const names = ['Sở Xây dựng', 'Sở Y tế', 'Đài Phát thanh', 'Sở Công Thương', 'Ban Dân tộc', 'Sở Đất', 'Sở Dân', 'Khối 10', 'Khối 2'];
    expect(names.sort(byName(name => name))).toEqual(['Ban Dân tộc', 'Đài Phát thanh', 'Khối 2', 'Khối 10', 'Sở Công Thương', 'Sở Dân', 'Sở Đất', 'Sở Xây dựng', 'Sở Y tế']);
  });
});

describe('sizes', () => {
  it.each([[0, '0 KB'], [1, '1 KB'], [350_000, '342 KB'], [1_258_291, '1,2 MB']])('are said as people say them: %i', (bytes, text) => expect(size(bytes)).toBe(text));
});

describe('words', () => {
  it('are those of the language of the moment', () => {
    const w = words({ a: 'một', n: (x: number) => `${x} ngày` }, { a: 'one', n: x => `${x} days` });
    expect([w.a, w.n(2)]).toEqual(['một', '2 ngày']);
    language.value = 'en';
    expect([w.a, w.n(2)]).toEqual(['one', '2 days']);
    expect(document.documentElement.lang).toBe('en');
    language.value = 'vi';
  });
});
