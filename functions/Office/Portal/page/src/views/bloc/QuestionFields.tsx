import type { Schema } from '../../api/client';
import type { Fault } from '../../api/problem';
import { Field, fieldId } from '../../parts/Field';
import { countsNames } from '../../words/ballots';
import { common } from '../../words/common';
import type { Question } from './ballotRules';
import { holdWords as w } from './ballotWords';
import { readShare, settingChoices, settingWords } from './regulationSettings';

export interface QuestionFieldsProps {
  readonly question: Question;
  readonly onChange: (question: Question) => void;
  readonly nominations: readonly Schema['NominationView'][];
  readonly members: readonly { readonly unit: string; readonly name: string }[];
  readonly faults: readonly Fault[];
}

/** What is voted on and by which rules. */
export function QuestionFields({ question, onChange, nominations, members, faults }: QuestionFieldsProps) {
  const set = (change: Partial<Question>) => onChange({ ...question, ...change });
  const standing = nominations.filter(one => one.status === 'nominated');
  const awards = [...new Map(standing.map(one => [one.award, one.title]))];
  const path = (part: string) => `$.question.${part}`;
  const pick = (name: 'base' | 'absentees' | 'tie') => (
    <Field key={name} label={settingWords[name]} path={path(name)} faults={faults}>
      <select value={question[name]} onChange={event => set({ [name]: event.currentTarget.value })}>
        <option value="">{w.settled}</option>
        {Object.entries(settingChoices[name]).map(([value, said]) => <option value={value}>{said}</option>)}
      </select>
    </Field>
  );
  const number = (name: 'seats' | 'marks' | 'rounds', most: number) => (
    <Field key={name} label={w[name]} path={path(name)} faults={faults}><input type="number" class="points-input" min={1} max={most} value={question[name]} onInput={event => set({ [name]: event.currentTarget.value })} /></Field>
  );
  return (
    <>
      <Field label={w.question} path={path('title')} faults={faults} isRequired><input type="text" class="long" maxLength={300} autocomplete="off" value={question.title} onInput={event => set({ title: event.currentTarget.value })} /></Field>
      <Field label={w.about} path={path('award')} faults={faults}>
        <select value={question.award} onChange={event => set({ award: event.currentTarget.value, choices: [] })}>
          <option value="">{w.otherMatter}</option>
          {awards.map(([award, title]) => <option value={award}>{title}</option>)}
        </select>
      </Field>
      {question.award
        ? <p id={fieldId(path('choices'))} tabIndex={-1}>{w.nominees(standing.filter(one => one.award === question.award).map(one => one.unitName).join(', '))}</p>
        : (
          <fieldset class="choices" id={fieldId(path('choices'))} tabIndex={-1}>
            <legend>{w.choices}</legend>
            {members.map(one => <label><input type="checkbox" checked={question.choices.includes(one.unit)} onChange={event => set({ choices: event.currentTarget.checked ? [...question.choices, one.unit] : question.choices.filter(other => other !== one.unit) })} /> {one.name}</label>)}
          </fieldset>
        )}
      <fieldset>
        <legend>{w.rules}</legend>
        <p class="hint">{w.rulesHint}</p>
        <Field label={w.secrecy} path={path('secrecy')} faults={faults}>
          <select value={question.secrecy} onChange={event => set({ secrecy: event.currentTarget.value as Question['secrecy'] })}>
            <option value="">{w.settled}</option><option value="secret">{settingChoices.secrecy.secret}</option><option value="open">{settingChoices.secrecy.open}</option>
          </select>
        </Field>
        <Field label={w.threshold} hint={w.thresholdHint} path={path('threshold')} faults={faults}><input type="text" class="points-input" autocomplete="off" value={question.threshold} onInput={event => set({ threshold: event.currentTarget.value })} /></Field>
        {readShare(question.threshold, false) === undefined && <p class="fault" role="status">✕ {w.wrong}</p>}
        {question.threshold.trim() !== '' && <p><label><input type="checkbox" checked={question.isAbove} onChange={event => set({ isAbove: event.currentTarget.checked })} /> {w.above}</label></p>}
        {pick('base')}{pick('absentees')}{pick('tie')}
        <Field label={settingWords.ownVote} path={path('ownVote')} faults={faults}>
          <select value={question.ownVote} onChange={event => set({ ownVote: event.currentTarget.value as Question['ownVote'] })}><option value="">{w.settled}</option><option value="yes">{common.yes}</option><option value="no">{common.no}</option></select>
        </Field>
        {number('seats', 40)}{number('marks', 40)}{number('rounds', 5)}
        <Field label={w.counts}><select value={question.counts} onChange={event => set({ counts: event.currentTarget.value as Question['counts'] })}>{Object.entries(countsNames).map(([value, said]) => <option value={value}>{said}</option>)}</select></Field>
        <p><label><input type="checkbox" checked={question.blankIsValid} onChange={event => set({ blankIsValid: event.currentTarget.checked })} /> {w.blankIsValid}</label></p>
      </fieldset>
    </>
  );
}
