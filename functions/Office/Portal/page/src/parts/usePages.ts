import { useState } from 'preact/hooks';
import { Problem } from '../api/problem';
import { useAnswer, type Loaded } from './useAnswer';

export interface Pages<T> extends Loaded<readonly T[]> {
  /** Brings the next page; null when there is none. */
  readonly more: (() => void) | null;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly continuation: string | null | undefined;
}

/** A list that comes in pages: `usePages((continuation, signal) => …{ items, continuation }, [bloc])`, shown with `<Pager of={list} />` below it. */
export function usePages<T>(load: (continuation: string | undefined, signal: AbortSignal) => Promise<Page<T>>, inputs: readonly unknown[]): Pages<T> {
  const first = useAnswer(signal => load(undefined, signal), inputs);
  const [rest, setRest] = useState<{ of: Page<T>; pages: readonly Page<T>[]; problem?: Problem }>();
  const following = rest && rest.of === first.value ? rest.pages : [];
  const last = following.at(-1) ?? first.value;
  const more = async () => {
    const of = first.value!;
    try {
      const page = await load(last!.continuation!, new AbortController().signal);
      setRest({ of, pages: [...following, page] });
    } catch (thrown) {
      setRest({ of, pages: following, problem: Problem.from(thrown) });
    }
  };
  return {
    ...first,
    value: first.value && [first.value, ...following].flatMap(page => page.items),
    problem: first.problem ?? (rest?.of === first.value ? rest?.problem : undefined),
    set: items => first.set({ items, continuation: null }),
    more: last?.continuation ? () => void more() : null,
  };
}
