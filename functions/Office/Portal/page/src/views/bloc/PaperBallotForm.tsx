import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { FaultSummary, Field } from '../../parts/Field';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useChanges } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { today } from '../../shell/session';
import { ballotWords } from '../../words/ballots';
import { common } from '../../words/common';
import type { Day } from '../../words/format';
import { newBallotId, questionOf, questionPaths, type Question } from './ballotRules';
import { holdWords as w } from './ballotWords';
import { QuestionFields, type QuestionFieldsProps } from './QuestionFields';

const sums = { issued: 'issued', returned: 'returned', notReturned: 'notReturned', valid: 'valid', invalid: 'invalid', blank: 'blanks' } as const;

type Sum = keyof typeof sums;

export interface PaperBallotFormProps extends Pick<QuestionFieldsProps, 'nominations' | 'members'> {
  readonly place: PlaceId;
  readonly question: Question;
  readonly onQuestion: (question: Question) => void;
  /** What the question still lacks; null where it is whole. */
  readonly lack: keyof typeof w.lacks | null;
  readonly onDone: (ballot: string) => void;
  readonly onClose: () => void;
}

/** Records a ballot that was held on paper, with its sums, which have to agree. */
export function PaperBallotForm({ place, question, onQuestion, lack, nominations, members, onDone, onClose }: PaperBallotFormProps) {
  const [id] = useState(newBallotId);
  const [on, setOn] = useState<Day | null>(today.value);
  const [counted, count] = useState<Readonly<Record<Sum, number>>>({ issued: 0, returned: 0, notReturned: 0, valid: 0, invalid: 0, blank: 0 });
  const [present, setPresent] = useState<number | null>(null);
  const [votes, setVotes] = useState<Readonly<Record<string, number>>>({});
  const act = useAct();
  useChanges({ question, on, counted, present, votes }, act.isBusy);
  const choices = question.award
    ? nominations.filter(one => one.award === question.award && one.status === 'nominated').map(one => ({ unit: one.unit, name: one.unitName }))
    : question.choices.map(unit => members.find(one => one.unit === unit)!);
  const save = async (event: Event) => {
    event.preventDefault();
    const body: Schema['PaperBallotBody'] = { question: questionOf(question), on: on!, ...counted, present, votes: choices.map(({ unit }) => ({ unit, votes: votes[unit] ?? 0 })) };
    if (await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/ballots/{ballot}/paper', { params: { path: { year: place.year, bloc: place.bloc, ballot: id } }, body })))) {
      onDone(id);
    }
  };
  const number = (label: string, path: string, value: number | null, onNumber: (value: number | null) => void) => (
    <Field key={path} label={label} path={path} faults={act.faults}>
      <input type="number" class="points-input" min={0} max={80} value={value ?? ''} onInput={({ currentTarget: { valueAsNumber } }) => onNumber(Number.isNaN(valueAsNumber) ? null : valueAsNumber)} />
    </Field>
  );
  return (
    <form class="card" onSubmit={event => void save(event)}>
      <h2>{w.paper}</h2>
      <FaultSummary faults={act.faults} paths={[...questionPaths, '$.on', ...Object.keys(sums).map(one => `$.${one}`), '$.present', ...choices.map((_, at) => `$.votes[${at}]`)]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <QuestionFields question={question} onChange={onQuestion} nominations={nominations} members={members} faults={act.faults} />
      <fieldset>
        <legend>{w.sums}</legend>
        <p class="hint">{w.sumsHint}</p>
        <Field label={w.on} path="$.on" faults={act.faults} isRequired><DayField value={on} onChange={setOn} /></Field>
        {(Object.keys(sums) as Sum[]).map(one => number(ballotWords[sums[one]], `$.${one}`, counted[one], value => count({ ...counted, [one]: value ?? 0 })))}
        {number(w.present, '$.present', present, setPresent)}
        {choices.map((one, at) => number(w.votesFor(one.name), `$.votes[${at}]`, votes[one.unit] ?? 0, value => setVotes({ ...votes, [one.unit]: value ?? 0 })))}
      </fieldset>
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || lack !== null || !on}>{common.save}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
        {lack && <span class="hint" role="status">{w.lacks[lack]}</span>}
      </div>
    </form>
  );
}
