import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { FaultSummary, Field } from '../../parts/Field';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useGuard } from '../../parts/useGuard';
import { common } from '../../words/common';
import type { BallotStepProps } from './Ballot';
import { holdWords as w } from './ballotWords';

/** Ends a ballot and counts it; a secret one with both halves of its key, which are kept nowhere here. */
export function CloseBallot({ path, ballot, onDone, onClose }: BallotStepProps) {
  const [keys, setKeys] = useState<readonly string[]>(ballot.keepers.map(() => ''));
  const [typed, type] = useState({ present: '', reason: '' });
  const act = useAct();
  const isFull = keys.every(key => key.trim()) && (ballot.rules.base !== 'present' || typed.present !== '');
  useGuard(!act.isBusy && (keys.some(Boolean) || typed.present !== '' || typed.reason !== ''));
  const close = async (event: Event) => {
    event.preventDefault();
    const isDone = await act.run(() => ask(api.POST('/api/cycles/{year}/blocs/{bloc}/ballots/{ballot}/closing', {
      params: { path }, body: { keys: keys.map(key => key.trim()), present: typed.present === '' ? null : Number(typed.present), reason: typed.reason.trim() || null },
    })));
    if (isDone) {
      onDone();
    }
  };
  return (
    <form class="card" autocomplete="off" onSubmit={event => void close(event)}>
      <h2>{w.close}</h2>
      <p>{w.closeWhat}</p>
      <FaultSummary faults={act.faults} paths={[...keys.map((_, at) => `$.keys[${at}]`), '$.present', '$.reason']} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      {keys.map((key, at) => (
        <Field key={at} label={w.key(at + 1, ballot.keepers[at]!.post)} path={`$.keys[${at}]`} faults={act.faults} isRequired>
          <textarea rows={2} class="key" maxLength={200} autocomplete="off" spellcheck={false} value={key} onInput={event => setKeys(keys.with(at, event.currentTarget.value))} />
        </Field>
      ))}
      {ballot.rules.base === 'present' && (
        <Field label={w.present} hint={w.presentHint} path="$.present" faults={act.faults} isRequired>
          <input type="number" class="points-input" min={0} max={ballot.rules.voters} value={typed.present} onInput={event => type({ ...typed, present: event.currentTarget.value })} />
        </Field>
      )}
      <Field label={w.reason} hint={w.reasonHint} path="$.reason" faults={act.faults}><textarea rows={2} maxLength={1000} value={typed.reason} onInput={event => type({ ...typed, reason: event.currentTarget.value })} /></Field>
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || !isFull}>{w.close}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
      </div>
    </form>
  );
}
