import { language } from './language';

/** A day as the program writes it: `2026-12-10`. */
export type Day = string;

/** `2026-12-10` as `10/12/2026`, in either language: that is how people here write days. */
export function day(value: Day | null | undefined): string {
  const [year, month, date] = (value ?? '').split('-');
  return year && month && date ? `${date}/${month}/${year}` : '';
}

const written = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/u;

/** Whether it has the form of a day, be there such a day or not. */
export const isWrittenAsDay = (text: string): boolean => written.test(text);

/** Reads a day as people write it: `10/12/2026`, `1.2.2026`, `10-12-2026`. Null where it is none. */
export function readDay(text: string): Day | null {
  const [, date = '', month = '', year = ''] = written.exec(text) ?? [];
  const read = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${read}T00:00:00Z`);
  return year && !Number.isNaN(time) && new Date(time).toISOString().startsWith(read) ? read : null;
}

/** With a capital at its head. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

const moments = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});

/** An instant as Vietnamese wall time: `10/12/2026 09:30`. */
export function moment(value: string | Date | null | undefined): string {
  return value ? moments.format(new Date(value)).replace(', ', ' ') : '';
}

/** The Vietnamese calendar day of an instant. */
export function dayOf(instant: Date): Day {
  const parts = Object.fromEntries(moments.formatToParts(instant).map(part => [part.type, part.value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** Bytes as people say them: `340 KB`, `1,2 MB`. */
export function size(bytes: number): string {
  const megabytes = bytes / 1_048_576;
  return megabytes >= 1
    ? `${comma(megabytes.toFixed(1))} MB`
    : `${Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / 1024))} KB`;
}

/** So long, as people say it: `45 phút`, `5 giờ`, `25 ngày`. */
export function sayMinutes(minutes: number): string {
  const isVietnamese = language.value === 'vi';
  return minutes < 120 ? `${minutes} ${isVietnamese ? 'phút' : 'min'}`
    : minutes < 48 * 60 ? `${Math.round(minutes / 60)} ${isVietnamese ? 'giờ' : 'h'}`
      : `${count(Math.round(minutes / 1440))} ${isVietnamese ? 'ngày' : 'days'}`;
}

/** A whole number with the thousands apart: `1.000` in Vietnamese, `1,000` in English. */
export function count(value: number): string {
  return value.toLocaleString(language.value === 'vi' ? 'vi-VN' : 'en-GB');
}

function comma(text: string): string {
  return text.replace('.', ',');
}

const order = new Intl.Collator('vi', { numeric: true });

/** Names in Vietnamese order. */
export const byName = <T>(name: (one: T) => string) => (a: T, b: T): number => order.compare(name(a), name(b));
