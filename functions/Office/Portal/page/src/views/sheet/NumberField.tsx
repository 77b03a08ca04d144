import { useEffect, useState } from 'preact/hooks';
import { useValidity } from '../../parts/useValidity';
import { words } from '../../words/language';
import { readNumber, writeNumber, type NumberRead } from './numbers';

const w = words({
  'not-a-number': 'Xin nhập một số.',
  'two-numbers': 'Có thể hiểu là hai số: xin viết liền (1234) hoặc dùng dấu phẩy (1,234).',
  'not-whole': 'Chỉ lấy số nguyên.',
  'too-fine': 'Chỉ lấy bốn chữ số thập phân.',
  'below-zero': 'Không lấy số âm.',
  'too-big': 'Số quá lớn.',
}, {
  'not-a-number': 'Please write a number.',
  'two-numbers': 'This could be two numbers: please write 1234, or 1,234 with a comma.',
  'not-whole': 'Whole numbers only.',
  'too-fine': 'Four decimals at most.',
  'below-zero': 'Not below zero.',
  'too-big': 'The number is too big.',
});

export interface NumberFieldProps {
  readonly id: string;
  readonly label: string;
  /** Where a table's heads say it. */
  readonly isLabelHidden?: boolean;
  readonly value: number | null;
  readonly decimals: 0 | 4;
  readonly isDisabled: boolean;
  /** Null for nothing, undefined for what cannot be read. */
  readonly onChange: (value: number | null | undefined) => void;
}

/** A number that was counted or measured. */
export function NumberField({ id, label, isLabelHidden, value, decimals, isDisabled, onChange }: NumberFieldProps) {
  const [text, setText] = useState(writeNumber(value));
  const read = readNumber(text, decimals);
  useEffect(() => {
    if (valueOf(read) !== undefined && valueOf(read) !== value) {
      setText(writeNumber(value));
    }
  }, [value]);
  const wrong = read.kind === 'wrong' ? w[read.why] : null;
  const field = useValidity(wrong);
  return (
    <span class="number-field">
      <label for={id} class={isLabelHidden ? 'hidden' : undefined}>{label}</label>
      <input
        ref={field} id={id} type="text" inputMode={decimals === 0 ? 'numeric' : 'decimal'} autocomplete="off" class="points-input" disabled={isDisabled} value={text}
        aria-invalid={wrong !== null || undefined} aria-describedby={wrong ? `${id}-wrong` : undefined}
        onInput={event => {
          setText(event.currentTarget.value);
          onChange(valueOf(readNumber(event.currentTarget.value, decimals)));
        }} />
      {wrong && <span class="fault" id={`${id}-wrong`} role="status">✕ {wrong}</span>}
    </span>
  );
}

const valueOf = (read: NumberRead): number | null | undefined => read.kind === 'number' ? read.value : read.kind === 'empty' ? null : undefined;
