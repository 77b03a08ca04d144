import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { Pager } from '../../parts/Pager';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { usePages } from '../../parts/usePages';
import { common } from '../../words/common';
import { moment } from '../../words/format';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { blocAddress, inPeriod, mayIn, placeIn } from './place';
import './bloc.css';

const w = words({
  title: 'Kiến nghị của các đơn vị',
  lead: 'Mỗi kiến nghị được trả lời bằng lời; trả lời không tự thay đổi điểm nào.',
  none: 'Chưa có kiến nghị nào.',
  about: (criterion: string) => `về tiêu chí ${criterion}`,
  whole: 'về cả phiếu',
  opened: 'Gửi lúc',
  answer: 'Trả lời',
  close: 'Kết thúc',
  closeWhat: (unit: string) => `Kết thúc kiến nghị của ${unit}? Sau đó điểm không sửa theo kiến nghị này được nữa.`,
  text: 'Trả lời, gửi cho đơn vị qua thư',
  outcome: 'Kết luận',
  upheld: 'Chấp nhận',
  dismissed: 'Không chấp nhận',
  carryOut: 'Mở phiếu để sửa điểm',
  own: 'Kiến nghị của đơn vị phụ trách khối do cơ quan thường trực trả lời.',
  answered: (unit: string) => `Đã trả lời ${unit}; đơn vị nhận được thư.`,
  closed: (unit: string) => `Đã kết thúc kiến nghị của ${unit}.`,
}, {
  title: 'Complaints of the units',
  lead: 'Each is answered in words; an answer changes no points by itself.',
  none: 'There are no complaints.',
  about: criterion => `about criterion ${criterion}`,
  whole: 'about the whole sheet',
  opened: 'Sent',
  answer: 'Answer',
  close: 'Close',
  closeWhat: unit => `Close the complaint of ${unit}? After that no points are put right for it.`,
  text: 'The answer, mailed to the unit',
  outcome: 'Outcome',
  upheld: 'Upheld',
  dismissed: 'Dismissed',
  carryOut: 'Open the sheet to put points right',
  own: 'Complaints of units that lead the bloc are answered by the office.',
  answered: unit => `${unit} was answered by mail.`,
  closed: unit => `The complaint of ${unit} is closed.`,
});

const states: Readonly<Record<Schema['ComplaintState'], string>> = words(
  { open: 'Chờ trả lời', answered: 'Đã trả lời', closed: 'Đã kết thúc' },
  { open: 'Waits for an answer', answered: 'Answered', closed: 'Closed' });

type Complaint = Schema['ComplaintView'];

/** What units of the bloc complain of: those that wait first. */
export default function Complaints({ params }: ViewProps) {
  const place = placeIn(params);
  const { year, period, bloc } = place;
  const list = usePages(async (continuation, signal) => {
    const { data } = await ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/complaints', {
      params: { path: inPeriod(place), query: { pageSize: 100, ...continuation ? { continuation } : null } }, signal,
    }));
    return { items: data.complaints, continuation: data.continuation };
  }, [year, period, bloc]);
  const [act, choose] = useState<{ what: 'answer' | 'close'; complaint: Complaint } | null>(null);
  const [said, say] = useState('');
  const rank = (one: Complaint) => ['open', 'answered', 'closed'].indexOf(one.state);
  const done = (text: string) => {
    say(text);
    list.reload();
  };
  return (
    <Frame place={place} view="complaints" title={w.title} lead={w.lead}>
      {said && <Notice kind="good">{said}</Notice>}
      <Show of={list}>
        {items => items.length === 0 ? <p class="card"><StatusBadge kind="good">{w.none}</StatusBadge></p> : (
          <ul class="tasks">
            {[...items].sort((a, b) => rank(a) - rank(b)).map(one => (
              <li key={one.unit + one.complaint}>
                <div class="task-what">
                  <span class="task-name">{one.unitName}</span> <span class="soft">{one.criterion ? w.about(one.criterion) : w.whole}</span>{' '}
                  <StatusBadge kind={one.state === 'open' ? 'warn' : one.state === 'answered' ? 'info' : 'plain'}>{states[one.state]}</StatusBadge>
                  <p class="pre">{one.text}</p>
                  <p class="small soft">{w.opened} {moment(one.openedAt)}</p>
                  {one.answer && <p class="pre"><StatusBadge kind={one.answer.outcome === 'upheld' ? 'good' : 'plain'}>{w[one.answer.outcome]}</StatusBadge> {one.answer.text}</p>}
                  {one.state === 'open' && one.unit === place.unit && <p class="hint">{w.own}</p>}
                </div>
                <div class="row">
                  {one.state === 'open' && one.unit !== place.unit && mayIn('AnswerComplaint', place) && <button type="button" class="primary" aria-label={`${w.answer}: ${one.unitName}`} onClick={() => { say(''); choose({ what: 'answer', complaint: one }); }}>{w.answer}</button>}
                  {one.state === 'answered' && one.answer?.outcome === 'upheld' && mayIn('SaveAppraisal', place) && <a class="button" href={blocAddress(place, 'sheet', one.unit)}>{w.carryOut}</a>}
                  {one.state === 'answered' && mayIn('CloseComplaint', place) && <button type="button" aria-label={`${w.close}: ${one.unitName}`} onClick={() => { say(''); choose({ what: 'close', complaint: one }); }}>{w.close}</button>}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Show>
      <Pager of={list} />
      {act?.what === 'answer' && <Answer {...act} path={{ ...inPeriod(place), unit: act.complaint.unit }} onClose={() => choose(null)} onDone={() => done(w.answered(act.complaint.unitName))} />}
      {act?.what === 'close' && (
        <Confirm
          title={w.close} isOpen onClose={() => choose(null)}
          onConfirm={async () => {
            await ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/complaints/{complaint}/closing', {
              params: { path: { ...inPeriod(place), unit: act.complaint.unit, complaint: String(act.complaint.complaint) } },
            }));
            done(w.closed(act.complaint.unitName));
          }}>
          <p>{w.closeWhat(act.complaint.unitName)}</p>
        </Confirm>
      )}
    </Frame>
  );
}

interface AnswerProps {
  readonly complaint: Complaint;
  readonly path: { readonly year: number; readonly period: string; readonly bloc: string; readonly unit: string };
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Answer({ complaint, path, onClose, onDone }: AnswerProps) {
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Schema['ComplaintOutcome'] | null>(null);
  return (
    <Confirm
      title={`${w.answer}: ${complaint.unitName}`} isOpen onClose={onClose} yes={common.send} isDisabled={text.trim() === '' || !outcome}
      onConfirm={async () => {
        await ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/complaints/{complaint}/answer', {
          params: { path: { ...path, complaint: String(complaint.complaint) } }, body: { text, outcome: outcome! },
        }));
        onDone();
      }}>
      <p class="pre">{complaint.text}</p>
      <fieldset class="choices">
        <legend>{w.outcome} ({common.required})</legend>
        {(['upheld', 'dismissed'] as const).map(one => <label><input type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)} /> {w[one]}</label>)}
      </fieldset>
      <Field label={w.text} isRequired><textarea value={text} onInput={event => setText(event.currentTarget.value)} /></Field>
    </Confirm>
  );
}
