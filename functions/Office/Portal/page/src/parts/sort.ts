import { byName } from '../words/format';

const names = byName<string>(name => name);

/** Sorted by number or in Vietnamese order; what has nothing stands last, whichever way. */
export function sortRows<T>(rows: readonly T[], by: (row: T) => string | number | null | undefined, isDown: boolean): readonly T[] {
  const sign = isDown ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [a, b] = [by(one), by(other)];
    return a === b ? 0 : a === null || a === undefined ? 1 : b === null || b === undefined ? -1
      : sign * (typeof a === 'number' && typeof b === 'number' ? a - b : names(String(a), String(b)));
  });
}
