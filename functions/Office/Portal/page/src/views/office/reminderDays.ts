/** Days before a deadline as people write them, `7, 3, 0`; null where something is no number. */
export function daysOf(text: string): readonly number[] | null {
  const parts = text.split(/[,;\s]+/u).filter(part => part);
  return parts.every(part => /^[-−]?\d{1,2}$/u.test(part)) ? parts.map(part => Number(part.replace('−', '-'))) : null;
}

export const sayDays = (days: readonly number[]): string => days.join(', ');
