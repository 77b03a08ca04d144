import { absent, allPages } from '../api/absent';
import { api, ask, type Schema } from '../api/client';
import type { Fault } from '../api/problem';
import { day } from '../words/format';
import { words } from '../words/language';
import { DayField } from './DayField';
import { Field } from './Field';
import { useAnswer } from './useAnswer';

const w = words({
  day: 'Ngày thông qua', said: 'Hoặc thời gian như đã nói', saidHint: 'Khi không biết ngày, ví dụ: ngay từ đầu năm', meeting: 'Thông qua tại hội nghị', none: 'không ghi', draft: 'Dự thảo', adopted: (when: string) => `Đã thông qua ${when}`,
}, { day: 'Day of adoption', said: 'Or the time as it was said', saidHint: 'Where no day is known, such as: early in the year', meeting: 'Adopted at the meeting', none: 'not said', draft: 'Draft', adopted: when => `Adopted ${when}` });

export const adoptionPaths = (path: string): readonly string[] => [`${path}.day`, `${path}.said`, `${path}.meeting`];

/** Whether a draft was adopted, and when. */
export const sayAdoption = (adopted: Schema['Adoption'] | null | undefined): string => adopted ? w.adopted(adopted.day ? day(adopted.day) : adopted.said ?? '').trim() : w.draft;

export const isAdoption = (adopted: Schema['Adoption']): boolean => !!adopted.day !== !!adopted.said?.trim();

interface MeetingName {
  readonly year: number;
  readonly id: string;
  readonly title: string;
}

/** The meetings at which a text of the year may have been adopted: its own, and those of the year before, whose last one often adopts for the next. */
async function meetingsOf({ year, bloc }: AdoptionFieldsProps['of'], signal: AbortSignal): Promise<readonly MeetingName[]> {
  const of = async (year: number) => absent(allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/meetings', {
    params: { path: { year, bloc }, query: continuation ? { continuation } : {} }, signal,
  }))).data));
  const years = await Promise.all([year, year - 1].map(async one => ({ year: one, pages: await of(one) })));
  return years.flatMap(({ year, pages }) => pages?.flatMap(page => page.meetings.map(one => ({ year, id: one.meeting, title: one.title }))) ?? []);
}

export interface AdoptionFieldsProps {
  /** Whose text of which year it is. */
  readonly of: { readonly year: number; readonly bloc: string };
  readonly adopted: Schema['Adoption'];
  readonly onChange: (adopted: Schema['Adoption']) => void;
  /** Where it stands in what is sent: `$.adopted`. */
  readonly path: string;
  readonly faults: readonly Fault[];
}

/** When something was adopted, the day or words where no day is known, and at which meeting. */
export function AdoptionFields({ of, adopted, onChange, path, faults }: AdoptionFieldsProps) {
  const meetings = useAnswer(signal => meetingsOf(of, signal), [of]);
  const keyOf = (meeting: string, year: number) => `${year}/${meeting}`;
  const chosen = adopted.meeting ? keyOf(adopted.meeting, adopted.meetingYear ?? of.year) : '';
  const choose = (key: string) => {
    const found = meetings.value?.find(one => keyOf(one.id, one.year) === key);
    onChange({ ...adopted, meeting: found?.id ?? null, meetingYear: found && found.year !== of.year ? found.year : null });
  };
  return (
    <>
      <Field label={w.day} path={`${path}.day`} faults={faults}><DayField value={adopted.day ?? null} onChange={on => onChange({ ...adopted, day: on })} /></Field>
      {!adopted.day && <Field label={w.said} hint={w.saidHint} path={`${path}.said`} faults={faults}><input type="text" maxLength={200} value={adopted.said ?? ''} onInput={event => onChange({ ...adopted, said: event.currentTarget.value || null })} /></Field>}
      <Field label={w.meeting} path={`${path}.meeting`} faults={faults}>
        <select value={chosen} onChange={event => choose(event.currentTarget.value)}>
          <option value="">{w.none}</option>
          {meetings.value?.map(one => <option value={keyOf(one.id, one.year)} selected={keyOf(one.id, one.year) === chosen}>{one.title} ({one.year})</option>)}
        </select>
      </Field>
    </>
  );
}
