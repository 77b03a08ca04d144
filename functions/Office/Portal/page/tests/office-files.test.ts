import { describe, expect, it } from 'vitest';
import { partitionOf } from '../src/views/office/trails';
import { csvOf, placeIn } from '../src/views/office/tables';
import { finds, idOf } from '../src/views/office/search';

describe('search in the roster', () => {
  it.each([
    ['so tai chinh', 'Sở Tài chính', true],
    ['sở tài', 'Sở Tài chính', true],
    ['chính sở', 'Sở Tài chính', true],
    ['do thi', 'Sở Đô thị', true],
    ['đô', 'Sở Đô thị', true],
    ['đô', 'Ban Do lường', false],
    ['số', 'Sở Tài chính', false],
    ['so\u031B\u0309', 'Sở Tài chính', true],
    ['', 'Sở Tài chính', true],
  ])('%s in %s: %s', (asked, text, found) => expect(finds(asked, text)).toBe(found));
});

describe('ids for names', () => {
  it.each([['Sở Tài chính', 'so-tai-chinh'], ['Ban Quản lý  KCN, KKT', 'ban-quan-ly-kcn-kkt'], ['Đoàn ĐBQH', 'doan-dbqh']])('%s → %s', (name, id) => expect(idOf(name)).toBe(id));
});

describe('a CSV', () => {
  it('keeps letters, commas and quotation marks', () =>
    expect(csvOf([['unit', 'name'], ['a', 'Ban "X", Y']])).toBe('\uFEFFunit,name\r\na,"Ban ""X"", Y"\r\n'));
});

describe('the place of a fault in a file', () => {
  it.each([['line 7, column kind', 'Dòng 7, cột “Loại”'], ['line 3', 'Dòng 3'], ["Sheet 'Danh sách' C7", 'Trang “Danh sách”, ô C7'], ['$.x', '$.x']])('%s → %s', (path, said) => expect(placeIn(path)).toBe(said));
});

describe('the trail of one matter', () => {
  const chosen = { year: 2026, period: 'nam', bloc: 'khoi-5', unit: 'so-a' };

  it.each([['Roster', 'roster'], ['Council', '2026'], ['Ballots', '2026|khoi-5'], ['Sheets', '2026-nam|khoi-5|so-a']] as const)('of %s is that of the partition %s', (matter, partition) => expect(partitionOf({ matter, ...chosen })).toBe(partition));

  it('is asked for once all of it was chosen', () => {
    expect([partitionOf({ matter: 'Sheets', ...chosen, unit: '' }), partitionOf({ matter: 'Council', ...chosen, year: null }), partitionOf({ matter: 'Decisions', year: null, period: '', bloc: '', unit: '' })]).toEqual([null, null, 'decisions']);
  });
});
