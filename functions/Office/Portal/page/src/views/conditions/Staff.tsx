import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { FaultSummary, Field } from '../../parts/Field';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useChanges } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { today } from '../../shell/session';
import { conditionWords as w } from '../../words/conditions';
import { count, day } from '../../words/format';
import { pathOf } from '../sheet/model';
import { readNumber } from '../sheet/numbers';

const paths = ['$.all', '$.women', '$.asOf', '$.source'];

export interface StaffProps {
  readonly place: PlaceId;
  readonly staff: Schema['StaffView'] | null;
  readonly mayRecord: boolean;
  readonly onRecorded: () => void;
}

/** How many people the unit has, for a tie. */
export function Staff({ place, staff, mayRecord, onRecorded }: StaffProps) {
  const [typed, type] = useState({ all: staff ? `${staff.all}` : '', women: staff ? `${staff.women}` : '', asOf: staff?.asOf ?? today.value, source: staff?.source ?? '' });
  const act = useAct();
  useChanges(typed, act.isBusy);
  const [all, women] = [readNumber(typed.all, 0), readNumber(typed.women, 0)];
  const record = async (event: Event) => {
    event.preventDefault();
    if (all.kind === 'number' && women.kind === 'number' && await act.run(() => ask(api.PUT('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/staff', {
      params: { path: pathOf(place), header: staff ? { 'If-Match': staff.eTag } : {} },
      body: { all: all.value, women: women.value, asOf: typed.asOf, source: typed.source },
    })))) {
      onRecorded();
    }
  };
  return (
    <section class="card" aria-label={w.staff}>
      <h2>{w.staff}</h2>
      <p>{staff ? `${w.recorded(count(staff.all), count(staff.women), day(staff.asOf))} – ${staff.source}` : w.noStaff}</p>
      <p class="hint">{w.staffLead}</p>
      {mayRecord && (
        <form onSubmit={event => void record(event)}>
          <FaultSummary faults={act.faults} paths={paths} />
          {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
          <div class="row">
            <Field label={w.all} path="$.all" faults={act.faults}><input class="points-input" inputMode="numeric" value={typed.all} onInput={event => type({ ...typed, all: event.currentTarget.value })} /></Field>
            <Field label={w.women} path="$.women" faults={act.faults}><input class="points-input" inputMode="numeric" value={typed.women} onInput={event => type({ ...typed, women: event.currentTarget.value })} /></Field>
            <Field label={w.asOf} path="$.asOf" faults={act.faults}><DayField value={typed.asOf} onChange={asOf => type({ ...typed, asOf: asOf ?? '' })} /></Field>
          </div>
          <Field label={w.source} path="$.source" faults={act.faults}><input value={typed.source} onInput={event => type({ ...typed, source: event.currentTarget.value })} /></Field>
          <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy || all.kind !== 'number' || women.kind !== 'number' || !typed.asOf || !typed.source.trim()}>{w.record}</button></div>
        </form>
      )}
    </section>
  );
}
