import { describe, expect, it, vi } from 'vitest';
import { nameIn } from '../src/api/files';
import { faultsAt, faultsElsewhere, Problem } from '../src/api/problem';
import { isSafeToRepeat, isWorthRepeating, line, pause, sendAgain } from '../src/api/retry';

const headers = (entries: Record<string, string> = {}) => new Headers(entries);

describe('a request', () => {
  it.each([
    ['GET', {}, true], ['PUT', {}, true], ['PATCH', {}, true], ['DELETE', {}, true], ['POST', {}, false], ['POST', { 'If-Match': '"1"' }, true], ['POST', { 'Idempotency-Key': 'a' }, true],
  ])('%s %o is sent again after a lost line only where it cannot be done twice', (method, given, isSafe) => {
    expect(isSafeToRepeat(method, headers(given))).toBe(isSafe);
    expect(isWorthRepeating(504, method, headers(given))).toBe(isSafe);
  });

  it.each([[429, true], [503, true], [500, false], [409, false], [412, false], [200, false]])('answered with %i is sent again where it was refused for now', (status, again) => {
    expect(isWorthRepeating(status, 'POST', headers())).toBe(again);
  });

  it('waits as long as it is asked to, longer from try to try, and never too long', () => {
    expect(pause(0, '3')).toBe(3000);
    expect(pause(0, '3600')).toBe(20_000);
    expect([0, 1, 2, 10].map(attempt => pause(attempt, null, 0.5))).toEqual([500, 1000, 2000, 20_000]);
  });

  it('gets through after a lost line, and the page is told meanwhile', async () => {
    vi.useFakeTimers();
    const send = vi.fn<(request: Request) => Promise<Response>>()
      .mockRejectedValueOnce(new TypeError('lost'))
      .mockResolvedValueOnce(new Response(null, { status: 503, headers: { 'Retry-After': '1' } }))
      .mockImplementation(async request => new Response(await request.text()));
    const answer = sendAgain(new Request('http://localhost/api/x', { method: 'PATCH', body: 'typed' }), send);
    await vi.advanceTimersByTimeAsync(10);
    expect(line.value).toBe('waiting');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await (await answer).text()).toBe('typed');
    expect([send.mock.calls.length, line.value]).toEqual([3, 'through']);
    vi.useRealTimers();
  });

  it('that may have been carried out already is not sent again', async () => {
    const send = vi.fn().mockRejectedValue(new TypeError('lost'));
    await expect(sendAgain(new Request('http://localhost/api/x', { method: 'POST' }), send)).rejects.toThrow('lost');
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('a fault', () => {
  const faults = [{ path: '$.scores[3].points', detail: 'a' }, { path: '$.scores[30]', detail: 'b' }, { path: '$.name', detail: 'c' }, { path: '$.names', detail: 'd' }];

  it('stands at the field of its path', () => {
    expect(faultsAt(faults, '$.scores[3]').map(fault => fault.detail)).toEqual(['a']);
    expect(faultsAt(faults, '$.name').map(fault => fault.detail)).toEqual(['c']);
  });

  it('that has no field is told all the same', () => {
    expect(faultsElsewhere(faults, ['$.scores', '$.name']).map(fault => fault.detail)).toEqual(['d']);
  });
});

describe('a problem', () => {
  it('is what the program said', async () => {
    const said = { type: 'urn:x', title: 'Không được', status: 409, detail: 'Phiếu đã nộp.', trace: 't', faults: [{ path: '$.a', detail: 'b' }] };
    const problem = await Problem.of(new Response(JSON.stringify(said), { status: 409 }));
    expect([problem.status, problem.message, problem.faults, problem.isPassing]).toEqual([409, 'Phiếu đã nộp.', said.faults, false]);
  });

  it('is one also where a stranger answers', async () => {
    const problem = await Problem.of(new Response('<html>', { status: 502, statusText: 'Bad Gateway' }));
    expect([problem.status, problem.document.title, problem.isPassing]).toEqual([502, 'Bad Gateway', true]);
  });

  it('of a line that is down passes', () => expect([Problem.offline().isOffline, Problem.offline().isPassing]).toEqual([true, true]));
});

describe('the name of a file', () => {
  it.each([
    ["attachment; filename=\"a.docx\"; filename*=UTF-8''Giao%20%C6%B0%E1%BB%9Bc.docx", 'Giao ước.docx'], ['attachment; filename="a b.pdf"', 'a b.pdf'], ['attachment; filename=a.pdf', 'a.pdf'], [null, 'file'],
  ])('is read: %s', (header, name) => expect(nameIn(header)).toBe(name));
});
