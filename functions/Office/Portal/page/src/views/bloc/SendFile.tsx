import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import { sendAttachment } from '../../parts/Attached';
import { Field } from '../../parts/Field';
import { Upload } from '../../parts/Upload';
import { words } from '../../words/language';
import { subjectNames, type Items } from './Files';

const w = words({
  send: 'Gửi tệp', of: 'Tệp thuộc về', which: 'Cụ thể', choose: '– chọn –', caption: 'Chú thích', hint: 'Để trống nếu không cần.',
}, {
  send: 'Send files', of: 'They belong to', which: 'Which one', choose: '– choose –', caption: 'Caption', hint: 'Leave it empty where none is needed.',
});

const ofBloc = ['plan', 'regulation', 'pact', 'movement', 'meeting', 'report', 'handover'] as const satisfies readonly Schema['AttachmentSubject'][];

export interface SendFileProps {
  readonly path: { readonly year: number; readonly bloc: string };
  readonly items: Items;
  readonly onSent: () => void;
}

/** Sends files to what is the bloc's. */
export function SendFile({ path, items, onSent }: SendFileProps) {
  const [subject, setSubject] = useState<typeof ofBloc[number]>('meeting');
  const [item, setItem] = useState('');
  const [caption, setCaption] = useState('');
  const choices = items[subject];
  const send = (file: File, onProgress: (share: number) => void) => sendAttachment(path, { subject, ...item ? { item } : null }, file, onProgress, caption);
  return (
    <section class="card">
      <h2>{w.send}</h2>
      <Field label={w.of}>
        <select value={subject} onChange={event => { setSubject(event.currentTarget.value as typeof subject); setItem(''); }}>{ofBloc.map(one => <option value={one}>{subjectNames[one]}</option>)}</select>
      </Field>
      {choices && (
        <Field label={w.which} isRequired>
          <select value={item} onChange={event => setItem(event.currentTarget.value)}>
            <option value="">{w.choose}</option>
            {choices.map(one => <option value={one.id}>{one.name}</option>)}
          </select>
        </Field>
      )}
      <Field label={w.caption} hint={w.hint}><input type="text" maxLength={500} value={caption} onInput={event => setCaption(event.currentTarget.value)} /></Field>
      <Upload label={w.send} send={send} onSent={onSent} isDisabled={choices !== undefined && !item} isSentShownElsewhere />
    </section>
  );
}
