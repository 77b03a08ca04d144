import type { Schema } from '../../api/client';
import { holdWords as w } from './ballotWords';

/** How many have voted while a ballot is open, and who has not where that is told; nothing of any vote. */
export function Turnout({ ballot: { turnout, written, state, keepers } }: { ballot: Schema['BallotView'] }) {
  return state !== 'open' ? null : (
    <section class="card">
      {turnout && <p><strong>{w.turnout(turnout.voted, turnout.voters)}</strong></p>}
      {turnout?.missing && turnout.missing.length > 0 && <p>{w.missing(turnout.missing.join(', '))}</p>}
      {written.length > 0 && <p>{w.writtenHave(written.map(one => one.unitName).join(', '))}</p>}
      {keepers.length > 0 && <p class="small">{w.keepers}: {keepers.map(one => [one.post, one.unitName].filter(Boolean).join(', ')).join('; ')}</p>}
    </section>
  );
}
