import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { Confirm } from '../../../parts/Confirm';
import { Field } from '../../../parts/Field';
import { common } from '../../../words/common';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { options } from '../names';
import { remarkOutcomeNames } from './names';

const w = words({ title: 'Trả lời góp ý', lead: 'Câu trả lời vào biên bản của Hội đồng; đơn vị góp ý đọc được.', outcome: 'Kết quả', text: 'Trả lời' }, { title: 'Answer a remark', lead: 'The answer goes into the minutes of the council; the unit reads it.', outcome: 'What became of it', text: 'In words' });

export interface AnswerFormProps {
  readonly year: number;
  readonly disclosure: string;
  readonly remark: Schema['RemarkView'];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function AnswerForm({ year, disclosure, remark, onClose, onSaved }: AnswerFormProps) {
  const [body, set] = useState<Schema['RemarkAnswerBody']>({ outcome: remark.answer?.outcome ?? 'dismissed', text: remark.answer?.text ?? '' });
  const send = async () => {
    const header = { 'If-Match': remark.etag };
    await (remark.unit === null
      ? ask(api.PUT('/api/cycles/{year}/disclosures/{disclosure}/letters/{letter}/answer', { params: { path: { year, disclosure, letter: remark.remark }, header }, body }))
      : ask(api.PUT('/api/cycles/{year}/disclosures/{disclosure}/comments/{unit}/{comment}/answer', { params: { path: { year, disclosure, unit: remark.unit, comment: remark.remark }, header }, body })));
    onSaved();
  };
  return (
    <Confirm title={w.title} isOpen onClose={onClose} onConfirm={send} yes={common.save} isDisabled={!body.text.trim()}>
      <blockquote class="pre">{remark.text}</blockquote>
      <p class="hint">{w.lead}</p>
      <Field label={w.outcome} isRequired><Select value={body.outcome} onChange={outcome => set({ ...body, outcome })} choices={options(remarkOutcomeNames)} /></Field>
      <Field label={w.text} isRequired><textarea rows={4} value={body.text} onInput={event => set({ ...body, text: event.currentTarget.value })} /></Field>
    </Confirm>
  );
}
