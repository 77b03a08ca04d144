import type { Schema } from '../../api/client';
import { day } from '../../words/format';

type Summary = Schema['MeetingSummary'];

/** "14:00–16:30, 05/07/2026"; what was said where no day is known. */
export function sayWhen({ day: on, from, to, said }: Schema['MeetingTime']): string {
  const hours = [from, to].filter(Boolean).join('–');
  return [hours, day(on) || said].filter(Boolean).join(', ');
}

/** What is to come first, the next one at the top; then what is over, the last one first. Without a day: to come. */
export function inOrder(meetings: readonly Summary[], today: string): readonly Summary[] {
  const dayOf = (meeting: Summary) => meeting.when.day ?? '9999';
  const isOver = (meeting: Summary) => meeting.state !== 'open' || dayOf(meeting) < today;
  return [
    ...meetings.filter(meeting => !isOver(meeting)).sort((a, b) => dayOf(a).localeCompare(dayOf(b))),
    ...meetings.filter(isOver).sort((a, b) => dayOf(b).localeCompare(dayOf(a))),
  ];
}

/** Only what a browser may open: never a script behind a link. */
export const isAddress = (text: string): boolean => /^https?:\/\//iu.test(text.trim());
