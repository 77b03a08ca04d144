import { describe, expect, it } from 'vitest';
import { bodyOf, isGiven, isMoved, isUpheldFor, roundToScore, rowsOf, sayScore } from '../src/views/bloc/appraisal';
import { others } from '../src/views/bloc/panelRules';
import { daysBefore, remindersOf } from '../src/views/bloc/reminders';
import { agendaOf, bodyOf as meetingBody, newMeetingId, saidPresent, sayWhen } from '../src/views/bloc/meetingRules';
import { newReportId, questionsOf, textWith } from '../src/views/bloc/reportRules';
import { newVisitId, visitBody, withoutEmpty } from '../src/views/bloc/visitRules';
import { sayVotes } from '../src/views/bloc/votes';
import type { Schema } from '../src/api/client';

const criterion = (code: string, parent: string | null, kind: Schema['CriterionKind'] = 'direct') => ({ code, parent, kind, title: code, maximum: 10 }) as Schema['Criterion'];
const criteria = [criterion('I', null, 'group'), criterion('II', null, 'group'), criterion('I.1', 'I'), criterion('I.2', 'I', 'quantitative'), criterion('II.1', 'II')];
const round = (round: number, state: Schema['RoundState']) => ({ round, state, mayExplain: false }) as Schema['RoundView'];
const complaint = (criterion: string | null) => ({ criterion }) as Schema['ComplaintView'];

describe('reminders', () => {
  it('went out on the days of the rule before the last day, and on days after it', () => {
    expect(daysBefore('2026-12-06', 7)).toBe('2026-11-29');
    expect(remindersOf('2026-12-06', [7, 3, 0, -1], '2026-11-29')).toEqual({ last: '2026-11-29', next: '2026-12-03' });
    expect(remindersOf('2026-12-06', [7, 3, 0, -1], '2026-12-09')).toEqual({ last: '2026-12-07', next: null });
  });

  it('do not go out before the step has opened', () => {
    expect(remindersOf('2026-12-06', [14, 7], '2026-11-25', '2026-11-26')).toEqual({ last: null, next: '2026-11-29' });
  });
});

describe('an appraisal side by side', () => {
  it('shows criteria below their groups in the order of the scheme', () => {
    expect(rowsOf(criteria, []).map(row => `${row.level} ${row.criterion.code}`)).toEqual(['1 I', '2 I.1', '2 I.2', '1 II', '2 II.1']);
  });

  it('says points with a comma, a bonus as added, a penalty as taken off, and what is not there', () => {
    expect([{ points: 8.25 }, { points: 0 }, { bonus: 2 }, { penalty: 1.5 }, { state: 'missing' as const }, { state: 'notApplicable' as const }, null].map(sayScore)).toEqual(['8,25', '0', '+2', '−1,5', '–', '×', '–']);
  });

  it('marks official points that are not the unit’s own', () => {
    const [, row] = rowsOf(criteria, [{ criterion: 'I.1', entered: null, own: { points: 10 }, peers: null, rounds: [], official: { points: 8 } }]);
    expect(isMoved(row!)).toBe(true);
  });

  it('does not mark what nobody has scored yet', () => {
    const [, row] = rowsOf(criteria, [{ criterion: 'I.1', entered: null, own: { points: 10 }, peers: null, rounds: [], official: { state: 'missing' } }]);
    expect(isMoved(row!)).toBe(false);
  });

  it('leaves to a body what belongs to it or to its group', () => {
    const bodies = [{ criterion: 'II', unit: 'so-noi-vu' }];
    expect([bodyOf('II.1', criteria, bodies), bodyOf('I.1', criteria, bodies)]).toEqual(['so-noi-vu', null]);
  });

  it('asks nobody for points of groups and of what follows from figures', () => {
    expect(criteria.filter(isGiven).map(one => one.code)).toEqual(['I.1', 'II.1']);
  });

  it('goes into the open round; once all are closed into the last, only for what a complaint was upheld for', () => {
    expect(roundToScore([round(1, 'closed'), round(2, 'open')], [])).toBe(2);
    expect(roundToScore([round(1, 'upcoming')], [complaint(null)])).toBeNull();
    expect(roundToScore([round(1, 'closed'), round(2, 'closed')], [])).toBeNull();
    expect(roundToScore([round(1, 'closed'), round(2, 'closed')], [complaint('I.1')])).toBe(2);
    expect([isUpheldFor('I.1', [complaint('I.1')]), isUpheldFor('II.1', [complaint('I.1')]), isUpheldFor('II.1', [complaint(null)])]).toEqual([true, false, true]);
  });
});

