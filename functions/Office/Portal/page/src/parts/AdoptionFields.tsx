import type { Schema } from '../api/client';
import type { Fault } from '../api/problem';
import { day } from '../words/format';
import { words } from '../words/language';
import { DayField } from './DayField';
import { Field } from './Field';

const w = words({
  day: 'Ngày thông qua', said: 'Hoặc thời gian như đã nói', saidHint: 'Khi không biết ngày, ví dụ: ngay từ đầu năm', draft: 'Dự thảo', adopted: (when: string) => `Đã thông qua ${when}`,
}, { day: 'Day of adoption', said: 'Or the time as it was said', saidHint: 'Where no day is known, such as: early in the year', draft: 'Draft', adopted: when => `Adopted ${when}` });

export const adoptionPaths = (path: string): readonly string[] => [`${path}.day`, `${path}.said`];

/** Whether a draft was adopted, and when. */
export const sayAdoption = (adopted: Schema['Adoption'] | null | undefined): string => adopted ? w.adopted(adopted.day ? day(adopted.day) : adopted.said ?? '').trim() : w.draft;

export const isAdoption = (adopted: Schema['Adoption']): boolean => !!adopted.day !== !!adopted.said?.trim();

export interface AdoptionFieldsProps {
  readonly adopted: Schema['Adoption'];
  readonly onChange: (adopted: Schema['Adoption']) => void;
  /** Where it stands in what is sent: `$.adopted`. */
  readonly path: string;
  readonly faults: readonly Fault[];
}

/** When something was adopted: the day, or words where no day is known. */
export function AdoptionFields({ adopted, onChange, path, faults }: AdoptionFieldsProps) {
  return (
    <>
      <Field label={w.day} path={`${path}.day`} faults={faults}><DayField value={adopted.day ?? null} onChange={on => onChange({ ...adopted, day: on })} /></Field>
      {!adopted.day && <Field label={w.said} hint={w.saidHint} path={`${path}.said`} faults={faults}><input type="text" maxLength={200} value={adopted.said ?? ''} onInput={event => onChange({ ...adopted, said: event.currentTarget.value || null })} /></Field>}
    </>
  );
}
