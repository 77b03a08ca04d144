import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { Notice } from '../../parts/States';
import { isOffice } from '../../shell/session';
import { common } from '../../words/common';
import type { BallotStepProps } from './Ballot';
import { settlementOf } from './ballotRules';
import { holdWords as w } from './ballotWords';

/** Writes down who passes of those who had the same number at the last place, or for places that the last ballot leaves. Whose it is not is told whose it is. */
export function SettleTie({ path, ballot, onDone }: BallotStepProps) {
  const [isAsked, question] = useState(false);
  const [units, choose] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const left = settlementOf(ballot);
  if (!left) {
    return null;
  }

  const { places } = left;
  const name = left.isTie ? w.settle : w.fill;
  const settle = async () => {
    await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/ballots/{ballot}/tie', { params: { path }, body: { units: [...units], reason: reason.trim() } }));
    onDone();
  };
  return left.isOffices && !isOffice.value ? <Notice>{w.officeSettles(places)}</Notice> : (
    <>
      <Notice>{left.isTie ? w.settleLeft(places) : w.fillLeft(places)}</Notice>
      <div class="buttons"><button type="button" class="primary" onClick={() => question(true)}>{name}</button></div>
      {isAsked && (
        <Confirm title={name} isOpen onClose={() => question(false)} onConfirm={settle} yes={common.save} isDisabled={!reason.trim() || units.length > places}>
          <fieldset class="choices">
            <legend>{w.settleWhat(places)}</legend>
            {left.units.map(one => <label><input type="checkbox" checked={units.includes(one.unit)} onChange={event => choose(event.currentTarget.checked ? [...units, one.unit] : units.filter(other => other !== one.unit))} /> {one.unitName}</label>)}
          </fieldset>
          <Field label={common.reason} isRequired><textarea rows={2} maxLength={1000} value={reason} onInput={event => setReason(event.currentTarget.value)} /></Field>
        </Confirm>
      )}
    </>
  );
}
