import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { FaultSummary, Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { useChanges } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { today } from '../../shell/session';
import { awardWords as w, conditionStateNames, figureNames } from '../../words/awards';
import { common } from '../../words/common';
import { allFigures, bodyOf, lackOf, saidOf, statedOf, typedOf } from './nomination';

export interface NominationFormProps {
  readonly place: PlaceId;
  readonly award: Schema['AwardEligibilityView'];
  readonly before: Schema['NominationView'] | undefined;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** Nominates a unit, or changes its nomination; by the rules of the award, which say what is stated. */
export function NominationForm(props: NominationFormProps) {
  const { rules, day, award } = props.award;
  const asked = useAnswer(async signal => {
    const { data } = await ask(api.GET('/api/award-rules', { params: { query: { rules, day } }, signal }));
    return statedOf(data.content.awards!.find(one => one.code === award)!);
  }, [rules, day, award]);
  return <Show of={asked}>{stated => <Form {...props} stated={stated} />}</Show>;
}

function Form({ place, award, before, stated, onDone, onClose }: NominationFormProps & { readonly stated: readonly Schema['AwardCondition'][] }) {
  const [typed, type] = useState(() => typedOf(before));
  const act = useAct();
  useChanges(typed, act.isBusy);
  const said = saidOf(typed, stated);
  const lack = lackOf(typed, stated);
  const state = (code: string, change: Partial<(typeof typed.statements)[string]>) => type({ ...typed, statements: { ...typed.statements, [code]: { said: '', source: '', ...typed.statements[code], ...change } } });
  const save = async (event: Event) => {
    event.preventDefault();
    const isDone = await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/nominations/{award}/{unit}', {
      params: { path: { year: place.year, bloc: place.bloc, award: award.award, unit: place.unit }, header: before ? { 'If-Match': before.etag } : {} }, body: bodyOf(typed, stated),
    })));
    if (isDone) {
      onDone(w.saved);
    }
  };
  return (
    <form onSubmit={event => void save(event)} aria-label={before ? w.change : w.put}>
      <FaultSummary faults={act.faults} paths={['$.figures.asOf', '$.figures.source', ...allFigures.map(one => `$.figures.${one}`), ...said.map((_, at) => `$.statements[${at}]`)]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <fieldset>
        <legend>{w.figures}</legend>
        <p class="hint">{w.figuresHint}</p>
        <Field label={w.asOf} path="$.figures.asOf" faults={act.faults}><DayField value={typed.asOf} onChange={asOf => type({ ...typed, asOf })} /></Field>
        <Field label={w.figuresFrom} hint={w.figuresFromHint} path="$.figures.source" faults={act.faults}><input type="text" maxLength={300} autocomplete="off" value={typed.source} onInput={event => type({ ...typed, source: event.currentTarget.value })} /></Field>
        <div class="inline-form">
          {allFigures.map(one => (
            <Field key={one} label={figureNames[one]} path={`$.figures.${one}`} faults={act.faults}>
              <input type="text" inputMode="numeric" class="points-input" autocomplete="off" value={typed.figures[one] ?? ''} onInput={event => type({ ...typed, asOf: typed.asOf ?? today.value, figures: { ...typed.figures, [one]: event.currentTarget.value } })} />
            </Field>
          ))}
        </div>
      </fieldset>
      {stated.length > 0 && (
        <fieldset>
          <legend>{w.statements}</legend>
          {stated.map(one => {
            const at = said.indexOf(one);
            return (
              <div key={one.code}>
                <Field label={one.title} {...at < 0 ? null : { path: `$.statements[${at}]` }} faults={act.faults}>
                  <select value={typed.statements[one.code]?.said ?? ''} onChange={event => state(one.code, { said: event.currentTarget.value as '' | 'yes' | 'no' })}>
                    <option value="">{w.notSaid}</option><option value="yes">{conditionStateNames.met}</option><option value="no">{conditionStateNames.notMet}</option>
                  </select>
                </Field>
                {at >= 0 && <Field label={w.statementSource(one.title)} isRequired><input type="text" maxLength={300} autocomplete="off" value={typed.statements[one.code]!.source} onInput={event => state(one.code, { source: event.currentTarget.value })} /></Field>}
              </div>
            );
          })}
        </fieldset>
      )}
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || lack !== null}>{before ? common.save : w.put}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
        {lack && <span class="hint" role="status">{w.lacks[lack]}</span>}
      </div>
    </form>
  );
}
