import { common } from '../words/common';
import { ProblemView } from './States';
import type { Pages } from './usePages';

/** The button that brings the next page of a list. */
export function Pager<T>({ of }: { of: Pages<T> }) {
  return (
    <>
      {of.value && of.problem && <ProblemView problem={of.problem} />}
      {of.more && <p class="pager"><button type="button" onClick={of.more}>{common.more}</button></p>}
    </>
  );
}
