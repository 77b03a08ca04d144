import { useState } from 'preact/hooks';
import type { Schema } from '../api/client';
import { common } from '../words/common';
import { words } from '../words/language';
import { FaultSummary, Field } from './Field';
import { Notice, ProblemView } from './States';
import { useAct } from './useAct';

const w = words({
  fresh: 'Chưa khai thể thức; các văn bản ghi rõ chỗ còn trống.', saved: 'Đã lưu.', superior: 'Cơ quan chủ quản', superiorHint: 'In phía trên tên cơ quan.', none: 'Không có cơ quan chủ quản', name: 'Tên cơ quan như in trên văn bản', nameHint: 'Để trống: theo danh sách đơn vị.',
  place: 'Địa danh', capacity: 'Quyền hạn ký', capacityHint: 'Ví dụ: TM. KHỐI THI ĐUA hoặc KT. GIÁM ĐỐC, mỗi dòng một ý.', post: 'Chức vụ người ký', number: 'Mẫu số và ký hiệu', numberHint: 'Ví dụ: {number}/{kind}-STC. {number} là số, sau đó là dấu gạch chéo, {kind} là loại văn bản, {year} là năm.',
  recipients: 'Nơi nhận', recipientsHint: 'Mỗi dòng một nơi; dòng cuối là lưu.', addressees: 'Kính gửi (báo cáo)', addresseesHint: 'Mỗi dòng một nơi.',
}, {
  fresh: 'No letterhead yet; papers name what is missing.', saved: 'Saved.', superior: 'Body above it', superiorHint: 'Printed above its own name.', none: 'There is no body above it', name: 'Name as it is printed', nameHint: 'Blank: as in the roster.',
  place: 'Place', capacity: 'In what capacity papers are signed', capacityHint: 'A line each.', post: 'Post that signs', number: 'Pattern of number and symbol', numberHint: 'Such as {number}/{kind}-STC; {number} is needed, {kind} and {year} where wanted.',
  recipients: 'Recipients', recipientsHint: 'A line each; the last is what is kept.', addressees: 'Addressees of reports', addresseesHint: 'A line each.',
});

type Texts = Readonly<Record<'superior' | 'name' | 'place' | 'capacity' | 'post' | 'numberPattern' | 'recipients' | 'addressees', string>>;

const texts = (known: Schema['LetterheadView'] | null): Texts => ({
  superior: known?.superior ?? '', name: known?.name ?? '', place: known?.place ?? '', capacity: known?.capacity ?? '', post: known?.post ?? '', numberPattern: known?.numberPattern ?? '',
  recipients: known?.recipients.join('\n') ?? '', addressees: known?.addressees.join('\n') ?? '',
});

const lines = (text: string): string[] => text.split('\n').map(line => line.trim()).filter(line => line);

export interface LetterheadFormProps {
  readonly known: Schema['LetterheadView'] | null;
  readonly mayChange: boolean;
  /** Throws the problem it had. */
  readonly save: (body: Schema['LetterheadBody']) => Promise<unknown>;
}

/** What stands on every paper that a unit or a bloc issues. */
export function LetterheadForm({ known, mayChange, save }: LetterheadFormProps) {
  const [text, set] = useState(texts(known));
  const [isTop, setTop] = useState(known?.hasNoSuperior ?? false);
  const [isSaved, say] = useState(false);
  const act = useAct();
  const send = async (event: Event) => {
    event.preventDefault();
    const part = (name: keyof Texts) => text[name].trim() || null;
    say(await act.run(() => save({
      superior: isTop ? null : part('superior'), hasNoSuperior: isTop, name: part('name'), place: part('place'), capacity: part('capacity'), post: part('post'), numberPattern: part('numberPattern'),
      patterns: known?.patterns ?? [], recipients: lines(text.recipients), addressees: lines(text.addressees),
    })));
  };
  const input = (name: keyof Texts, label: string, hint?: string, isLong = false) => {
    const given = { value: text[name], disabled: !mayChange, onInput: (event: Event) => { say(false); set({ ...text, [name]: (event.currentTarget as HTMLInputElement).value }); } };
    return <Field label={label} hint={hint} path={`$.${name}`} faults={act.faults}>{isLong ? <textarea rows={3} {...given} /> : <input type="text" maxLength={200} {...given} />}</Field>;
  };
  return (
    <form class="card" onSubmit={event => void send(event)}>
      {known === null && <Notice>{w.fresh}</Notice>}
      <FaultSummary faults={act.faults} paths={Object.keys(text).map(name => `$.${name}`)} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      {!isTop && input('superior', w.superior, w.superiorHint)}
      <p><label><input type="checkbox" disabled={!mayChange} checked={isTop} onChange={event => { say(false); setTop(event.currentTarget.checked); }} /> {w.none}</label></p>
      {input('name', w.name, w.nameHint)}
      {input('place', w.place)}
      {input('capacity', w.capacity, w.capacityHint, true)}
      {input('post', w.post)}
      {input('numberPattern', w.number, w.numberHint)}
      {input('recipients', w.recipients, w.recipientsHint, true)}
      {input('addressees', w.addressees, w.addresseesHint, true)}
      {isSaved && <Notice kind="good">{w.saved}</Notice>}
      {mayChange && <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy}>{common.save}</button></div>}
    </form>
  );
}
