import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import { fieldId } from '../../parts/Field';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { dossierWords as w, opinionStateNames, opinionViewNames } from '../../words/dossiers';
import { day } from '../../words/format';
import { mayIn } from '../bloc/place';
import { AnswerForm } from './AnswerForm';
import { AskForm } from './AskForm';
import { sayPaper } from './paper';

export interface OpinionsProps {
  readonly place: PlaceId;
  readonly award: string;
  readonly dossier: Schema['DossierView'];
  readonly onDone: () => void;
}

const kinds = { waiting: 'info', unanswered: 'warn', answered: 'good', answeredLate: 'warn' } as const;

/** Whom a dossier asks, until when, and what they said. Who runs the bloc asks, and writes answers down. */
export function Opinions({ place, award, dossier, onDone }: OpinionsProps) {
  const [shown, show] = useState<string | null>(null);
  const mayAsk = mayIn('AskOpinion', place);
  const done = () => {
    show(null);
    onDone();
  };
  const answered = dossier.opinions.find(one => one.opinion === shown);
  return (
    <section class="card" id={fieldId('$.opinions')} tabIndex={-1}>
      <h2>{w.opinions}</h2>
      <p class="hint">{w.silence}</p>
      <Table
        caption={w.opinions} isCaptionHidden rows={dossier.opinions} rowKey={one => one.opinion} empty={w.noOpinions}
        columns={[
          { head: w.body, cell: one => one.body, sort: one => one.body },
          { head: w.askedOn, cell: one => <>{day(one.askedOn)}{one.paper && <p class="small">{sayPaper(one.paper)}</p>}</>, sort: one => one.askedOn },
          { head: w.due, cell: one => <>{day(one.due)}{one.caution && <p class="small">⚠ {one.caution}</p>}</>, sort: one => one.due },
          { head: common.state, cell: one => <StatusBadge kind={kinds[one.state]}>{opinionStateNames[one.state]}</StatusBadge> },
          { head: w.view, cell: ({ answer }) => answer && <><strong>{opinionViewNames[answer.view]}</strong> ({day(answer.on)}) <span class="pre">{answer.text}</span>{answer.paper && <p class="small">{sayPaper(answer.paper)}</p>}</> },
          ...mayAsk ? [{ head: w.answer, class: 'no-print', cell: (one: Schema['DossierOpinionView']) => <button type="button" class="quiet" onClick={() => show(one.opinion)}>{w.answer}<span class="hidden"> – {one.body}</span></button> }] : [],
        ]} />
      {mayAsk && shown === null && <div class="buttons no-print"><button type="button" onClick={() => show('')}>{w.ask}</button></div>}
      {shown === '' && <AskForm place={place} award={award} onDone={done} onClose={() => show(null)} />}
      {answered && <AnswerForm key={answered.opinion} place={place} award={award} opinion={answered} onDone={done} onClose={() => show(null)} />}
    </section>
  );
}
