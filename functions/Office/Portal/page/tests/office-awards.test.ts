import { describe, expect, it } from 'vitest';
import { newId } from '../src/views/office/awards/reads';
import { copiedAward, freshAward, freshCondition, freshTieBreak, listOf } from '../src/views/office/awards/ruleParts';
import { contentOf } from '../src/views/office/awards/ruleFile';
import { sayShare } from '../src/views/office/awards/says';
import { bodyOf, nextRound, placeOf, resultsOf, typedOf } from '../src/views/office/awards/session';

describe('a round of the council', () => {
  it('sends what was voted on and names nobody who has not written', () => {
    const typed = new Map([
      [2, { for: 5, against: null, other: 1, written: { a: 'for' as const, b: '' as const } }],
      [1, { for: 7, against: 0, other: 0, written: {} }],
      [3, { for: null, against: 2, other: null, written: { a: 'against' as const } }],
    ]);
    expect(resultsOf(typed)).toEqual([
      { proposal: 1, for: 7, against: 0, other: 0, written: [] },
      { proposal: 2, for: 5, against: 0, other: 1, written: [{ member: 'a', view: 'for' }] },
    ]);
    expect(resultsOf(new Map([[2, typedOf(resultsOf(typed)[1])]]))).toEqual([resultsOf(typed)[1]]);
    expect([placeOf(0, 4), placeOf(-1, 4)]).toEqual([0, -4]);
  });

  it('is the one after the last, five at most', () => {
    const round = (number: number) => ({ vote: `lan-${number}`, way: 'show' as const, round: number, ballots: null, results: [], etag: '' });
    expect([nextRound([]), nextRound([round(1), round(2)]), nextRound([round(5)])]).toEqual([1, 3, 5]);
  });
});

describe('a session', () => {
  const source = { reading: 'read' as const, article: 'khoản 5 Điều 33' };
  const award = {
    code: 'co', title: 'Cờ', kind: 'title' as const, level: 'province' as const, subject: 'unit' as const, source,
    votes: [{ body: 'council' as const, threshold: { part: 80, of: 100 }, base: 'allVoters' as const, source, quorum: { part: 80, of: 100 } }],
  };
  const session = (share: { part: number; of: number }, said: string | null) => ({
    year: 2026, session: 's', council: 'Hội đồng', title: 'Xét', day: '2026-12-20', from: null, to: null, place: null, rulesVersion: 'mau',
    quorum: { state: 'reached' as const, present: 9, members: 11, needed: 9, share, source: said }, members: [], guests: [], votes: [], passed: 0, notPassed: 0, open: 1, outcomesEtag: '',
    proposals: [{ number: 1, award: 'co', awardTitle: 'Cờ', bloc: 'k', unit: 'u', unitName: 'U', vote: null, outcome: null, reason: null }],
  });

  it('says a quorum again only where it is its own', () => {
    expect(bodyOf(session({ part: 80, of: 100 }, 'khoản 5 Điều 33'), [award])).toMatchObject({ quorum: null, quorumSource: null });
    expect(bodyOf(session({ part: 2, of: 3 }, null), [])).toMatchObject({ quorum: null, quorumSource: null });
    expect(bodyOf(session({ part: 3, of: 4 }, 'Quy chế Hội đồng'), [award])).toMatchObject({ quorum: { part: 3, of: 4 }, quorumSource: 'Quy chế Hội đồng' });
  });
});

describe('rules of awards', () => {
  it('are said as people say them', () => {
    expect([sayShare({ part: 80, of: 100 }), sayShare({ part: 2, of: 3 }), sayShare({ part: 1, of: 2, above: true }), sayShare({ part: 20, of: 100 }, true)]).toEqual(['từ 80 %', 'từ 2/3', 'quá một nửa', '20 %']);
  });

  it('are read out of a file that holds them, and out of no other', () => {
    expect(contentOf('\uFEFF{"from":"2027-01-01","awards":[]}')).toEqual({ from: '2027-01-01', awards: [] });
    expect([contentOf('{}'), contentOf('null'), contentOf('từ ngày,đến ngày')]).toEqual([null, null, null]);
  });
});

describe('an award that is added to the rules', () => {
  const flag = freshAward('Cờ thi đua của tỉnh', []);

  it('has a code out of its name that no other has, and asks for nothing yet', () => {
    expect([flag.code, freshAward('Cờ thi đua của tỉnh', [flag]).code]).toEqual(['co-thi-dua-cua-tinh', 'co-thi-dua-cua-tinh-2']);
    expect([flag.conditions, flag.quotas, flag.votes, flag.tieBreaks]).toEqual([[], [], [], []]);
  });

  it('may have the rules of another', () => {
    const model = { ...flag, level: 'state' as const, conditions: [freshCondition('place', [])] };
    expect(copiedAward(model, 'Cờ của Chính phủ', [model])).toEqual({ ...model, title: 'Cờ của Chính phủ', code: 'co-cua-chinh-phu' });
  });

  it('has conditions that begin with just what their kind takes', () => {
    const first = freshCondition('share', []);
    expect(first).toMatchObject({ code: 'share', part: 'directWorkers', whole: 'people', share: { part: 50, of: 100 } });
    expect(freshCondition('share', [first]).code).toBe('share-2');
    expect(Object.keys(freshCondition('stated', [])).sort()).toEqual(['code', 'kind', 'source', 'title']);
    expect([Object.keys(freshCondition('class', [])), 'criterion' in freshTieBreak('criterion'), 'criterion' in freshTieBreak('points')]).toEqual([['code', 'title', 'kind', 'source', 'years'], true, false]);
    expect([listOf(' tot, , kha'), listOf(' ')]).toEqual([['tot', 'kha'], null]);
  });
});

describe('an id for something new', () => {
  it('is out of its name, and none that there is', () => {
    expect([newId('Cờ thi đua năm 2026', []), newId('Cờ', ['co', 'co-2']), newId('…', [])]).toEqual(['co-thi-dua-nam-2026', 'co-3', 'moi']);
  });
});
