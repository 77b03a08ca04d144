import type { Schema } from '../../api/client';
import { ballotWords as w } from '../../words/ballots';
import { day } from '../../words/format';
import { settingChoices, settingWords } from '../bloc/regulationSettings';
import { BallotState } from './Ballots';

/** What a ballot is and by which rules it is held; what voters are told of secrecy stands first. */
export function BallotRules({ ballot }: { ballot: Schema['BallotView'] }) {
  const { rules } = ballot;
  const { threshold } = rules;
  return (
    <section class="card">
      <p><BallotState state={ballot.state} /> <strong>{rules.isSecret ? w.secret : w.open}</strong>{ballot.paper && ` – ${w.onPaper}`}, {w.round(rules.round)}</p>
      {!ballot.paper && <p>{ballot.told}</p>}
      <dl class="facts">
        {ballot.state === 'open' && <div><dt>{ballot.until ? w.until : w.ends}</dt><dd>{ballot.until ? day(ballot.until) : w.endedByChair}</dd></div>}
        <div>
          <dt>{w.rules}</dt>
          <dd>{[w.threshold(settingWords.share(threshold.part, threshold.of, threshold.above === true), settingChoices.base[rules.base]), rules.seats !== null && w.seats(rules.seats)].filter(Boolean).join(', ')}</dd>
        </div>
      </dl>
      {ballot.annulment && <p><strong>✕ {w.annulled(day(ballot.annulment.on), ballot.annulment.reason)}</strong></p>}
    </section>
  );
}
