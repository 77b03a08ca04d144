import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import type { PlaceId } from '../../shell/places';
import { isOffice, today } from '../../shell/session';
import { dossierWords as w } from '../../words/dossiers';
import type { Day } from '../../words/format';
import { pathOf, type Known } from './dossier';

/** Writes down that a whole dossier was sent to the office, today; or by the office, also of an earlier day, and that it was sent on. */
export function SendDossier({ place, award, known, mayWrite, onDone }: { place: PlaceId; award: string; known: Known; mayWrite: boolean; onDone: (said: string) => void }) {
  const dossier = known.dossier!;
  const [isAsked, question] = useState(false);
  const [on, setOn] = useState<Day | null>(today.value);
  const to = dossier.state === 'sent' ? 'ministry' : 'office';
  if (!mayWrite || dossier.state === 'sentOn' || (to === 'ministry' && !isOffice.value)) {
    return null;
  }

  const name = to === 'office' ? w.sendOffice : w.sendMinistry;
  const send = async () => {
    await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/dossiers/{award}/{unit}/sending', { params: { path: pathOf(place, award), header: { 'If-Match': known.etag! } }, body: { to, on: on! } }));
    onDone(w.sent);
  };
  return (
    <>
      <button type="button" class="primary" disabled={known.check?.isComplete !== true} onClick={() => question(true)}>{name}</button>
      {isAsked && (
        <Confirm title={name} isOpen onClose={() => question(false)} onConfirm={send} yes={name} isDisabled={!on}>
          <p>{w.sendWhat}</p>
          {isOffice.value && <Field label={w.sendDay} isRequired><DayField value={on} onChange={setOn} /></Field>}
        </Confirm>
      )}
    </>
  );
}
