import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import type { Fault } from '../../api/problem';
import { DayField } from '../../parts/DayField';
import { FaultSummary, Field } from '../../parts/Field';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useChanges } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import type { Day } from '../../words/format';
import { newBallotId, questionPaths } from './ballotRules';
import { holdWords as w } from './ballotWords';
import { KeeperFields, keeperPaths, noKeepers } from './KeeperFields';

export interface OpeningFormProps {
  readonly place: PlaceId;
  readonly title: string;
  readonly question: Schema['BallotQuestion'];
  /** What the question still lacks; null where it is whole. */
  readonly lack: keyof typeof w.lacks | null;
  /** Null where regulation and rules say it. */
  readonly isSecret: boolean | null;
  readonly members: readonly { readonly unit: string; readonly name: string }[];
  /** The fields of the question, with its faults. */
  readonly fields: (faults: readonly Fault[]) => ComponentChildren;
  readonly onOpened: (opened: Schema['OpenedView']) => void;
  readonly onClose: () => void;
}

/** Opens a ballot: until when, and who keeps the key. Where so few vote that counts betray them a warning comes first. */
export function OpeningForm({ place, title, question, lack, isSecret, members, fields, onOpened, onClose }: OpeningFormProps) {
  const [id] = useState(newBallotId);
  const [until, setUntil] = useState<Day | null>(null);
  const [keepers, setKeepers] = useState(noKeepers);
  const [acceptsFew, acceptFew] = useState(false);
  const act = useAct();
  useChanges({ question, until, keepers }, act.isBusy);
  const isFew = act.problem?.document.type.endsWith(':few-voters') === true;
  const named = keepers.filter(one => one.post.trim());
  const missing = lack ?? (isSecret === true && named.length < 2 ? 'keepers' : isFew && !acceptsFew ? 'few' : null);
  const open = async (event: Event) => {
    event.preventDefault();
    let opened: Schema['OpenedView'] | undefined;
    const isDone = await act.run(async () => {
      ({ data: opened } = await ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/ballots/{ballot}', {
        params: { path: { year: place.year, bloc: place.bloc, ballot: id } },
        body: { question, until, acceptsFew, keepers: isSecret === false ? [] : named.map(one => ({ post: one.post.trim(), unit: one.unit ?? null })) },
      })));
    });
    if (isDone) {
      onOpened(opened!);
    }
  };
  return (
    <form class="card" onSubmit={event => void open(event)}>
      <h2>{title}</h2>
      <FaultSummary faults={act.faults} paths={[...questionPaths, '$.until', '$.keepers', ...keeperPaths]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      {(isFew || acceptsFew) && <p><label><input type="checkbox" checked={acceptsFew} onChange={event => acceptFew(event.currentTarget.checked)} /> {w.acceptFew}</label></p>}
      {fields(act.faults)}
      <Field label={w.until} hint={w.untilHint} path="$.until" faults={act.faults}><DayField value={until} onChange={setUntil} /></Field>
      {isSecret !== false && <KeeperFields keepers={keepers} onChange={setKeepers} members={members} faults={act.faults} />}
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || missing !== null}>{title}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
        {missing && <span class="hint" role="status">{w.lacks[missing]}</span>}
      </div>
    </form>
  );
}
