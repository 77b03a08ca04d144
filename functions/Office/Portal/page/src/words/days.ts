import type { Day } from './format';

/** Calendar days from one day to another: 0 is today, negative is over. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day so many calendar days later. */
export const dayAfter = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export type Urgency = 'late' | 'today' | 'soon' | 'later';

export function urgency(left: number): Urgency {
  return left < 0 ? 'late' : left === 0 ? 'today' : left <= 7 ? 'soon' : 'later';
}
