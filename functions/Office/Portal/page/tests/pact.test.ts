import { describe, expect, it } from 'vitest';
import { lastOf, measureOf, sayProgress, sayTarget } from '../src/views/pact/targets';

const reached = { yes: 'Đã đạt', no: 'Chưa đạt' };

describe('targets of a pact', () => {
  it('are said as papers say them', () => {
    expect(sayTarget({ id: 'a', kind: 'percentage', what: 'công chức hoàn thành nhiệm vụ', percent: 98.5 })).toBe('98,5 % công chức hoàn thành nhiệm vụ');
    expect(sayTarget({ id: 'a', kind: 'number', what: 'Nộp ngân sách', number: 12500, unit: 'tỷ đồng' })).toBe('Nộp ngân sách: 12.500 tỷ đồng');
    expect(sayTarget({ id: 'a', kind: 'number', what: 'Hồ sơ quá hạn', number: 3, unit: 'hồ sơ', isAtMost: true })).toBe('Hồ sơ quá hạn: không quá 3 hồ sơ');
    expect(sayTarget({ id: 'a', kind: 'title', what: 'Cơ quan đạt', titles: ['Công sở văn hóa', 'Đơn vị văn hóa'] })).toBe('Cơ quan đạt: “Công sở văn hóa” hoặc “Đơn vị văn hóa”');
  });

  it('are measured by a number or by words', () => {
    expect(measureOf({ id: 'a', kind: 'percentage', what: 'x' })).toBe('%');
    expect(measureOf({ id: 'a', kind: 'words', what: 'x' })).toBeNull();
  });

  it('show what was reported last', () => {
    const report = (day: string, number: number | null, said: string | null, isReached: boolean | null) => ({ target: 'a', day, number, said, isReached, reportedAt: '', etag: '' });
    const reports = [report('2026-09-30', 9, null, true), report('2026-06-30', 4, null, false)];
    const last = lastOf(reports, 'a')!;
    expect(sayProgress(last, { id: 'a', kind: 'number', what: 'Sáng kiến', number: 8, unit: 'sáng kiến' }, reached)).toBe('9 sáng kiến – Đã đạt');
    expect(sayProgress(report('2026-06-30', null, 'gần xong', null), { id: 'a', kind: 'words', what: 'x' }, reached)).toBe('gần xong');
    expect(lastOf(reports, 'b')).toBeUndefined();
  });
});
