import { useEffect, useState } from 'preact/hooks';
import { account } from '../auth/auth';
import { dropDraft, keepDraft, readDraft } from '../shell/drafts';

/** State that is kept on this machine until it is dropped: what somebody types and sends by a button. */
export function useKept<T>(key: string, empty: T): readonly [value: T, set: (value: T) => void, drop: () => void] {
  const [value, setValue] = useState(empty);
  const owner = account.value?.id ?? '';
  useEffect(() => {
    void readDraft<T>(owner, key).then(left => left !== undefined && setValue(() => left));
  }, [key]);
  return [
    value,
    next => {
      setValue(() => next);
      void keepDraft(owner, key, next);
    },
    () => {
      setValue(() => empty);
      void dropDraft(owner, key);
    },
  ];
}
