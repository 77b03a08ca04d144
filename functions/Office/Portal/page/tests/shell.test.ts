import { describe, expect, it } from 'vitest';
import { sortRows } from '../src/parts/sort';
import { match } from '../src/shell/match';
import { addressOf, placesOf, readAddress } from '../src/shell/places';

describe('an address', () => {
  it.each([
    ['/', '/', {}], ['/about', '/about', {}], ['/about', '/about/', {}], ['/about', '/about/x', null], ['/sheet/:year/:unit', '/sheet/2026/so-a', { year: '2026', unit: 'so-a' }],
    ['/sheet/:year/:unit', '/sheet/2026', null], ['/office/:rest*', '/office', { rest: '' }], ['/office/:rest*', '/office/a/b', { rest: 'a/b' }], ['/x/:name', '/x/m%E1%BB%99t', { name: 'một' }],
    ['/x/:name', '/x/%E1%BB', { name: '%E1%BB' }],
  ])('%s matches %s', (pattern, path, params) => expect(match(pattern, path)).toEqual(params));

  it('names a place, and is read back', () => {
    const place = { year: 2026, period: 'nam', bloc: 'khoi-kinh-te', unit: 'so-tai-chinh' };
    expect(addressOf('sheet', place, 'print')).toBe('/portal/sheet/2026/nam/khoi-kinh-te/so-tai-chinh/print');
    expect(readAddress(addressOf('sheet', place, 'print'))).toEqual({ area: 'sheet', place, rest: ['print'] });
    expect([readAddress('/portal/'), readAddress('/portal/about'), readAddress('/portal/office/blocs/a/b/c')]).toEqual([null, null, null]);
  });
});

describe('places', () => {
  it('are those of all open years, the latest first, before those of the year that is over', () => {
    const place = (unit: string) => ({ unit, unitName: unit, bloc: 'b', blocName: 'B', period: 'nam', roles: [], stages: [], functions: [] });
    const me = { oid: '', kind: 'person' as const, roles: [], units: [], approvesFor: [], functions: [], cycles: [{ year: 2025, isOpen: false, places: [place('a')] }, { year: 2026, isOpen: true, places: [place('a'), place('b')] }, { year: 2027, isOpen: true, places: [place('b')] }] };
    expect(placesOf(me).map(one => `${one.year} ${one.unit}`)).toEqual(['2027 b', '2026 a', '2026 b', '2025 a']);
  });
});

describe('rows', () => {
  it('are sorted in Vietnamese order or by number, and what has nothing stands last', () => {
    const rows = [{ name: 'Sở Đất', points: 5 }, { name: 'Sở Dân', points: null }, { name: 'Ban', points: 12 }];
    expect(sortRows(rows, row => row.name, false).map(row => row.name)).toEqual(['Ban', 'Sở Dân', 'Sở Đất']);
    expect(sortRows(rows, row => row.points, false).map(row => row.points)).toEqual([5, 12, null]);
    expect(sortRows(rows, row => row.points, true).map(row => row.points)).toEqual([12, 5, null]);
  });
});
