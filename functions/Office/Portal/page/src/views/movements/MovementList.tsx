import { useState } from 'preact/hooks';
import { allPages } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import { Attached } from '../../parts/Attached';
import { DaysLeft } from '../../parts/DaysLeft';
import { FaultSummary, Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { Empty, Notice, ProblemView } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { useGuard } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { may } from '../../shell/session';
import { common } from '../../words/common';
import { byName, day, moment } from '../../words/format';
import { formNames, movementWords as w, scopeNames } from '../../words/movements';
import { cited } from '../../words/cited';
import { mineAt } from '../sheet/place';
import { MovementForm } from './MovementForm';

export function MovementList({ place }: { place: PlaceId }) {
  const path = { year: place.year, bloc: place.bloc };
  const asked = useAnswer(async signal => (await allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/movements', {
    params: { path, query: continuation ? { continuation } : {} }, signal,
  }))).data)).flatMap(page => page.movements), [path]);
  // One form at a time; null writes a new movement.
  const [edited, edit] = useState<Schema['MovementView'] | null>();
  const mayPut = may('PutMovement', mineAt(place));
  const form = edited !== undefined && <MovementForm place={place} known={edited} onClose={() => edit(undefined)} onSaved={() => { edit(undefined); asked.reload(); }} />;
  return (
    <>
      {mayPut && edited === undefined && <p><button type="button" onClick={() => edit(null)}>{w.addMovement}</button></p>}
      {edited === null && form}
      <Show of={asked}>{movements => movements.length === 0 ? edited === undefined && <Empty>{w.noMovements}</Empty> : <>{movements.map(movement => edited?.movement === movement.movement
        ? form
        : <Movement key={movement.movement} place={place} movement={movement} onEdit={mayPut && edited === undefined ? () => edit(movement) : undefined} />)}</>}</Show>
    </>
  );
}

function Movement({ place, movement, onEdit }: { place: PlaceId; movement: Schema['MovementView']; onEdit: (() => void) | undefined }) {
  const path = { year: place.year, bloc: place.bloc, movement: movement.movement };
  const asked = useAnswer(async signal => (await allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/movements/{movement}', {
    params: { path, query: continuation ? { continuation } : {} }, signal,
  }))).data)).flatMap(page => page.units), [path]);
  const mine = mineAt(place);
  const isOwed = asked.value?.some(one => one.unit === place.unit && !one.answer) === true;
  return (
    <section class="card" aria-label={movement.name}>
      <h2>{movement.name}</h2>
      {onEdit && <p><button type="button" class="quiet" onClick={onEdit}>{common.edit}<span class="hidden"> – {movement.name}</span></button></p>}
      <p class="small">{formNames[movement.form]} {scopeNames[movement.scope]} {w.from(day(movement.from), day(movement.until))}. {movement.paper && cited(movement.paper)}</p>
      {movement.content && <p class="pre">{movement.content}</p>}
      {movement.criteria.length > 0 && <ul>{movement.criteria.map(criterion => <li>{criterion}</li>)}</ul>}
      {movement.answerBy && <p>{w.answerBy}: <DaysLeft until={movement.answerBy} isDone={!isOwed} /></p>}
      <Show of={asked}>{units => {
        const own = units.find(one => one.unit === place.unit);
        return (
          <>
            {own && mine && may('AnswerMovement', mine) && <Answering key={own.answer?.etag ?? ''} place={place} movement={movement.movement} own={own.answer ?? null} onSaved={asked.reload} />}
            {own && mine && <Attached place={place} to={{ subject: 'movementAnswer', item: movement.movement, unit: place.unit }} title={w.files} hint={w.filesHint} maySend={may('UploadAttachment', mine)} />}
            <details>
              <summary>{w.others}</summary>
              <Table
                caption={w.others} isCaptionHidden rows={[...units].sort(byName(one => one.unitName))} rowKey={one => one.unit}
                columns={[
                  { head: common.unit, cell: one => one.unitName, sort: one => one.unitName },
                  { head: w.mine, cell: one => one.answer ? <span class="pre">{one.answer.response}</span> : <><span class="soft">{w.none}</span> {one.isLate && <StatusBadge kind="warn">{w.late}</StatusBadge>}</> },
                  { head: w.result, cell: one => one.answer && <span class="pre">{one.answer.result}</span> },
                ]} />
            </details>
          </>
        );
      }}</Show>
    </section>
  );
}

interface AnsweringProps {
  readonly place: PlaceId;
  readonly movement: string;
  readonly own: Schema['MovementAnswerView'] | null;
  readonly onSaved: () => void;
}

function Answering({ place, movement, own, onSaved }: AnsweringProps) {
  const [typed, type] = useState({ response: own?.response ?? '', result: own?.result ?? '' });
  const act = useAct();
  useGuard(!act.isBusy && (typed.response !== (own?.response ?? '') || typed.result !== (own?.result ?? '')));
  const save = async (event: Event) => {
    event.preventDefault();
    const isDone = await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/movements/{movement}/answers/{unit}', {
      params: { path: { year: place.year, bloc: place.bloc, movement, unit: place.unit }, header: own ? { 'If-Match': own.etag } : {} },
      body: { response: typed.response.trim() || null, result: typed.result.trim() || null, paper: own?.paper ?? null, figures: own?.figures ?? [] },
    })));
    if (isDone) {
      onSaved();
    }
  };
  return (
    <form onSubmit={event => void save(event)}>
      {own ? <Notice kind="good">{w.answered(moment(own.answeredAt))}</Notice> : <p class="soft">{w.notAnswered}</p>}
      <FaultSummary faults={act.faults} paths={['$.response', '$.result']} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Field label={w.mine}><textarea rows={3} maxLength={2000} value={typed.response} onInput={event => type({ ...typed, response: event.currentTarget.value })} /></Field>
      <Field label={w.result}><textarea rows={3} maxLength={2000} value={typed.result} onInput={event => type({ ...typed, result: event.currentTarget.value })} /></Field>
      <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy || !(typed.response.trim() || typed.result.trim())}>{w.save}</button></div>
    </form>
  );
}
