import { afterEach, describe, expect, it, vi } from 'vitest';

vi.mock('../src/auth/auth', () => ({ token: async () => 'a', renew: async () => false, signInAgain: async () => undefined, account: { value: null } }));
vi.mock('../src/auth/settings', () => ({ base: '/portal', readSettings: async () => ({ local: null }) }));

const { followDay, readMe, today } = await import('../src/shell/session');

describe('a page that is open over midnight', () => {
  afterEach(() => vi.useRealTimers());

  it('takes the new Vietnamese day by the program’s clock, whatever this machine’s says', async () => {
    vi.useFakeTimers({ now: new Date('2020-01-01T00:00:00Z') });
    // 23:58 in Vietnam.
    vi.stubGlobal('fetch', async () => Response.json({ cycles: [], roles: [], functions: [] }, { headers: { Date: 'Thu, 10 Dec 2026 16:58:00 GMT' } }));
    await readMe();
    followDay();
    expect(today.value).toBe('2026-12-10');
    vi.advanceTimersByTime(60_000);
    expect(today.value).toBe('2026-12-10');
    vi.advanceTimersByTime(60_000);
    expect(today.value).toBe('2026-12-11');
  });

  it('takes it when somebody looks again at a machine that slept', async () => {
    vi.useFakeTimers({ now: new Date('2026-12-10T16:58:00Z'), toFake: ['Date'] });
    await readMe();
    vi.setSystemTime(new Date('2026-12-12T01:00:00Z'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(today.value).toBe('2026-12-12');
  });
});
