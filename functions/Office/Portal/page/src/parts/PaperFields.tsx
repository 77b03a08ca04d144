import type { Schema } from '../api/client';
import type { Fault } from '../api/problem';
import { words } from '../words/language';
import { DayField } from './DayField';
import { Field } from './Field';

const w = words({
  kind: 'Loại văn bản',
  kindHint: 'Ví dụ: Báo cáo, Kế hoạch, Quyết định',
  number: 'Số và ký hiệu',
  numberHint: 'Ghi đúng như trên văn bản, ví dụ 403/BC-STC',
  day: 'Ngày ban hành',
  issuer: 'Cơ quan ban hành',
  subject: 'Trích yếu',
}, {
  kind: 'Kind of paper',
  kindHint: 'Such as report, plan, decision',
  number: 'Number and symbol',
  numberHint: 'As on the paper, such as 403/BC-STC',
  day: 'Day on it',
  issuer: 'Issued by',
  subject: 'What it is about',
});

/** The paths of its faults, for a summary above the form. */
export const paperPaths = (path: string): readonly string[] => ['kind', 'number', 'day', 'issuer', 'subject'].map(part => `${path}.${part}`);

export interface PaperFieldsProps {
  readonly paper: Schema['PaperReference'];
  readonly onChange: (paper: Schema['PaperReference']) => void;
  /** Where it stands in what is sent: `$.paper`. */
  readonly path: string;
  readonly faults: readonly Fault[];
  /** Where a paper without number is none. */
  readonly isNumberRequired?: boolean;
}

/** A paper as officials cite it. What the citation does not say stays empty. */
export function PaperFields({ paper, onChange, path, faults, isNumberRequired }: PaperFieldsProps) {
  const set = (change: Partial<Schema['PaperReference']>) => onChange({ ...paper, ...change });
  return (
    <>
      <Field label={w.kind} path={`${path}.kind`} faults={faults} hint={w.kindHint} isRequired>
        <input value={paper.kind} onInput={event => set({ kind: event.currentTarget.value })} />
      </Field>
      <Field label={w.number} path={`${path}.number`} faults={faults} hint={w.numberHint} isRequired={isNumberRequired ?? false}>
        <input value={paper.number ?? ''} onInput={event => set({ number: event.currentTarget.value || null })} />
      </Field>
      <Field label={w.day} path={`${path}.day`} faults={faults}>
        <DayField value={paper.day ?? null} onChange={day => set({ day })} />
      </Field>
      <Field label={w.issuer} path={`${path}.issuer`} faults={faults}>
        <input value={paper.issuer ?? ''} onInput={event => set({ issuer: event.currentTarget.value || null })} />
      </Field>
      <Field label={w.subject} path={`${path}.subject`} faults={faults}>
        <textarea rows={2} value={paper.subject ?? ''} onInput={event => set({ subject: event.currentTarget.value || null })} />
      </Field>
    </>
  );
}
