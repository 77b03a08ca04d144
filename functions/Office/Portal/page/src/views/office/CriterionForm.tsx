import { useEffect, useRef, useState } from 'preact/hooks';
import type { Fault } from '../../api/problem';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { PointsField } from '../../parts/PointsField';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { toHundredths, toPoints } from '../../words/points';
import { Select } from './Frame';
import { criterionKindNames, evidenceNames, options } from './names';
import { move, withAllBelow, type Content, type Criterion } from './scheme';

const w = words({
  head: (code: string) => `Tiêu chí ${code}`, title: 'Nội dung', kind: 'Cách chấm', maximum: 'Điểm tối đa', each: 'Điểm mỗi lần', evidence: 'Minh chứng', number: 'Số thứ tự như trong quyết định', basis: 'Căn cứ chấm điểm', checkedBy: 'Cơ quan thẩm định',
  up: 'Lên', down: 'Xuống', remove: 'Bỏ tiêu chí', removing: (n: number) => `Bỏ tiêu chí này${n > 1 ? ` và ${n - 1} tiêu chí bên dưới` : ''}? Chỉ thật sự bỏ khi lưu bảng điểm.`, complex: 'Mức lựa chọn, chỉ tiêu và công thức đo được sửa trong tệp Excel.',
}, {
  head: code => `Criterion ${code}`, title: 'Text', kind: 'How it is scored', maximum: 'Points at most', each: 'Points each time', evidence: 'Evidence', number: 'Number as in the decision', basis: 'What it is scored by', checkedBy: 'Checked by',
  up: 'Up', down: 'Down', remove: 'Remove', removing: n => `Remove this criterion${n > 1 ? ` and ${n - 1} below it` : ''}? It is gone only when the scheme is saved.`, complex: 'Options, targets and measures are changed in the workbook.',
});

/** Kinds that need no more than this form has. */
const simple: readonly Criterion['kind'][] = ['group', 'direct', 'passFail', 'count', 'quantitative', 'bonus', 'penalty'];

export interface CriterionFormProps {
  readonly content: Content;
  readonly criterion: Criterion;
  readonly faults: readonly Fault[];
  readonly isDisabled: boolean;
  readonly onPut: (part: Partial<Criterion>) => void;
  readonly onChange: (content: Content) => void;
  readonly onRemove: () => void;
}

export function CriterionForm({ content, criterion, faults, isDisabled, onPut, onChange, onRemove }: CriterionFormProps) {
  const [isAsked, question] = useState(false);
  const form = useRef<HTMLFieldSetElement>(null);
  // Where the form stands below the tree, it comes into sight.
  useEffect(() => form.current!.scrollIntoView({ block: 'nearest' }), []);
  const all = withAllBelow(content, criterion.code).size;
  const isComplex = !simple.includes(criterion.kind);
  const kinds = options(criterionKindNames).filter(({ value }) => simple.includes(value) || value === criterion.kind);
  return (
    <fieldset ref={form} disabled={isDisabled}>
      <legend>{w.head(criterion.code)}</legend>
      {faults.length > 0 && <ul>{faults.map(fault => <li class="fault">✕ {fault.detail}</li>)}</ul>}
      <Field label={w.title} isRequired><textarea rows={3} value={criterion.title} onInput={event => onPut({ title: event.currentTarget.value })} /></Field>
      {isComplex
        ? <p><strong>{criterionKindNames[criterion.kind]}.</strong> {w.complex}</p>
        : <Field label={w.kind}><Select value={criterion.kind} onChange={kind => onPut({ kind, each: kind === 'count' ? criterion.each ?? 1 : null })} choices={kinds} /></Field>}
      <Field label={w.maximum}><PointsField value={toHundredths(criterion.maximum)} least={0} onChange={value => onPut({ maximum: toPoints(value ?? 0) })} /></Field>
      {typeof criterion.each === 'number' && <Field label={w.each}><PointsField value={toHundredths(criterion.each)} least={0} onChange={value => onPut({ each: toPoints(value ?? 0) })} /></Field>}
      {criterion.kind !== 'group' && <Field label={w.evidence}><Select value={criterion.evidence ?? 'notNeeded'} onChange={evidence => onPut({ evidence })} choices={options(evidenceNames)} /></Field>}
      <Field label={w.basis}><textarea rows={3} value={criterion.basis ?? ''} onInput={event => onPut({ basis: event.currentTarget.value || null })} /></Field>
      <Field label={w.number}><input type="text" value={criterion.number ?? ''} onInput={event => onPut({ number: event.currentTarget.value || null })} /></Field>
      <Field label={w.checkedBy}><input type="text" value={criterion.checkedBy ?? ''} onInput={event => onPut({ checkedBy: event.currentTarget.value || null })} /></Field>
      <div class="buttons">
        <button type="button" onClick={() => onChange(move(content, criterion.code, -1))}>↑ {w.up}</button>
        <button type="button" onClick={() => onChange(move(content, criterion.code, 1))}>↓ {w.down}</button>
        <button type="button" class="danger" onClick={() => question(true)}>{w.remove}</button>
      </div>
      <Confirm title={w.remove} isOpen={isAsked} onClose={() => question(false)} isDangerous yes={common.remove} onConfirm={() => { onRemove(); return Promise.resolve(); }}>
        <p>{criterion.code}. {criterion.title}</p>
        <p>{w.removing(all)}</p>
      </Confirm>
    </fieldset>
  );
}
