import { useEffect, useRef, useState } from 'preact/hooks';
import { isAbort } from '../api/client';
import { Problem } from '../api/problem';

/** What was asked for: there, or refused, or on its way (while it is asked for again, what was there before stays). */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
  /** What a change has answered. */
  readonly set: (value: T) => void;
}

/**
 * Asks when the view is opened, and when one of `inputs` changes:
 * `const sheet = useAnswer(signal => ask(api.GET('/api/…', { params, signal })), [unit])`.
 */
export function useAnswer<T>(load: (signal: AbortSignal) => Promise<T>, inputs: readonly unknown[]): Loaded<T> {
  const [state, setState] = useState<{ value?: T; problem?: Problem; isLoading: boolean }>({ isLoading: true });
  const [times, again] = useState(0);
  const asked = useRef('');
  const key = JSON.stringify(inputs);
  useEffect(() => {
    const abort = new AbortController();
    const isSame = asked.current === key;
    asked.current = key;
    setState(before => ({ ...(isSame && 'value' in before ? { value: before.value as T } : null), isLoading: true }));
    load(abort.signal).then(
      value => !abort.signal.aborted && setState({ value, isLoading: false }),
      (thrown: unknown) => {
        if (!abort.signal.aborted && !isAbort(thrown)) {
          setState(before => ({ ...before, problem: Problem.from(thrown), isLoading: false }));
        }
      });
    return () => abort.abort();
  }, [key, times]);
  return {
    value: state.value,
    problem: state.problem,
    isLoading: state.isLoading,
    // Whoever calls it may have been drawn before the last answer came.
    reload: () => again(count => count + 1),
    set: value => setState({ value, isLoading: false }),
  };
}
