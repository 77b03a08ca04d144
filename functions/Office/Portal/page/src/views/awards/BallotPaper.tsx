import { useEffect, useRef, useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useGuard } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { ballotWords as w } from '../../words/ballots';
import { common } from '../../words/common';
import { castBody, mark, markBlank, unmarked, type Marked } from './vote';

export interface BallotPaperProps {
  readonly place: PlaceId;
  readonly ballot: Schema['BallotView'];
  /** It was cast, or may have been: the ballot knows. */
  readonly onCast: () => void;
}

/** The paper, and then the vote once more in plain words before it is cast. What is marked is kept in memory alone, and gone with the view. */
export function BallotPaper({ place, ballot, onCast }: BallotPaperProps) {
  const [marked, setMarked] = useState<Marked>(unmarked);
  const [isAsked, question] = useState(false);
  const act = useAct();
  useGuard(marked !== unmarked && !act.isBusy);
  const cast = async () => {
    const isCast = await act.run(() => ask(api.POST('/api/cycles/{year}/blocs/{bloc}/ballots/{ballot}/votes/{unit}', {
      params: { path: { year: place.year, bloc: place.bloc, ballot: ballot.ballot, unit: place.unit } }, body: castBody(marked, ballot.castBytes),
    })));
    if (isCast) {
      setMarked(unmarked);
    }

    // Where the answer was lost the ballot says whether the vote is in.
    onCast();
  };
  return isAsked
    ? <Question ballot={ballot} marked={marked} act={act} onYes={() => void cast()} onBack={() => { act.clear(); question(false); }} />
    : <Paper place={place} ballot={ballot} marked={marked} onMark={setMarked} onDone={() => question(true)} />;
}

function Paper({ place, ballot, marked, onMark, onDone }: { place: PlaceId; ballot: Schema['BallotView']; marked: Marked; onMark: (marked: Marked) => void; onDone: () => void }) {
  const { marks, ownVote } = ballot.rules;
  const isFull = marked.choices.length >= marks;
  return (
    <form class="card" autocomplete="off" onSubmit={event => { event.preventDefault(); onDone(); }}>
      <fieldset class="choices">
        <legend>{w.paper}</legend>
        <p class="hint">{w.marks(marks)}. {w.noneMeans}</p>
        <ul class="paper-choices">
          {ballot.choices.map(one => {
            const isMarked = marked.choices.includes(one.unit);
            const isOwn = one.unit === place.unit && !ownVote;
            return (
              <li key={one.unit}>
                <label><input type="checkbox" autocomplete="off" checked={isMarked} disabled={isOwn || (!isMarked && isFull && marks > 1)} onChange={event => onMark(mark(marks > 1 ? marked : unmarked, one.unit, event.currentTarget.checked))} /> <span>{one.unitName}{isOwn && ` (${w.own})`}</span></label>
              </li>
            );
          })}
          <li><label><input type="checkbox" autocomplete="off" checked={marked.isBlank} onChange={event => onMark(markBlank(event.currentTarget.checked))} /> <span>{w.blank}</span></label></li>
        </ul>
      </fieldset>
      <p role="status">{w.chosen(marked.choices.length, marks)}</p>
      <div class="buttons"><button type="submit" class="primary big">{w.next}</button></div>
    </form>
  );
}

function Question({ ballot, marked, act, onYes, onBack }: { ballot: Schema['BallotView']; marked: Marked; act: ReturnType<typeof useAct>; onYes: () => void; onBack: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current!.focus(), []);
  return (
    <section class="card">
      <h2 ref={heading} tabIndex={-1}>{w.confirm}</h2>
      <p>{w.asks}:</p>
      {marked.isBlank ? <p><strong>{w.saysBlank}</strong></p>
        : marked.choices.length === 0 ? <p><strong>{w.saysNone}</strong></p>
        : <ul>{ballot.choices.filter(one => marked.choices.includes(one.unit)).map(one => <li><strong>{one.unitName}</strong></li>)}</ul>}
      <p>{ballot.rules.isSecret ? w.asSecret : w.asOpen}</p>
      <p><strong>⚠ {w.final}</strong></p>
      {act.problem && <ProblemView problem={act.problem} />}
      <div class="buttons">
        <button type="button" class="primary big" disabled={act.isBusy} onClick={onYes}>{act.isBusy ? common.sending : w.cast}</button>
        <button type="button" class="big" disabled={act.isBusy} onClick={onBack}>{common.back}</button>
      </div>
    </section>
  );
}
