import { clear, createStore, del, get, promisifyRequest, set, type UseStore } from 'idb-keyval';

/** What was typed and is not saved yet, on this machine, an account's own database each. Gone at sign-out. */
let store: { readonly account: string; readonly use: UseStore } | undefined;

const database = (account: string): string => `drafts-${account}`;

function of(account: string): UseStore {
  store = store?.account === account ? store : { account, use: createStore(database(account), 'drafts') };
  return store.use;
}

/** A machine without room or in private mode keeps no drafts; work goes on all the same. */
const quietly = async <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined);

export const readDraft = <T>(account: string, key: string): Promise<T | undefined> => quietly(get<T>(key, of(account)));

export const keepDraft = (account: string, key: string, value: unknown): Promise<void> => quietly(set(key, value, of(account)));

/** Changes what is kept in one go, so that two tabs do not undo each other's; undefined forgets it. */
export const changeDraft = <T>(account: string, key: string, change: (left: T | undefined) => T | undefined): Promise<void> => quietly(of(account)('readwrite', async store => {
  const now = change(await promisifyRequest<T | undefined>(store.get(key)));
  await (now === undefined ? promisifyRequest(store.delete(key)) : promisifyRequest(store.put(now, key)));
}));

export const dropDraft = (account: string, key: string): Promise<void> => quietly(del(key, of(account)));

export async function forgetDrafts(account: string): Promise<void> {
  await quietly(clear(of(account)));
  store = undefined;
  await new Promise<void>(resolve => {
    const gone = indexedDB.deleteDatabase(database(account));
    gone.onsuccess = gone.onerror = gone.onblocked = () => resolve();
  });
}
