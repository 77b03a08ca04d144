import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import type { Fault } from '../../api/problem';
import { Field } from '../../parts/Field';
import { NumberField } from '../sheet/NumberField';
import { common } from '../../words/common';
import { reportWords as w } from '../../words/reports';
import type { Draft } from './part';

interface PartFormProps {
  readonly report: Schema['ReportView'];
  readonly draft: Draft;
  readonly change: (to: Partial<Draft>) => void;
  readonly faults: readonly Fault[];
  /** Says that what stands in a number cannot be read. */
  readonly onWrong: (question: string, isWrong: boolean) => void;
}

/** The fields of a part, in the order in which such reports are written. */
export function PartForm({ report, draft, change, faults, onWrong }: PartFormProps) {
  const answer = (code: string) => draft.answers[code] ?? { number: null, said: '' };
  const say = (code: string, to: Partial<{ number: number | null; said: string }>) => change({ answers: { ...draft.answers, [code]: { ...answer(code), ...to } } });
  return (
    <>
      {report.questions.length > 0 && <h3>{w.questions}</h3>}
      {report.questions.map(({ code, title, measure }) => (
        <fieldset key={code}>
          <legend>{title}</legend>
          {measure ? (
            <div class="question-fields">
              <NumberField id={`answer-${code}`} label={w.number(measure)} decimals={4} isDisabled={false} value={answer(code).number} onChange={number => {
                onWrong(code, number === undefined);
                // What cannot be read leaves nothing behind: 12.450 would leave 12,45.
                say(code, { number: number ?? null });
              }} />
              <Field label={w.said} hint={w.saidHint}><input type="text" maxLength={1000} autocomplete="off" value={answer(code).said} onInput={event => say(code, { said: event.currentTarget.value })} /></Field>
              {answer(code).said.trim() && answer(code).number === null && <p class="fault">⚠ {w.numberNeeded}</p>}
            </div>
          ) : (
            <Field label={w.answer}><textarea rows={2} maxLength={1000} value={answer(code).said} onInput={event => say(code, { said: event.currentTarget.value })} /></Field>
          )}
        </fieldset>
      ))}
      <List head={w.results} list={draft.results} empty={{ text: '', section: '' }} textOf={one => one.text} set={results => change({ results })} line={(one, put, at) => (
        <>
          {report.sections.length > 0 && (
            <Field label={w.section}>
              <select value={one.section} onChange={event => put({ ...one, section: event.currentTarget.value })}>
                <option value="">{w.noSection}</option>
                {report.sections.map(section => <option value={section.code}>{section.title}</option>)}
              </select>
            </Field>
          )}
          <Text number={at + 1} path={`$.results[${at}].text`} faults={faults} text={one.text} set={text => put({ ...one, text })} />
        </>
      )} />
      <List head={w.shortcomings} list={draft.shortcomings} empty={{ text: '', causes: '' }} textOf={one => one.text} set={shortcomings => change({ shortcomings })} line={(one, put, at) => (
        <>
          <Text number={at + 1} path={`$.shortcomings[${at}].text`} faults={faults} text={one.text} set={text => put({ ...one, text })} />
          <Field label={w.causes}><textarea rows={2} value={one.causes} onInput={event => put({ ...one, causes: event.currentTarget.value })} /></Field>
        </>
      )} />
      <List head={w.tasks} list={draft.tasks} empty="" textOf={one => one} set={tasks => change({ tasks })} line={(one, put, at) => <Text number={at + 1} path={`$.tasks[${at}]`} faults={faults} text={one} set={put} />} />
      <List head={w.proposals} list={draft.proposals} empty="" textOf={one => one} set={proposals => change({ proposals })} line={(one, put, at) => <Text number={at + 1} path={`$.proposals[${at}]`} faults={faults} text={one} set={put} />} />
    </>
  );
}

interface TextProps {
  readonly number: number;
  readonly path: string;
  readonly faults: readonly Fault[];
  readonly text: string;
  readonly set: (text: string) => void;
}

function Text({ number, path, faults, text, set }: TextProps) {
  return <Field label={w.text(number)} path={path} faults={faults}><textarea rows={3} maxLength={4000} value={text} onInput={event => set(event.currentTarget.value)} /></Field>;
}

interface ListProps<T> {
  readonly head: string;
  readonly list: readonly T[];
  readonly empty: T;
  readonly textOf: (one: T) => string;
  readonly set: (list: readonly T[]) => void;
  readonly line: (one: T, put: (one: T) => void, at: number) => ComponentChildren;
}

/** Several texts under one heading. The last, empty one is there to be written in. */
function List<T>({ head, list, empty, textOf, set, line }: ListProps<T>) {
  const [isOpened, open] = useState(false);
  const shown = list.length === 0 || isOpened && textOf(list.at(-1)!) !== '' ? [...list, empty] : list;
  return (
    <fieldset class="texts">
      <legend>{head}</legend>
      {shown.map((one, at) => (
        <div class="text-line" key={at}>
          <div class="text-fields">{line(one, next => { open(false); set(shown.map((other, index) => index === at ? next : other)); }, at)}</div>
          {at < list.length && <button type="button" class="quiet" aria-label={`${head}: ${w.remove(at + 1)}`} title={common.remove} onClick={() => set(list.filter((_, index) => index !== at))}>✕</button>}
        </div>
      ))}
      {list.length > 0 && <button type="button" onClick={() => open(true)}>+ {w.addText}<span class="hidden"> – {head}</span></button>}
    </fieldset>
  );
}
