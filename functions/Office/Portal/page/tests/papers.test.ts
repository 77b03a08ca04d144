import { describe, expect, it } from 'vitest';
import { sortPapers } from '../src/views/papers/papers';

const kinds = [
  { kind: 'self-score-report', name: 'Báo cáo tự chấm điểm', needs: ['period', 'unit'] }, { kind: 'pact', name: 'Giao ước', needs: [] }, { kind: 'meeting-minutes', name: 'Biên bản họp', needs: ['item'] },
  { kind: 'report-part', name: 'Báo cáo của đơn vị', needs: ['unit', 'item'] }, { kind: 'cross-check-minutes', name: 'Biên bản kiểm tra chéo', needs: ['period', 'item'] }, { kind: 'ballot-count', name: 'Biên bản kiểm phiếu', needs: ['item'] },
];

describe('papers', () => {
  it('are sorted by what they are about, and know what they are asked for with', () => {
    const papers = sortPapers(kinds, [{ id: 'hop', name: 'Họp' }], [{ id: 'so-ket', name: 'Sơ kết' }], [{ id: 'tham-1', name: 'Sở A, 10/12/2026' }], [{ id: 'suy-ton', name: 'Suy tôn' }]);
    expect(papers.own).toEqual([{ kind: 'self-score-report', name: 'Báo cáo tự chấm điểm', needsUnit: true, needsPeriod: true }]);
    expect(papers.bloc.map(paper => paper.kind)).toEqual(['pact']);
    expect(papers.meetings).toEqual([{ of: { id: 'hop', name: 'Họp' }, papers: [{ kind: 'meeting-minutes', name: 'Biên bản họp', needsUnit: false, needsPeriod: false, item: 'hop' }] }]);
    expect(papers.reports[0]!.papers).toEqual([{ kind: 'report-part', name: 'Báo cáo của đơn vị', needsUnit: true, needsPeriod: false, item: 'so-ket' }]);
    expect(papers.visits[0]!.papers[0]).toMatchObject({ kind: 'cross-check-minutes', needsPeriod: true, item: 'tham-1' });
    expect(papers.ballots).toEqual([{ of: { id: 'suy-ton', name: 'Suy tôn' }, papers: [{ kind: 'ballot-count', name: 'Biên bản kiểm phiếu', needsUnit: false, needsPeriod: false, item: 'suy-ton' }] }]);
  });
});
