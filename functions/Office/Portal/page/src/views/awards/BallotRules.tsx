import type { Schema } from '../../api/client';
import { ballotWords as w, deciderNames } from '../../words/ballots';
import { day } from '../../words/format';
import { settingChoices, settingWords } from '../bloc/regulationSettings';
import { BallotState } from './Ballots';

/** What a ballot is and by which rules it is held; what voters are told of secrecy stands first. */
export function BallotRules({ ballot }: { ballot: Schema['BallotView'] }) {
  const { rules } = ballot;
  const { threshold, quorum } = rules;
  const shareOf = (share: Schema['Share']) => settingWords.share(share.part, share.of, share.above === true);
  // Where no rule of an award names one the office decides, if more than one ballot could be held.
  const decider = rules.seats === null ? null : rules.decider ?? (rules.rounds > 1 ? 'office' : null);
  return (
    <section class="card">
      <p><BallotState state={ballot.state} /> <strong>{rules.isSecret ? w.secret : w.open}</strong>{ballot.paper && ` – ${w.onPaper}`}, {w.round(rules.round)}</p>
      {!ballot.paper && <p>{ballot.told}</p>}
      <dl class="facts">
        {ballot.state === 'open' && <div><dt>{ballot.until ? w.until : w.ends}</dt><dd>{ballot.until ? day(ballot.until) : w.endedByChair}</dd></div>}
        <div>
          <dt>{w.rules}</dt>
          <dd>{[w.threshold(shareOf(threshold), settingChoices.base[rules.base]), rules.seats !== null && w.seats(rules.seats)].filter(Boolean).join(', ')}</dd>
        </div>
        {quorum && <div><dt>{w.quorum}</dt><dd>{w.quorumOf(shareOf(quorum), quorum.above === true)}</dd></div>}
        <div><dt>{settingWords.tie}</dt><dd>{settingChoices.tie[rules.tie]}</dd></div>
        {rules.rounds > 1 && <div><dt>{w.rounds}</dt><dd>{rules.rounds}</dd></div>}
        {decider && <div><dt>{w.decider}</dt><dd>{deciderNames[decider]}</dd></div>}
      </dl>
      {ballot.annulment && <p><strong>✕ {w.annulled(day(ballot.annulment.on), ballot.annulment.reason)}</strong></p>}
    </section>
  );
}
