import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DaysLeft } from '../../parts/DaysLeft';
import { FaultSummary, Field } from '../../parts/Field';
import { Notice, ProblemView } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAct } from '../../parts/useAct';
import { useKept } from '../../parts/useKept';
import { addressOf, type PlaceId } from '../../shell/places';
import { may } from '../../shell/session';
import { day } from '../../words/format';
import { meetingWords as w } from '../../words/meetings';
import { mineAt } from '../sheet/place';

interface ConclusionProps {
  readonly place: PlaceId;
  readonly conclusion: Schema['ConclusionView'];
  /** The title of its meeting, where it is not shown under it. */
  readonly meeting?: string | undefined;
  readonly onReported: () => void;
}

/** A conclusion, how it stands, and for who has to carry it out the place to say what was done. */
export function Conclusion({ place, conclusion, meeting, onReported }: ConclusionProps) {
  const { outcome, isOverdue } = conclusion;
  const mayReport = outcome === null && conclusion.owners.includes(place.unit) && may('ReportConclusion', mineAt(place));
  return (
    <div class="card conclusion">
      <p><strong>{conclusion.number}.</strong> <span class="pre">{conclusion.text}</span></p>
      {meeting && <p class="small"><a href={addressOf('meetings', place, conclusion.meeting)}>{w.of(meeting)}</a></p>}
      <p>
        <StatusBadge kind={outcome === 'done' ? 'good' : outcome === 'dropped' ? 'plain' : isOverdue ? 'bad' : 'info'}>{outcome === 'done' ? w.done : outcome === 'dropped' ? w.dropped : isOverdue ? w.overdue : w.isOpen}</StatusBadge>{' '}
        {conclusion.due ? <>{w.due}: <DaysLeft until={conclusion.due} isDone={outcome !== null} /></> : conclusion.dueSaid && `${w.due}: ${conclusion.dueSaid}`}
      </p>
      <p class="small">{w.owners}: {conclusion.ownerNames.join(', ')}.{conclusion.result && ` ${conclusion.result}`}{conclusion.closedOn && ` (${day(conclusion.closedOn)})`}</p>
      {conclusion.reports.length > 0 && (
        <>
          <p class="label">{w.reports}:</p>
          <ul>{conclusion.reports.map(report => <li><span class="pre">{report.text}</span> <span class="small">({conclusion.ownerNames[conclusion.owners.indexOf(report.unit)] ?? report.unit}, {day(report.on)})</span></li>)}</ul>
        </>
      )}
      {mayReport && <Reporting place={place} conclusion={conclusion} onReported={onReported} />}
    </div>
  );
}

function Reporting({ place, conclusion, onReported }: ConclusionProps) {
  const [text, keep, drop] = useKept(`${addressOf('meetings', place, conclusion.meeting)}/${conclusion.number}`, '');
  const [isDone, setDone] = useState(false);
  const act = useAct();
  const send = async (event: Event) => {
    event.preventDefault();
    const done = await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}/conclusions/{conclusion}/reports/{unit}', {
      params: { path: { year: place.year, bloc: place.bloc, meeting: conclusion.meeting, conclusion: String(conclusion.number), unit: place.unit } }, body: { text: text.trim() },
    })));
    setDone(done);
    if (done) {
      drop();
      onReported();
    }
  };
  return (
    <form onSubmit={event => void send(event)} class="no-print">
      <FaultSummary faults={act.faults} paths={[]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      {isDone && <Notice kind="good">{w.reported}</Notice>}
      <Field label={w.reportText}><textarea rows={2} maxLength={2000} value={text} onInput={event => { setDone(false); keep(event.currentTarget.value); }} /></Field>
      <div class="buttons"><button type="submit" disabled={act.isBusy || !text.trim()}>{w.report}</button></div>
    </form>
  );
}
