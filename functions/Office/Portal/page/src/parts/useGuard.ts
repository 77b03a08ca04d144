import { useEffect, useState } from 'preact/hooks';
import { hold } from '../shell/leaving';

/** Asks before a form with changes is left: by a link, by the browser's back button, by another place, or by closing the window. */
export function useGuard(isChanged: boolean): void {
  useEffect(() => isChanged ? hold() : undefined, [isChanged]);
}

/** The same for a form whose values are at hand: whether they are still what they were when it was opened. While they are being sent nothing is asked. */
export function useChanges(values: unknown, isBusy = false): void {
  const now = JSON.stringify(values);
  const [start] = useState(now);
  useGuard(now !== start && !isBusy);
}
