import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { Done, Notice, ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useGuard } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { today } from '../../shell/session';
import type { Day } from '../../words/format';
import { pactWords as w } from '../../words/pact';
import { NumberField } from '../sheet/NumberField';
import { measureOf, sayTarget } from './targets';

type Body = Schema['ProgressBody'];

interface ProgressFormProps {
  readonly place: PlaceId;
  readonly targets: readonly Schema['PactTarget'][];
  readonly reports: readonly Schema['ProgressView'][];
  /** By which day the bloc asks for a report next, or asked last. */
  readonly due: Day | null;
  readonly onSaved: () => void;
}

const nothing: Body = { said: null, number: null, isReached: null };

/** What a unit reports of every target, as of one day. Only what was changed is sent. */
export function ProgressForm({ place, targets, reports, due, onSaved }: ProgressFormProps) {
  const [asOf, setAsOf] = useState<Day | null>(due && due <= today.value ? due : today.value);
  const [typed, setTyped] = useState<Readonly<Record<string, Body>>>({});
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [isSaved, setSaved] = useState<boolean | null>(null);
  const act = useAct();
  useGuard(Object.keys(typed).length > 0 && !act.isBusy);
  const reported = (target: string) => reports.find(report => report.target === target && report.day === asOf);
  const valueOf = (target: string): Body => typed[target] ?? reported(target) ?? nothing;
  const change = (target: string, to: Partial<Body>) => {
    setSaved(null);
    setTyped({ ...typed, [target]: { ...valueOf(target), ...to } });
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const changed = Object.entries(typed).filter(([, body]) => body.said?.trim() || typeof body.number === 'number' || typeof body.isReached === 'boolean');
    setSaved(changed.length === 0 ? false : null);
    if (changed.length === 0 || asOf === null) {
      return;
    }

    const isDone = await act.run(async () => {
      for (const [target, { said, number, isReached }] of changed) {
        const etag = reported(target)?.etag;
        await ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/pact/targets/{target}/progress/{unit}/{day}', {
          params: { path: { year: place.year, bloc: place.bloc, unit: place.unit, target, day: asOf }, header: etag ? { 'If-Match': etag } : {} },
          body: { said: said?.trim() || null, number: number ?? null, isReached: isReached ?? null },
        }));
      }
    });
    if (isDone) {
      setTyped({});
      setSaved(true);
      onSaved();
    }
  };
  return (
    <form class="card" onSubmit={event => void save(event)}>
      <h2>{w.report}</h2>
      <p class="hint">{w.reportLead}</p>
      {act.problem && <ProblemView problem={act.problem} />}
      {isSaved === true && <Done>{w.saved}</Done>}
      {isSaved === false && <Notice>{w.nothingNew}</Notice>}
      <Field label={w.asOf} hint={w.asOfHint} isRequired><DayField value={asOf} onChange={next => { setAsOf(next); setTyped({}); setSaved(null); }} /></Field>
      {targets.map(target => (
        <fieldset key={target.id}>
          <legend>{sayTarget(target)}</legend>
          <div class="target-fields">
            {measureOf(target) !== null && (
              <NumberField
                id={`number-${target.id}`} label={w.number(measureOf(target)!)} decimals={4} isDisabled={false} value={valueOf(target.id).number ?? null}
                onChange={number => {
                  const next = new Set(wrong);
                  next[number === undefined ? 'add' : 'delete'](target.id);
                  setWrong(next);
                  if (number !== undefined) {
                    change(target.id, { number });
                  }
                }} />
            )}
            <Field label={w.said}><input type="text" maxLength={500} autocomplete="off" value={valueOf(target.id).said ?? ''} onInput={event => change(target.id, { said: event.currentTarget.value })} /></Field>
            {measureOf(target) === null && (
              <Field label={w.reached}>
                <select value={String(valueOf(target.id).isReached ?? '')} onChange={({ currentTarget: { value } }) => change(target.id, { isReached: value === '' ? null : value === 'true' })}>
                  <option value="">{w.unknown}</option><option value="true">{w.reachedYes}</option><option value="false">{w.reachedNo}</option>
                </select>
              </Field>
            )}
          </div>
        </fieldset>
      ))}
      <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy || asOf === null || wrong.size > 0}>{w.save}</button></div>
    </form>
  );
}
