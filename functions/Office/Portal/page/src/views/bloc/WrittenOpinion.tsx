import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { FaultSummary, Field, fieldId } from '../../parts/Field';
import { PaperFields, paperPaths } from '../../parts/PaperFields';
import { Notice, ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useChanges } from '../../parts/useGuard';
import { ballotWords } from '../../words/ballots';
import { common } from '../../words/common';
import type { BallotStepProps } from './Ballot';
import { holdWords as w } from './ballotWords';

/** Records what an absent unit wrote, which is no secret; or again, where it was misread. What was recorded is not told before the count. */
export function WrittenOpinion({ path, ballot, members, onDone, onClose }: BallotStepProps & { readonly members: readonly { readonly unit: string; readonly name: string }[] }) {
  const [typed, type] = useState<{ unit: string; choices: readonly string[]; isBlank: boolean; paper: Schema['PaperReference'] }>({ unit: '', choices: [], isBlank: false, paper: { kind: '' } });
  const act = useAct();
  useChanges(typed, act.isBusy);
  const before = ballot.written.find(one => one.unit === typed.unit);
  const name = (unit: string) => type({ ...typed, unit, paper: ballot.written.find(one => one.unit === unit)?.paper ?? { kind: '' } });
  const save = async (event: Event) => {
    event.preventDefault();
    const isDone = await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/ballots/{ballot}/opinions/{unit}', {
      params: { path: { ...path, unit: typed.unit }, header: before?.etag ? { 'If-Match': before.etag } : {} }, body: { paper: typed.paper, isBlank: typed.isBlank, choices: [...typed.choices] },
    })));
    if (isDone) {
      onDone();
    }
  };
  return (
    <form class="card" onSubmit={event => void save(event)}>
      <h2>{w.writtenAdd}</h2>
      <p>{w.writtenWhat}</p>
      <FaultSummary faults={act.faults} paths={['$.choices', '$.isBlank', ...paperPaths('$.paper')]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Field label={w.absent} isRequired>
        <select value={typed.unit} onChange={event => name(event.currentTarget.value)}>
          <option value="">–</option>
          {members.map(one => <option value={one.unit}>{one.name}{ballot.written.some(known => known.unit === one.unit) && ` (${w.writtenIs})`}</option>)}
        </select>
      </Field>
      {before && <Notice>{w.writtenAgain}</Notice>}
      <fieldset class="choices" id={fieldId('$.choices')} tabIndex={-1}>
        <legend>{w.chosen}: {ballotWords.marks(ballot.rules.marks)}</legend>
        {ballot.choices.map(one => <label><input type="checkbox" checked={typed.choices.includes(one.unit)} onChange={event => type({ ...typed, isBlank: false, choices: event.currentTarget.checked ? [...typed.choices, one.unit] : typed.choices.filter(other => other !== one.unit) })} /> {one.unitName}</label>)}
        <label><input type="checkbox" checked={typed.isBlank} onChange={event => type({ ...typed, choices: [], isBlank: event.currentTarget.checked })} /> {ballotWords.blank}</label>
      </fieldset>
      <PaperFields paper={typed.paper} path="$.paper" faults={act.faults} onChange={paper => type({ ...typed, paper })} />
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || !typed.unit || !typed.paper.kind.trim()}>{common.save}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
      </div>
    </form>
  );
}
