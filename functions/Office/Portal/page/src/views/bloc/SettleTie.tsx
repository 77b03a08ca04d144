import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { isOffice } from '../../shell/session';
import { common } from '../../words/common';
import type { BallotStepProps } from './Ballot';
import { holdWords as w } from './ballotWords';

/** Writes down who passes of those who had the same number at the last place, where the rules leave it to who asks. */
export function SettleTie({ path, ballot, onDone }: BallotStepProps) {
  const { rules, choices } = ballot;
  const [isAsked, question] = useState(false);
  const [units, choose] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const isLast = rules.round >= rules.rounds;
  if ((rules.tie === 'anotherBallot' && !isLast) || (!isOffice.value && (rules.tie === 'officeDecides' || rules.tie === 'anotherBallot'))) {
    return null;
  }

  const left = (rules.seats ?? 0) - choices.filter(one => one.outcome === 'passed').length;
  const settle = async () => {
    await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/ballots/{ballot}/tie', { params: { path }, body: { units: [...units], reason: reason.trim() } }));
    onDone();
  };
  return (
    <>
      <div class="buttons"><button type="button" onClick={() => question(true)}>{w.settle}</button></div>
      {isAsked && (
        <Confirm title={w.settle} isOpen onClose={() => question(false)} onConfirm={settle} yes={common.save} isDisabled={!reason.trim() || units.length > left}>
          <fieldset class="choices">
            <legend>{w.settleWhat(left)}</legend>
            {choices.filter(one => one.outcome === 'tied').map(one => <label><input type="checkbox" checked={units.includes(one.unit)} onChange={event => choose(event.currentTarget.checked ? [...units, one.unit] : units.filter(other => other !== one.unit))} /> {one.unitName}</label>)}
          </fieldset>
          <Field label={common.reason} isRequired><textarea rows={2} maxLength={1000} value={reason} onInput={event => setReason(event.currentTarget.value)} /></Field>
        </Confirm>
      )}
    </>
  );
}
