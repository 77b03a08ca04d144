import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import { words } from '../../words/language';
import { Select } from './Frame';

const w = words({ wrong: 'Xin viết ngày và tháng như 25/12.', year: 'thuộc năm', before: 'năm trước', same: 'trong năm', after: 'năm sau' }, { wrong: 'Please write day and month such as 25/12.', year: 'in which year', before: 'the year before', same: 'the year', after: 'the year after' });

type YearDay = Schema['YearDayBody'];

/** `25/12`, or null where it is no day of a year. */
export function readYearDay(text: string): { readonly day: number; readonly month: number } | null {
  const [, day, month] = /^\s*(\d{1,2})\s*\/\s*(\d{1,2})\s*$/u.exec(text) ?? [];
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1];
  return longest && Number(day) >= 1 && Number(day) <= longest ? { day: Number(day), month: Number(month) } : null;
}

export const writeYearDay = ({ day, month }: YearDay): string => [day, month].map(part => `${part}`.padStart(2, '0')).join('/');

export interface YearDayFieldProps {
  readonly label: string;
  readonly value: YearDay;
  readonly isDisabled: boolean;
  /** Null for what is no day. */
  readonly onChange: (value: YearDay | null) => void;
}

/** A day of every year: day and month, and whether it lies in the year, before or after it. */
export function YearDayField({ label, value, isDisabled, onChange }: YearDayFieldProps) {
  const [text, setText] = useState(writeYearDay(value));
  const isWrong = readYearDay(text) === null;
  return (
    <span class="day-field">
      <span class="nowrap">
        <input
          type="text" inputMode="numeric" size={6} autocomplete="off" aria-label={label} aria-invalid={isWrong || undefined} disabled={isDisabled} value={text}
          onInput={event => { setText(event.currentTarget.value); const read = readYearDay(event.currentTarget.value); onChange(read && { ...value, ...read }); }} />{' '}
        {isDisabled ? w[offsetName(value)] : (
          <Select
            value={`${value.yearOffset ?? 0}`} label={`${label}: ${w.year}`} onChange={offset => onChange({ ...value, yearOffset: Number(offset) })}
            choices={[{ value: '-1', name: w.before }, { value: '0', name: w.same }, { value: '1', name: w.after }]} />
        )}
      </span>
      {isWrong && <span class="fault" role="status">✕ {w.wrong}</span>}
    </span>
  );
}

const offsetName = ({ yearOffset = 0 }: YearDay): 'before' | 'same' | 'after' => yearOffset < 0 ? 'before' : yearOffset > 0 ? 'after' : 'same';
