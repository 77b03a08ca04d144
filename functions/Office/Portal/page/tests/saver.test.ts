import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../src/api/problem';
import { createSaver, withoutSaved, type Changes } from '../src/api/saver';
import { readDraft } from '../src/shell/drafts';

let serial = 0;
let key = '';

beforeEach(() => {
  key = `sheet-${++serial}`;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => void vi.useRealTimers());

const conflict = () => new Problem({ type: 'urn:x', title: '', status: 412, detail: '', trace: '' });

describe('what is typed', () => {
  it('in two tabs without a line is kept of both', async () => {
    const save = vi.fn<(changes: Changes<number>) => Promise<void>>().mockRejectedValue(Problem.offline());
    const [first, second] = [createSaver({ key, save }), createSaver({ key, save })];
    first.change('a', 1);
    second.change('b', 2);
    await vi.waitFor(async () => expect(await readDraft('', key)).toEqual({ a: 1, b: 2 }));
    first.drop();
    await vi.waitFor(async () => expect(await readDraft('', key)).toEqual({ b: 2 }));
  });

  it('is saved a second after the last key, once', async () => {
    const save = vi.fn<(changes: Changes<number>) => Promise<void>>().mockResolvedValue();
    const saver = createSaver({ key, save });
    saver.change('1.1', 8);
    await vi.advanceTimersByTimeAsync(900);
    saver.change('1.1', 8.5);
    saver.change('1.2', 3);
    await vi.advanceTimersByTimeAsync(900);
    expect([save.mock.calls.length, saver.status.value.kind]).toEqual([0, 'typing']);
    await vi.advanceTimersByTimeAsync(200);
    expect(save.mock.calls).toEqual([[{ '1.1': 8.5, '1.2': 3 }]]);
    expect([saver.status.value.kind, saver.pending.value]).toEqual(['saved', {}]);
  });

  it('while a save is under way goes with the next', async () => {
    let done = (): void => {};
    const save = vi.fn<(changes: Changes<number>) => Promise<void>>().mockImplementationOnce(() => new Promise(resolve => done = resolve)).mockResolvedValue();
    const saver = createSaver({ key, save });
    saver.change('a', 1);
    const all = saver.flush();
    saver.change('a', 2);
    done();
    await all;
    expect(save.mock.calls).toEqual([[{ a: 1 }], [{ a: 2 }]]);
  });

  it('survives a lost line and is sent when it is back', async () => {
    const save = vi.fn<(changes: Changes<number>) => Promise<void>>().mockRejectedValueOnce(Problem.offline()).mockResolvedValue();
    const saver = createSaver({ key, save });
    saver.change('a', 1);
    expect(await saver.flush()).toBe(false);
    expect(saver.status.value).toMatchObject({ kind: 'unsaved', isTrying: true });
    dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect([save.mock.calls.length, saver.status.value.kind]).toEqual([2, 'saved']);
  });

  it('is tried again by itself', async () => {
    const save = vi.fn<(changes: Changes<number>) => Promise<void>>().mockRejectedValueOnce(Problem.offline()).mockResolvedValue();
    const saver = createSaver({ key, save });
    saver.change('a', 1);
    await saver.flush();
    await vi.advanceTimersByTimeAsync(5000);
    expect(saver.status.value.kind).toBe('saved');
  });

  it('and was overtaken waits for a decision', async () => {
    const save = vi.fn<(changes: Changes<number>) => Promise<void>>().mockRejectedValueOnce(conflict()).mockResolvedValue();
    const saver = createSaver({ key, save });
    saver.change('a', 1);
    saver.change('b', 2);
    await saver.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([save.mock.calls.length, saver.pending.value]).toEqual([1, { a: 1, b: 2 }]);
    saver.drop(['a']);
    expect(await saver.flush()).toBe(true);
    expect(save.mock.lastCall).toEqual([{ b: 2 }]);
  });

  it('is kept on this machine until it is saved, and taken up by the next visit', async () => {
    const save = vi.fn<(changes: Changes<number>) => Promise<void>>().mockRejectedValue(conflict());
    const first = createSaver({ key, save });
    first.change('a', 1);
    await first.flush();
    const second = createSaver<number>({ key, save: () => Promise.resolve() });
    expect(await second.restore()).toEqual({ a: 1 });
    expect(second.pending.value).toEqual({ a: 1 });
    await second.flush();
    vi.useRealTimers();
    await vi.waitFor(async () => expect(await readDraft('', key)).toBeUndefined());
  });

  it('anew meanwhile is not taken for saved', () => {
    expect(withoutSaved({ a: 2, b: 1 }, { a: 1, b: 1 })).toEqual({ a: 2 });
  });
});
