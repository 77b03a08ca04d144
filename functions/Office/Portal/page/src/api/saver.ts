import { signal, type ReadonlySignal } from '@preact/signals';
import { account } from '../auth/auth';
import { changeDraft, readDraft } from '../shell/drafts';
import { pause } from './retry';
import { Problem } from './problem';

/** How what was typed stands. */
export type SaveStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'typing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  /** Not saved, and why. `isTrying` where it goes on by itself. */
  | { readonly kind: 'unsaved'; readonly problem: Problem; readonly isTrying: boolean };

/** What was changed and is not saved yet, by the key of each field or criterion. The later change of a key counts. */
export type Changes<V> = Readonly<Record<string, V>>;

export interface SaverOptions<V> {
  /** Under which the changes are kept on this machine, for example the path of the sheet. */
  readonly key: string;
  /** Sends changes with the tag it holds, and keeps the new one. Throws the {@link Problem}. */
  readonly save: (changes: Changes<V>) => Promise<void>;
  /** After the last key, in milliseconds. */
  readonly delay?: number;
}

export interface Saver<V> {
  readonly status: ReadonlySignal<SaveStatus>;
  /** What is not saved yet. */
  readonly pending: ReadonlySignal<Changes<V>>;
  readonly change: (key: string, value: V) => void;
  /** Forgets the change of these keys, or all: what others have saved is taken. */
  readonly drop: (keys?: readonly string[]) => void;
  /** Saves at once; resolves when all is saved, or is known not to be. */
  readonly flush: () => Promise<boolean>;
  /** What a former visit has left; it counts as changed once it is taken up. */
  readonly restore: () => Promise<Changes<V>>;
  /** Saves what is left, and stops. */
  readonly end: () => void;
}

const savers = new Set<Pick<Saver<never>, 'flush' | 'drop'>>();

/** Saves what any view has left to save; false where something could not be. */
export async function saveEverything(): Promise<boolean> {
  return (await Promise.all([...savers].map(saver => saver.flush()))).every(isSaved => isSaved);
}

/** What could not be saved is given up. */
export function dropEverything(): void {
  savers.forEach(saver => saver.drop());
}

/**
 * Saves by itself a second after the last key, one save at a time; keeps on this machine what is not saved. A passing failure is tried again by
 * itself, everything else waits for {@link Saver.flush} or another change. 412 and 409 stand in `status` as any problem: the view asks, drops what gives way, and flushes.
 */
export function createSaver<V>({ key, save, delay = 1000 }: SaverOptions<V>): Saver<V> {
  const status = signal<SaveStatus>({ kind: 'idle' });
  const pending = signal<Changes<V>>({});
  const owner = account.value?.id ?? '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | undefined;
  let failures = 0;
  let isEnded = false;

  /** Of these names only: another tab may have left others there. */
  const keep = (names: readonly string[]) => void changeDraft<Changes<V>>(owner, key, left => {
    const now = { ...left };
    for (const name of names) {
      if (name in pending.value) {
        now[name] = pending.value[name]!;
      } else {
        delete now[name];
      }
    }

    return isEmpty(now) ? undefined : now;
  });
  const wait = (milliseconds: number) => {
    clearTimeout(timer);
    timer = isEnded ? undefined : setTimeout(() => void go(false), milliseconds);
  };
  const flush = () => go(true);

  /** @param all Until nothing is left; else once: what is typed meanwhile waits for its own last key. */
  async function run(all: boolean): Promise<boolean> {
    while (!isEmpty(pending.value)) {
      const sent = pending.value;
      status.value = { kind: 'saving' };
      try {
        await save(sent);
        failures = 0;
        pending.value = withoutSaved(pending.value, sent);
        keep(Object.keys(sent));
        if (!all && !isEmpty(pending.value)) {
          status.value = { kind: 'typing' };
          return false;
        }
      } catch (thrown) {
        const problem = Problem.from(thrown);
        status.value = { kind: 'unsaved', problem, isTrying: problem.isPassing };
        if (problem.isPassing) {
          wait(pause(Math.min(++failures, 6) + 1, null));
        }

        return false;
      }
    }

    status.value = { kind: 'saved', at: new Date() };
    return true;
  }

  async function go(all: boolean): Promise<boolean> {
    clearTimeout(timer);
    while (running) {
      await running;
    }

    if (isEmpty(pending.value)) {
      return true;
    }

    running = run(all).finally(() => running = undefined);
    return running;
  }

  const online = () => {
    if (status.value.kind === 'unsaved' && status.value.isTrying) {
      void flush();
    }
  };
  const hidden = () => void (document.visibilityState === 'hidden' && flush());
  const leave = (event: BeforeUnloadEvent) => {
    if (!isEmpty(pending.value)) {
      void flush();
      event.preventDefault();
    }
  };
  addEventListener('online', online);
  addEventListener('beforeunload', leave);
  document.addEventListener('visibilitychange', hidden);

  const saver: Saver<V> = {
    status,
    pending,
    flush,
    change(name, value) {
      pending.value = { ...pending.value, [name]: value };
      status.value = status.value.kind === 'saving' ? status.value : { kind: 'typing' };
      keep([name]);
      wait(delay);
    },
    drop(keys) {
      const dropped = keys ?? Object.keys(pending.value);
      pending.value = keys ? Object.fromEntries(Object.entries(pending.value).filter(([name]) => !keys.includes(name))) : {};
      status.value = isEmpty(pending.value) ? { kind: 'idle' } : status.value;
      keep(dropped);
    },
    async restore() {
      const left = await readDraft<Changes<V>>(owner, key) ?? {};
      if (!isEmpty(left)) {
        pending.value = { ...left, ...pending.value };
        status.value = { kind: 'typing' };
      }

      return left;
    },
    end() {
      isEnded = true;
      removeEventListener('online', online);
      removeEventListener('beforeunload', leave);
      document.removeEventListener('visibilitychange', hidden);
      void flush().then(() => savers.delete(saver));
    },
  };
  savers.add(saver);
  return saver;
}

const isEmpty = (changes: object): boolean => Object.keys(changes).length === 0;

/** What is left when `sent` is saved: what was changed anew meanwhile stays. */
export function withoutSaved<V>(pending: Changes<V>, sent: Changes<V>): Changes<V> {
  return Object.fromEntries(Object.entries(pending).filter(([name, value]) => !(name in sent) || sent[name] !== value));
}
