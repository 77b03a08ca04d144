import { describe, expect, it } from 'vitest';
import { barsOf, counted, placesOfLeader, placesOfWork } from '../src/views/home/due';
import type { Schema } from '../src/api/client';
import { isOfficial, nameOfCounted } from '../src/words/appraisal';

const place = { year: 2026, period: 'nam', bloc: 'khoi-5', unit: 'so-a' };
const at = '2026/nam/khoi-5/so-a';

describe('the button of a duty', () => {
  it.each([
    ['plan', null, `/portal/bloc/${at}/plan`], ['regulation', null, `/portal/bloc/${at}/regulation`], ['leadership', null, `/portal/bloc/${at}/handover`], ['meeting', null, `/portal/bloc/${at}/meetings`],
    ['finding', 'ky-1/kiem-tra-1/1', '/portal/bloc/2026/ky-1/khoi-5/so-a/visits'], ['finding', null, `/portal/bloc/${at}/visits`], ['conclusion', 'so-ket/1', `/portal/meetings/${at}`], ['reportPart', 'ca-nam', `/portal/reports/${at}/ca-nam`], ['reportPart', null, `/portal/reports/${at}`], ['movement', 'cai-cach', `/portal/movements/${at}`],
    ['registration', null, `/portal/pact/${at}?tab=titles`], ['progress', null, `/portal/pact/${at}?tab=progress`], ['signature', null, `/portal/pact/${at}`],
    ['vote', 'suy-ton', `/portal/awards/${at}/ballots/suy-ton`], ['vote', null, `/portal/awards/${at}?tab=ballots`], ['ballot', 'co-thi-dua', `/portal/bloc/${at}/ballots`], ['count', 'suy-ton', `/portal/bloc/${at}/ballots/suy-ton`],
    ['dossier', '2025/co-thi-dua', '/portal/awards/2025/nam/khoi-5/so-a/dossiers/co-thi-dua'], ['dossier', null, `/portal/awards/${at}?tab=dossiers`], ['giveBack', 'qd-1', `/portal/awards/${at}?tab=titles`],
  ] as const)('of %s %s leads to %s', (kind, item, href) => expect(placesOfWork('pact', place, kind, item).map(link => link.href)).toEqual([href]));

  it('leads who leads the bloc to the meeting that concluded it, in its own year', () => {
    expect(placesOfLeader({ kind: 'conclusion', stage: 'bloc-meeting', item: 'so-ket/1', year: 2025 }, place).map(link => link.href)).toEqual(['/portal/bloc/2025/nam/khoi-5/so-a/meetings/so-ket']);
    expect(placesOfLeader({ kind: 'conclusion', stage: 'bloc-meeting', item: null, year: 2025 }, place).map(link => link.href)).toEqual(['/portal/bloc/2025/nam/khoi-5/so-a/meetings']);
    expect(placesOfLeader({ kind: 'plan', stage: 'pact', item: null, year: 2026 }, place).map(link => link.href)).toEqual([`/portal/bloc/${at}/plan`]);
  });

  it('leads to where the step is done where the step says all', () => {
    expect(placesOfWork('self-score', place).map(link => link.href)).toEqual([`/portal/sheet/${at}`]);
    expect(placesOfWork('bloc-meeting', place, null).map(link => link.href)).toEqual([`/portal/reports/${at}`, `/portal/meetings/${at}`, `/portal/awards/${at}`]);
  });
});

describe('how far work is', () => {
  it.each([
    [null, 1, 3, '1/3 đơn vị đã xong'], ['vote', 0, 3, '0/3 đơn vị đã xong'], ['reportPart', 0, 3, '0/3 đơn vị đã xong'], ['conclusion', 0, 3, '0/3 việc được giao đã xong'], ['finding', 2, 5, '2/5 việc được giao đã xong'], ['plan', 0, 1, 'khối chưa xong'], ['meeting', 1, 1, 'khối đã xong'], ['count', 0, 1, 'khối chưa xong'],
  ] as const)('of %s, %i of %i, says what is counted: %s', (kind, done, total, said) => expect(counted({ kind, state: 'due', done, total })).toBe(said));

  it('of a secret ballot is not told', () => {
    const secret = { kind: 'vote', state: 'notKnown', done: 0, total: 9, what: 'bỏ phiếu: Suy tôn' } as Schema['BlocYearWork'];
    expect(counted(secret)).toBe('phiếu kín, không cho biết ai đã bỏ');
    expect(barsOf([secret])).toEqual([]);
  });
});

describe('what the points that count by now are called', () => {
  const rounds = (...states: readonly ('upcoming' | 'open' | 'closed')[]) => states.map((state, at) => ({ round: at + 1, state, mayExplain: false, explanationsETag: null }));

  it.each([
    [['upcoming', 'upcoming'], 'submitted', 'Tạm tính theo điểm tự chấm', false], [['open', 'upcoming'], 'submitted', 'Tạm tính theo điểm tự chấm', false],
    [['closed', 'open'], 'submitted', 'Tạm tính đến vòng 1', false], [['closed', 'closed'], 'submitted', 'Chính thức', true], [['open'], 'locked', 'Chính thức', true],
  ] as const)('with rounds %j of a sheet that is %s: %s', (states, state, name, official) => {
    const view = { rounds: rounds(...states), state };
    expect([nameOfCounted(view), isOfficial(view)]).toEqual([name, official]);
  });
});
