import type { ComponentChildren } from 'preact';
import { Loading, ProblemView } from './States';
import type { Loaded } from './useAnswer';

/** Shows what was asked for, or that it is on its way, or why it is not there: `<Show of={sheet}>{sheet => …}</Show>`. */
export function Show<T>({ of, children }: { of: Loaded<T>; children: (value: T) => ComponentChildren }) {
  return (
    <>
      {of.problem && <ProblemView problem={of.problem} retry={of.reload} />}
      {of.value !== undefined ? children(of.value) : of.isLoading && <Loading />}
    </>
  );
}
