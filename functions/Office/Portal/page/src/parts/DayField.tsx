import { useEffect, useState } from 'preact/hooks';
import { day, isWrittenAsDay, readDay, type Day } from '../words/format';
import { words } from '../words/language';
import { useValidity } from './useValidity';

const w = words(
  { wrong: 'Xin viết ngày như 10/12/2026.', none: 'Lịch không có ngày này.', needed: 'Cần ghi ngày.', hint: 'ngày/tháng/năm' },
  { wrong: 'Please write a day such as 10/12/2026.', none: 'There is no such day.', needed: 'A day is needed.', hint: 'day/month/year' });

export interface DayFieldProps {
  readonly id?: string;
  readonly value: Day | null;
  /** Null for nothing. What is not a day is not handed on. */
  readonly onChange: (value: Day | null) => void;
  /** Hands on when one is done with the field, not with each key. */
  readonly isLate?: boolean;
  readonly isDisabled?: boolean;
  readonly label?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean | undefined;
  readonly 'aria-required'?: boolean | undefined;
}

/** A day, written as people here write it whatever the browser's language: 10/12/2026. */
export function DayField({ value, onChange, isLate, isDisabled, label, ...input }: DayFieldProps) {
  const [text, setText] = useState(day(value));
  const [isLeft, leave] = useState(false);
  const [isRefused, refuse] = useState(false);
  const read = text.trim() === '' ? null : readDay(text) ?? undefined;
  useEffect(() => {
    if (read !== value) {
      setText(day(value));
    }
  }, [value]);
  const why = read === null && input['aria-required'] && !isDisabled ? w.needed : read !== undefined ? null : isWrittenAsDay(text) ? w.none : w.wrong;
  const field = useValidity(why);
  const isWrong = (isLeft || isRefused) && why !== null && (isRefused || read !== null);
  const faultId = input.id && isWrong ? `${input.id}-wrong` : undefined;
  const hand = (next: string) => {
    const now = next.trim() === '' ? null : readDay(next);
    if (now !== null || next.trim() === '') {
      onChange(now);
    }
  };
  return (
    <span class="day-field">
      <input
        ref={field} type="text" inputMode="numeric" autocomplete="off" size={11} placeholder={w.hint} {...input} aria-label={label} disabled={isDisabled} value={text}
        aria-invalid={isWrong || input['aria-invalid'] || undefined}
        aria-describedby={[input['aria-describedby'], faultId].filter(Boolean).join(' ') || undefined}
        onInput={event => { refuse(false); setText(event.currentTarget.value); if (!isLate) { hand(event.currentTarget.value); } }}
        onChange={event => { if (isLate) { hand(event.currentTarget.value); } }}
        onInvalid={() => refuse(true)} onFocus={() => leave(false)} onBlur={() => { leave(true); if (read) { setText(day(read)); } }} />
      {isWrong && <span class="fault" id={faultId} role="status">✕ {why}</span>}
    </span>
  );
}
