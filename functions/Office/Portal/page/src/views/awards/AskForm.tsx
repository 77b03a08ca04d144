import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { FaultSummary, Field } from '../../parts/Field';
import { isPaperWhole, OptionalPaper } from '../../parts/OptionalPaper';
import { paperPaths } from '../../parts/PaperFields';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useChanges } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { today } from '../../shell/session';
import { dossierWords as w } from '../../words/dossiers';
import { common } from '../../words/common';
import type { Day } from '../../words/format';
import { pathOf } from './dossier';

/** Asks a body about a dossier. */
export function AskForm({ place, award, onDone, onClose }: { place: PlaceId; award: string; onDone: () => void; onClose: () => void }) {
  const [id] = useState(() => `y-kien-${crypto.randomUUID().slice(0, 8)}`);
  const [typed, type] = useState<{ body: string; askedOn: Day | null; days: string; paper: Schema['PaperReference'] | null }>({ body: '', askedOn: today.value, days: '', paper: null });
  const act = useAct();
  useChanges(typed, act.isBusy);
  const send = async (event: Event) => {
    event.preventDefault();
    const body: Schema['OpinionQuestion'] = { body: typed.body.trim(), askedOn: typed.askedOn!, days: typed.days.trim() ? Number(typed.days) : null, paper: typed.paper };
    if (await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/dossiers/{award}/{unit}/opinions/{opinion}', { params: { path: { ...pathOf(place, award), opinion: id } }, body })))) {
      onDone();
    }
  };
  return (
    <form class="no-print" onSubmit={event => void send(event)}>
      <h3>{w.ask}</h3>
      <FaultSummary faults={act.faults} paths={['$.body', '$.askedOn', '$.days', ...paperPaths('$.paper')]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Field label={w.body} path="$.body" faults={act.faults} isRequired><input type="text" maxLength={300} autocomplete="off" value={typed.body} onInput={event => type({ ...typed, body: event.currentTarget.value })} /></Field>
      <Field label={w.askedOn} path="$.askedOn" faults={act.faults} isRequired><DayField value={typed.askedOn} onChange={askedOn => type({ ...typed, askedOn })} /></Field>
      <Field label={w.days} hint={w.daysHint} path="$.days" faults={act.faults}><input type="number" class="points-input" min={1} max={90} value={typed.days} onInput={event => type({ ...typed, days: event.currentTarget.value })} /></Field>
      <OptionalPaper label={w.askPaper} kind="Công văn" paper={typed.paper} onChange={paper => type({ ...typed, paper })} path="$.paper" faults={act.faults} />
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || !typed.body.trim() || !typed.askedOn || !isPaperWhole(typed.paper)}>{common.save}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
      </div>
    </form>
  );
}
