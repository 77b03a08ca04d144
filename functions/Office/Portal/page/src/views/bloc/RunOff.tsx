import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import { Field, fieldId } from '../../parts/Field';
import type { PlaceId } from '../../shell/places';
import { lackOf, leftOf, runOffOf } from './ballotRules';
import { holdWords as w } from './ballotWords';
import { OpeningForm, type OpeningFormProps } from './OpeningForm';

/** Whether the rules allow another ballot, and somebody is left to vote for. */
export const mayRunOff = ({ state, rules, choices }: Schema['BallotView']): boolean =>
  state === 'closed' && rules.round < rules.rounds && choices.some(one => one.outcome !== 'passed');

export interface RunOffProps extends Pick<OpeningFormProps, 'members' | 'onOpened' | 'onClose'> {
  readonly place: PlaceId;
  readonly before: Schema['BallotView'];
}

/** Opens the next ballot about the same thing, by the same rules: among those who are tied, or those who are named of all that did not pass. */
export function RunOff({ place, before, members, onOpened, onClose }: RunOffProps) {
  const left = leftOf(before);
  const [title, setTitle] = useState(w.runOffTitle(before.title, before.rules.round + 1));
  const [choices, choose] = useState<readonly string[]>(() => {
    const tied = left.filter(one => one.outcome === 'tied');
    return (tied.length > 0 ? tied : left).map(one => one.unit);
  });
  return (
    <OpeningForm
      place={place} title={w.runOff} question={runOffOf(before, title, choices)} lack={lackOf(title, choices.length)} isSecret={before.rules.isSecret} members={members}
      onOpened={onOpened} onClose={onClose}
      fields={faults => (
        <>
          <p>{w.runOffWhat}</p>
          <Field label={w.question} path="$.question.title" faults={faults} isRequired><input type="text" class="long" maxLength={300} autocomplete="off" value={title} onInput={event => setTitle(event.currentTarget.value)} /></Field>
          <fieldset class="choices" id={fieldId('$.question.choices')} tabIndex={-1}>
            <legend>{w.choices}</legend>
            {left.map(one => <label><input type="checkbox" checked={choices.includes(one.unit)} onChange={event => choose(event.currentTarget.checked ? [...choices, one.unit] : choices.filter(other => other !== one.unit))} /> {one.unitName}</label>)}
          </fieldset>
        </>
      )} />
  );
}