describe('visits', () => {
  it('get an id that none has', () => {
    expect([newVisitId([]), newVisitId(['kiem-tra-2'])]).toEqual(['kiem-tra-1', 'kiem-tra-3']);
  });

  it('are written back with what the form does not show, but for people of units that take part no more', () => {
    const visit = {
      inspection: 'kiem-tra-1', unit: 'a', unitName: 'Sở A', plannedOn: '2026-11-29', team: ['b', 'c'], teamNames: ['Sở B', 'Sở C'], plan: null, visitedOn: null, findings: [], open: 0, overdue: 0,
      purpose: 'Đánh giá', from: '08:00', to: null, place: null, grounds: [{ text: 'kế hoạch của khối', paper: null }],
      people: [{ unit: 'b', unitName: 'Sở B', as: 'leader' as const, name: 'Ông A', post: null }, { unit: 'c', unitName: 'Sở C', as: null, name: 'Bà B', post: null }],
    };
    const body = visitBody(visit);
    expect(withoutEmpty(body)).toMatchObject({ purpose: 'Đánh giá', from: '08:00', grounds: visit.grounds, people: [{ unit: 'b', as: 'leader', name: 'Ông A' }, { unit: 'c', name: 'Bà B' }] });
    expect(withoutEmpty({ ...body, team: ['b'] }).people).toHaveLength(1);
  });

  it('have findings only once they have been', () => {
    const body = { unit: 'a', plannedOn: '2026-11-29', team: ['b'], plan: ' ', visitedOn: null, findings: [{ number: 1, text: 'x', criterion: '' }] };
    expect(withoutEmpty(body)).toMatchObject({ plan: null, findings: [] });
    expect(withoutEmpty({ ...body, visitedOn: '2026-11-29' }).findings).toEqual([{ number: 1, text: 'x', criterion: null }]);
  });
});

describe('reports', () => {
  it('ask for a number where a line has a measure, else for words', () => {
    expect(questionsOf('Hồ sơ đã giải quyết | hồ sơ\n\nNhận xét')).toEqual([
      { code: 'so-lieu-1', title: 'Hồ sơ đã giải quyết', measure: 'hồ sơ', isSummed: true }, { code: 'so-lieu-2', title: 'Nhận xét', measure: null, isSummed: false }]);
  });

  it('are sent back whole with one paragraph changed, dropped or added', () => {
    const draft = { presentedBy: null, isShared: false, statistics: [], chapters: [{ chapter: 'results', title: 'I', items: [{ number: 1, text: 'a', section: null, causes: [] }, { number: 2, text: 'b', section: null, causes: [] }] }] } as unknown as Schema['DraftView'];
    const texts = (number: number | null, text: string | null) => textWith(draft, { chapter: 'results', number, text }).items?.map(item => `${item.number ?? 'new'} ${item.text}`);
    expect([texts(2, 'c'), texts(1, null), texts(null, 'd')]).toEqual([['1 a', '2 c'], ['2 b'], ['1 a', '2 b', 'new d']]);
    expect([newReportId('yearEnd', []), newReportId('quarterly', ['quy-1'])]).toEqual(['ca-nam', 'quy-2']);
  });
});

describe('meetings', () => {
  it('keep hour and unit of the points of an agenda that stay', () => {
    expect(agendaOf('Khai mạc\n\nBình xét', [{ text: 'Khai mạc', at: '08:00' }])).toEqual([{ text: 'Khai mạc', at: '08:00' }, { text: 'Bình xét' }]);
  });

  it('keep who writes the news of them and from where they are known when something else is changed', () => {
    const meeting = { title: 'Tổng kết', chairs: [], guests: [], secretary: null, writer: { name: 'A', post: null }, source: { kind: 'Tin' } } as unknown as Schema['MeetingView'];
    expect(meetingBody(meeting)).toMatchObject({ writer: { name: 'A' }, source: { kind: 'Tin' } });
  });

  it('say when they are, and get an id that none has', () => {
    expect([sayWhen({ day: '2026-12-20', from: '08:00', to: '11:30' }), sayWhen({ said: 'cuối tháng 12' }), sayWhen({})]).toEqual(['20/12/2026, 08:00–11:30', 'cuối tháng 12', '']);
    expect(newMeetingId('yearEnd', ['tong-ket'])).toBe('tong-ket-2');
  });

  it('keep how many were there as it was said, as long as not every member is named', () => {
    const before = (...units: string[]) => ({ units: units.map(unit => ({ unit, state: 'present' })), present: 2 }) as Schema['AttendanceView'];
    expect(saidPresent(before('so-a'), ['so-a', 'so-b'], ['so-a', 'so-b', 'so-c'])).toBe(2);
    expect(saidPresent(before('so-a'), ['so-a', 'so-b'], ['so-a', 'so-b'])).toBeNull();
    expect(saidPresent(before('so-a', 'so-b'), ['so-a'], ['so-a', 'so-b'])).toBeNull();
    expect(saidPresent(null, ['so-a'], ['so-a', 'so-b'])).toBeNull();
  });
});

it('votes are said with the names of units', () => {
  expect(sayVotes('head: so-a 6, so-b 2; deputy: so-b 5', [{ unit: 'so-a', name: 'Sở A' }, { unit: 'so-b', name: 'Sở B' }])).toBe('Khối trưởng: Sở A 6, Sở B 2; Khối phó: Sở B 5');
});

it('a scorer is replaced by a unit that neither is scored by it nor scores it already', () => {
  const pair = (scorer: string, unit: string) => ({ scorer, unit, scorerName: scorer, unitName: unit }) as Schema['PairView'];
  const pairs = [pair('a', 'b'), pair('b', 'c'), pair('c', 'd'), pair('d', 'a')];
  expect(others(pairs, pairs[0]!).map(one => one.unit)).toEqual(['c', 'd']);
});
