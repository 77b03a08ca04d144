import type { Schema } from '../../api/client';
import type { Fault } from '../../api/problem';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { today } from '../../shell/session';
import { common } from '../../words/common';
import { words } from '../../words/language';

const w = words({
  number: (number: number) => `Điều ${number}`,
  text: 'Nội dung',
  criterion: 'Tiêu chí liên quan',
  none: 'Không',
  mendBy: 'Khắc phục trước hết ngày',
  mendHint: 'Để trống nếu không có gì phải khắc phục.',
  isMended: 'Đã khắc phục',
  on: 'Ngày khắc phục',
  how: 'Khắc phục như thế nào',
}, {
  number: number => `Finding ${number}`,
  text: 'What was found',
  criterion: 'Criterion',
  none: 'None',
  mendBy: 'To be mended by',
  mendHint: 'Leave it empty where there is nothing to mend.',
  isMended: 'It was mended',
  on: 'Day on which it was mended',
  how: 'How',
});

export interface FindingFieldsProps {
  readonly finding: Schema['Finding'];
  readonly path: string;
  readonly faults: readonly Fault[];
  readonly criteria: readonly Schema['Criterion'][];
  readonly onChange: (finding: Schema['Finding']) => void;
  readonly onRemove: () => void;
}

/** One thing that a visit found, until when it is to be mended, and how it was. */
export function FindingFields({ finding, path, faults, criteria, onChange, onRemove }: FindingFieldsProps) {
  const set = (change: Partial<Schema['Finding']>) => onChange({ ...finding, ...change });
  const { mended } = finding;
  return (
    <fieldset class="finding">
      <legend>{w.number(finding.number)}</legend>
      <Field label={w.text} path={`${path}.text`} faults={faults} isRequired><textarea value={finding.text} onInput={event => set({ text: event.currentTarget.value })} /></Field>
      <Field label={w.criterion} path={`${path}.criterion`} faults={faults}>
        <select value={finding.criterion ?? ''} onChange={event => set({ criterion: event.currentTarget.value || null })}>
          <option value="">{w.none}</option>
          {criteria.map(one => <option value={one.code}>{one.number ?? one.code} {one.title}</option>)}
        </select>
      </Field>
      <Field label={w.mendBy} path={`${path}.mendBy`} faults={faults} hint={w.mendHint}><DayField value={finding.mendBy ?? null} onChange={mendBy => set({ mendBy })} /></Field>
      {finding.mendBy && (
        <p><label><input type="checkbox" checked={mended != null} onChange={event => set({ mended: event.currentTarget.checked ? { on: today.value, note: '' } : null })} /> {w.isMended}</label></p>
      )}
      {mended && (
        <>
          <Field label={w.on} path={`${path}.mended.on`} faults={faults} isRequired><DayField value={mended.on} onChange={on => on && set({ mended: { ...mended, on } })} /></Field>
          <Field label={w.how} path={`${path}.mended.note`} faults={faults} isRequired><textarea value={mended.note} onInput={event => set({ mended: { ...mended, note: event.currentTarget.value } })} /></Field>
        </>
      )}
      <button type="button" class="quiet" aria-label={`${common.remove}: ${w.number(finding.number)}`} onClick={onRemove}>{common.remove}</button>
    </fieldset>
  );
}
