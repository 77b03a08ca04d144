import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Tells the browser why a field cannot be read: its form is not sent while that stands in it, and the browser leads to it. */
export function useValidity(why: string | null): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current!.setCustomValidity(why ?? ''), [why]);
  return input;
}
