import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import type { PlaceId } from '../../shell/places';
import { awardWords as w } from '../../words/awards';
import { common } from '../../words/common';

/** Withdraws a nomination, with the reason. */
export function WithdrawNomination({ place, nomination, onDone }: { place: PlaceId; nomination: Schema['NominationView']; onDone: (said: string) => void }) {
  const [isAsked, question] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = async () => {
    await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/nominations/{award}/{unit}/withdrawal', {
      params: { path: { year: place.year, bloc: place.bloc, award: nomination.award, unit: nomination.unit }, header: { 'If-Match': nomination.etag } }, body: { reason: reason.trim() },
    }));
    onDone(w.withdrawn);
  };
  return (
    <>
      <button type="button" class="danger" onClick={() => question(true)}>{w.withdraw}<span class="hidden"> – {nomination.title}</span></button>
      {isAsked && (
        <Confirm title={w.withdraw} isOpen onClose={() => question(false)} onConfirm={withdraw} yes={w.withdraw} isDangerous isDisabled={!reason.trim()}>
          <p>{w.withdrawWhat(nomination.title)}</p>
          <Field label={common.reason} isRequired><textarea rows={2} maxLength={1000} value={reason} onInput={event => setReason(event.currentTarget.value)} /></Field>
        </Confirm>
      )}
    </>
  );
}
