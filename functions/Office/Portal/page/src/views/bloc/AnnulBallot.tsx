import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { isOffice } from '../../shell/session';
import { common } from '../../words/common';
import type { BallotStepProps } from './Ballot';
import { holdWords as w } from './ballotWords';

/** Annuls a ballot as a whole; one that was counted, the office alone. */
export function AnnulBallot({ path, ballot, onDone }: Pick<BallotStepProps, 'path' | 'ballot' | 'onDone'>) {
  const [isAsked, question] = useState(false);
  const [reason, setReason] = useState('');
  if (ballot.state === 'closed' && !isOffice.value) {
    return null;
  }

  const annul = async () => {
    await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/ballots/{ballot}/annulment', { params: { path }, body: { reason: reason.trim() } }));
    onDone();
  };
  return (
    <>
      <button type="button" class="danger" onClick={() => question(true)}>{w.annul}</button>
      {isAsked && (
        <Confirm title={w.annul} isOpen onClose={() => question(false)} onConfirm={annul} yes={w.annul} isDangerous isDisabled={!reason.trim()}>
          <p>{w.annulWhat}</p>
          <Field label={common.reason} isRequired><textarea rows={2} maxLength={1000} value={reason} onInput={event => setReason(event.currentTarget.value)} /></Field>
        </Confirm>
      )}
    </>
  );
}
