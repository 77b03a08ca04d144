import { useEffect, useState } from 'preact/hooks';
import { readPoints, writePoints, type Hundredths } from '../words/points';
import { words } from '../words/language';
import { useValidity } from './useValidity';

const w = words({
  'not-a-number': 'Xin nhập một số, ví dụ 8,5.',
  'too-fine': 'Chỉ lấy hai chữ số thập phân (bước 0,01).',
  'too-big': 'Số quá lớn.',
  above: (most: string) => `Nhiều nhất ${most} điểm.`,
  below: (least: string) => `Ít nhất ${least} điểm.`,
  kept: (points: string) => `Vẫn đang lưu: ${points}.`,
}, {
  'not-a-number': 'Please write a number, such as 8,5.',
  'too-fine': 'Two decimals at most (a step of 0,01).',
  'too-big': 'The number is too big.',
  above: most => `At most ${most} points.`,
  below: least => `At least ${least} points.`,
  kept: points => `Still saved: ${points}.`,
});

export interface PointsFieldProps {
  readonly id?: string;
  /** Hundredths; null for nothing. */
  readonly value: Hundredths | null;
  readonly least?: Hundredths | undefined;
  readonly most?: Hundredths | undefined;
  readonly isDisabled?: boolean;
  readonly label?: string;
  readonly onChange: (value: Hundredths | null) => void;
  /** What cannot be points is not handed on; this says that it is there. */
  readonly onWrong?: (why: string | null) => void;
  /** Where each key is saved: beside what is wrong stands what is kept. */
  readonly isSavedByItself?: boolean;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean | undefined;
  readonly 'aria-required'?: boolean | undefined;
}

/** Points as one types them: comma or point, two decimals. Arrow up and down change by one hundredth. */
export function PointsField({ value, least, most, isDisabled, label, onChange, onWrong, isSavedByItself, ...input }: PointsFieldProps) {
  const [text, setText] = useState(writePoints(value));
  const read = readPoints(text);
  const typed = read.kind === 'points' ? read.hundredths : read.kind === 'empty' ? null : undefined;

  const wrong = whyWrong(text, least, most);
  const field = useValidity(wrong);

  // What comes from elsewhere (another version, another tab) is shown, what one is typing is not rewritten.
  useEffect(() => {
    if (wrong === null && typed !== value) {
      setText(writePoints(value));
    }
  }, [value]);

  const change = (next: string) => {
    setText(next);
    const why = whyWrong(next, least, most);
    onWrong?.(why);
    const now = readPoints(next);
    if (why === null && now.kind !== 'wrong') {
      onChange(now.kind === 'points' ? now.hundredths : null);
    }
  };
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (by !== 0 && typed !== undefined) {
      event.preventDefault();
      change(writePoints((typed ?? 0) + by));
    }
  };
  const faultId = input.id && wrong ? `${input.id}-wrong` : undefined;
  return (
    <span class="points">
      <input
        ref={field} type="text" inputMode="decimal" autocomplete="off" class="points-input" {...input} aria-label={label} disabled={isDisabled}
        value={text} aria-invalid={wrong !== null || input['aria-invalid'] || undefined}
        aria-describedby={[input['aria-describedby'], faultId].filter(Boolean).join(' ') || undefined}
        onInput={event => change(event.currentTarget.value)} onKeyDown={step} onBlur={() => wrong === null && setText(writePoints(typed ?? null))} />
      {wrong && <span class="fault" id={faultId} role="status">✕ {wrong}{isSavedByItself && value !== null && ` ${w.kept(writePoints(value))}`}</span>}
    </span>
  );
}

function whyWrong(text: string, least?: Hundredths, most?: Hundredths): string | null {
  const read = readPoints(text);
  switch (read.kind) {
    case 'wrong': return w[read.why];
    case 'empty': return null;
    default: return most !== undefined && read.hundredths > most ? w.above(writePoints(most))
      : least !== undefined && read.hundredths < least ? w.below(writePoints(least)) : null;
  }
}
