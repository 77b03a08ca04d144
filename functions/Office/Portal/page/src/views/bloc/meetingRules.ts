import type { Schema } from '../../api/client';
import { day } from '../../words/format';

/** The whole meeting as it would be sent back unchanged: what this page does not show stays as it is. */
export function bodyOf(meeting: Schema['MeetingView']): Schema['MeetingBody'] {
  const { kinds, title, when, host, mode, place, link, years, agenda, chairs, guests, secretary, photographs, writer, source } = meeting;
  return {
    kinds, title, when, host, mode, place, link, years, agenda, photographs, guests, writer, source,
    chairs: chairs.map(({ unitName: _, ...chair }) => chair),
    secretary: secretary && { unit: secretary.unit, name: secretary.name, post: secretary.post },
  };
}

/** An agenda as lines, each a point; and back, keeping hour and unit of the lines that stay. */
export const linesOf = (agenda: readonly { readonly text: string }[]): string => agenda.map(item => item.text).join('\n');

export const agendaOf = (lines: string, before: readonly Schema['AgendaItem'][]): Schema['AgendaItem'][] => kept(lines, before, text => ({ text }));

/** The same of what happened at a meeting, keeping who did it. */
export const proceedingsOf = (lines: string, before: readonly Schema['Proceeding'][]): Schema['Proceeding'][] => kept(lines, before, text => ({ text }));

const kept = <T extends { readonly text: string }>(lines: string, before: readonly T[], make: (text: string) => T): T[] =>
  lines.split('\n').map(line => line.trim()).filter(line => line).map(text => before.find(item => item.text === text) ?? make(text));

/** `20/12/2026, 08:00–11:30`, or what is said where the day is not known. */
export const sayWhen = ({ day: on, from, to, said }: Schema['MeetingTime']): string =>
  [on ? day(on) : said, [from, to].filter(Boolean).join('–')].filter(Boolean).join(', ');

/** Whether a meeting's day has come: then attendance and conclusions can be written down. */
export const hasBegun = (meeting: Schema['MeetingView'], today: string): boolean => !meeting.when.day || meeting.when.day <= today;

/** How many members were there, as it was said, when attendance is saved: nothing where every member is named, or was, for then they are counted. */
export function saidPresent(before: Schema['AttendanceView'] | null, named: readonly string[], members: readonly string[]): number | null {
  const isCounted = (units: readonly string[]) => members.every(member => units.includes(member));
  return before === null || isCounted(named) || isCounted(before.units.map(one => one.unit)) ? null : before.present;
}

/** An id that no meeting has, after its kind: `tong-ket`, `tong-ket-2`. */
export function newMeetingId(kind: Schema['MeetingKind'], taken: readonly string[]): string {
  const name = { launch: 'phat-dong', pactSigning: 'ky-giao-uoc', halfYear: 'so-ket', crossCheck: 'kiem-tra', yearEnd: 'tong-ket', handover: 'ban-giao', topic: 'chuyen-de' }[kind];
  for (let number = 1; ; number++) {
    const id = number === 1 ? name : `${name}-${number}`;
    if (!taken.includes(id)) {
      return id;
    }
  }
}
