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
import { dossierWords as w, opinionViewNames } from '../../words/dossiers';
import { common } from '../../words/common';
import type { Day } from '../../words/format';
import { pathOf } from './dossier';

interface Typed {
  readonly on: Day | null;
  readonly view: Schema['OpinionViewed'];
  readonly text: string;
  readonly paper: Schema['PaperReference'] | null;
}

/** Writes down what a body answered. */
export function AnswerForm({ place, award, opinion, onDone, onClose }: { place: PlaceId; award: string; opinion: Schema['DossierOpinionView']; onDone: () => void; onClose: () => void }) {
  const [typed, type] = useState<Typed>({ on: opinion.answer?.on ?? today.value, view: opinion.answer?.view ?? 'agrees', text: opinion.answer?.text ?? '', paper: opinion.answer?.paper ?? null });
  const act = useAct();
  useChanges(typed, act.isBusy);
  const save = async (event: Event) => {
    event.preventDefault();
    const isDone = await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/dossiers/{award}/{unit}/opinions/{opinion}/answer', {
      params: { path: { ...pathOf(place, award), opinion: opinion.opinion }, header: { 'If-Match': opinion.etag } },
      body: { on: typed.on!, view: typed.view, text: typed.text.trim(), paper: typed.paper },
    })));
    if (isDone) {
      onDone();
    }
  };
  return (
    <form class="no-print" onSubmit={event => void save(event)}>
      <h3>{w.answerOf(opinion.body)}</h3>
      <FaultSummary faults={act.faults} paths={['$.on', '$.view', '$.text', ...paperPaths('$.paper')]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Field label={w.answeredOn} path="$.on" faults={act.faults} isRequired><DayField value={typed.on} onChange={on => type({ ...typed, on })} /></Field>
      <Field label={w.view} path="$.view" faults={act.faults}>
        <select value={typed.view} onChange={event => type({ ...typed, view: event.currentTarget.value as Schema['OpinionViewed'] })}>{Object.entries(opinionViewNames).map(([view, name]) => <option value={view}>{name}</option>)}</select>
      </Field>
      <Field label={w.text} path="$.text" faults={act.faults} isRequired><textarea rows={4} maxLength={4000} value={typed.text} onInput={event => type({ ...typed, text: event.currentTarget.value })} /></Field>
      <OptionalPaper label={w.answerPaper} kind="Công văn" paper={typed.paper} onChange={paper => type({ ...typed, paper })} path="$.paper" faults={act.faults} />
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || !typed.on || !typed.text.trim() || !isPaperWhole(typed.paper)}>{common.save}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
      </div>
    </form>
  );
}
