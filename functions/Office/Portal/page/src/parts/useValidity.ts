import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Tells the browser why a field cannot be read: its form is not sent while that stands in it, and the browser leads to it. */
export function useValidity(why: string | null): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current!.setCustomValidity(why ?? ''), [why]);
  useLayoutEffect(() => {
    const field = input.current!;
    // Folded away it could not be led to.
    const unfold = () => field.closest('details:not([open])')?.setAttribute('open', '');
    field.addEventListener('invalid', unfold);
    return () => field.removeEventListener('invalid', unfold);
  }, []);
  return input;
}

/** For what is saved without a form: leads to a field of the view that cannot be read; true where there is none. */
export function isReadable(): boolean {
  return document.querySelector<HTMLInputElement>('main input:invalid')?.reportValidity() ?? true;
}
