import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { readAttachments, sendAttachment, type AttachedTo } from '../../parts/Attached';
import { Confirm } from '../../parts/Confirm';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { Upload } from '../../parts/Upload';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { today } from '../../shell/session';
import { size, type Day } from '../../words/format';
import { words } from '../../words/language';
import { pactWords } from '../../words/pact';

const w = words({
  record: 'Ghi chữ ký trên giấy', title: (unit: string) => `Ghi chữ ký trên giấy của ${unit}`, on: 'Ngày ký', said: 'Hoặc thời gian như đã ghi', saidHint: 'Khi không biết ngày, ví dụ: đầu năm', scan: 'Bản chụp', none: 'Chưa có bản chụp', send: 'Gửi bản chụp khác',
}, {
  record: 'Record a signature on paper', title: unit => `Record the signature on paper of ${unit}`, on: 'Signed on', said: 'Or the time as it was said', saidHint: 'Where no day is known, such as: early in the year', scan: 'Scan', none: 'There is no scan', send: 'Send another scan',
});

export interface PaperSignatureProps {
  readonly place: PlaceId;
  readonly pact: Schema['PactView'];
  readonly unit: string;
  readonly name: string;
  readonly onDone: () => void;
}

/** Records what a unit signed on paper, from the paper itself or the scan that the unit sent. */
export function PaperSignature(props: PaperSignatureProps) {
  const [isAsked, question] = useState(false);
  return (
    <>
      <button type="button" class="quiet nowrap no-print" onClick={() => question(true)}>{w.record}<span class="hidden"> – {props.name}</span></button>
      {isAsked && <Recording {...props} onClose={() => question(false)} />}
    </>
  );
}

function Recording({ place, pact, unit, name, onDone, onClose }: PaperSignatureProps & { readonly onClose: () => void }) {
  const path = { year: place.year, bloc: place.bloc };
  const to: AttachedTo = { subject: 'pactSignature', unit };
  const scans = useAnswer(signal => readAttachments(path, to, signal), [path, to]);
  const [when, setWhen] = useState<{ day: Day | null; said: string }>({ day: today.value, said: '' });
  const [signer, setSigner] = useState({ name: '', post: '' });
  // What the unit has sent is meant for this; the last of it.
  const [chosen, choose] = useState<string | null>();
  const scan = chosen === undefined ? scans.value?.at(-1)?.id ?? '' : chosen ?? '';
  const record = async () => {
    const said = { name: signer.name.trim() || null, post: signer.post.trim() || null };
    await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/pact/signatures/{unit}', {
      params: { path: { ...path, unit } },
      body: { textHash: pact.textHash, signer: said.name || said.post ? said : null, paper: { day: when.day, daySaid: when.day ? null : when.said.trim(), scan: scan || null } },
    }));
    onDone();
  };
  return (
    <Confirm title={w.title(name)} yes={w.record} isOpen onClose={onClose} onConfirm={record} isDisabled={!when.day && !when.said.trim()}>
      <Field label={w.on}><DayField value={when.day} onChange={day => setWhen({ ...when, day })} /></Field>
      {!when.day && <Field label={w.said} hint={w.saidHint}><input type="text" maxLength={200} value={when.said} onInput={event => setWhen({ ...when, said: event.currentTarget.value })} /></Field>}
      <Field label={pactWords.signer}><input type="text" maxLength={200} autocomplete="off" value={signer.name} onInput={event => setSigner({ ...signer, name: event.currentTarget.value })} /></Field>
      <Field label={pactWords.post}><input type="text" maxLength={200} autocomplete="off" value={signer.post} onInput={event => setSigner({ ...signer, post: event.currentTarget.value })} /></Field>
      <Field label={w.scan}>
        <select value={scan} onChange={event => choose(event.currentTarget.value || null)}>
          <option value="">{w.none}</option>
          {scans.value?.map(file => <option value={file.id} selected={file.id === scan}>{file.name} ({size(file.bytes)})</option>)}
        </select>
      </Field>
      <Upload label={w.send} isSingle isSentShownElsewhere send={async (file, onProgress) => choose((await sendAttachment(path, to, file, onProgress)).data.id)} onSent={scans.reload} />
    </Confirm>
  );
}
