import { afterEach, describe, expect, it, vi } from 'vitest';
import { hold, isHeld, mayLeave } from '../src/shell/leaving';

describe('leaving the page', () => {
  const confirm = vi.fn(() => false);
  vi.stubGlobal('confirm', confirm);
  afterEach(() => confirm.mockClear());

  it('asks nobody where nothing would be lost', () => {
    expect([mayLeave(), isHeld(), confirm.mock.calls.length]).toEqual([true, false, 0]);
  });

  it('asks once for all forms with changes, until the last of them lets go', () => {
    const [one, other] = [hold(), hold()];
    expect([mayLeave(), confirm.mock.calls.length]).toEqual([false, 1]);
    one();
    expect([mayLeave(), isHeld()]).toEqual([false, true]);
    other();
    expect([mayLeave(), isHeld(), confirm.mock.calls.length]).toEqual([true, false, 2]);
  });

  it('goes where somebody says so', () => {
    const release = hold();
    confirm.mockReturnValueOnce(true);
    expect(mayLeave()).toBe(true);
    release();
  });
});
