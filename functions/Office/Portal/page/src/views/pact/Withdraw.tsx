import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { pactWords } from '../../words/pact';

const w = words({ title: (unit: string) => `Rút chữ ký của ${unit}`, text: 'Dành cho chữ ký ghi nhầm. Chữ ký được giữ lại là không còn giá trị, đơn vị nhận được thư và ký lại được bất cứ lúc nào.' },
  { title: unit => `Take back the signature of ${unit}`, text: 'For one that was recorded by mistake. It is kept as void; the unit gets a mail and may sign again at any time.' });

/** Takes a signature back that was recorded by mistake. */
export function Withdraw({ place, unit, name, onDone }: { place: PlaceId; unit: string; name: string; onDone: () => void }) {
  const [isAsked, question] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = async () => {
    await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/pact/signatures/{unit}/withdrawal', { params: { path: { year: place.year, bloc: place.bloc, unit } }, body: { reason: reason.trim() } }));
    onDone();
  };
  return (
    <>
      <button type="button" class="quiet nowrap" onClick={() => question(true)}>{pactWords.withdraw}<span class="hidden"> – {name}</span></button>
      <Confirm title={w.title(name)} isOpen={isAsked} onClose={() => question(false)} onConfirm={withdraw} yes={pactWords.withdraw} isDangerous isDisabled={!reason.trim()}>
        <p>{w.text}</p>
        <Field label={common.reason} isRequired><textarea rows={2} value={reason} onInput={event => setReason(event.currentTarget.value)} /></Field>
      </Confirm>
    </>
  );
}
