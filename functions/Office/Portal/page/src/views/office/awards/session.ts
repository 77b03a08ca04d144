import type { Schema } from '../../../api/client';

type Session = Schema['CouncilSessionView'];

/** The quorum that the rules of the awards proposed ask for; null where they say none. */
function asked(session: Session, awards: readonly Schema['Award'][]): { share: Schema['Share']; source: string | null } | null {
  const votes = awards.filter(award => session.proposals.some(one => one.award === award.code))
    .flatMap(award => award.votes ?? []).filter(vote => vote.body === 'council' && vote.quorum)
    .sort((a, b) => b.quorum!.part / b.quorum!.of - a.quorum!.part / a.quorum!.of);
  return votes[0] ? { share: votes[0].quorum!, source: votes[0].source.article ?? votes[0].source.note ?? null } : null;
}

/** What a session says, to be sent again. The quorum is the session's own only where it is not the one that the rules ask for. */
export function bodyOf(session: Session, awards: readonly Schema['Award'][]): Schema['CouncilSessionBody'] {
  const { share, source } = session.quorum;
  const rule = asked(session, awards);
  const isOwn = source !== null && !(rule && rule.source === source && rule.share.part === share.part && rule.share.of === share.of);
  return {
    council: session.council, title: session.title, day: session.day, from: session.from, to: session.to, place: session.place, members: session.members, guests: session.guests,
    quorum: isOwn ? share : null, quorumSource: isOwn ? source : null, proposals: session.proposals.map(({ number, award, bloc, unit }) => ({ number, award, bloc, unit })),
  };
}

/** What was typed of a proposal's votes; without a number for it, it was not voted on in this round. */
export interface Typed {
  readonly for: number | null;
  readonly against: number | null;
  readonly other: number | null;
  /** By the absent members' ids. */
  readonly written: Readonly<Record<string, Schema['WrittenView'] | ''>>;
}

export const nothingTyped: Typed = { for: null, against: null, other: null, written: {} };

export const typedOf = (one: Schema['ProposalVote'] | undefined): Typed =>
  one ? { for: one.for, against: one.against, other: one.other, written: Object.fromEntries((one.written ?? []).map(opinion => [opinion.member, opinion.view])) } : nothingTyped;

/** The results to be sent, of the proposals that were voted on, in their order. Who has not written is not named. */
export const resultsOf = (typed: ReadonlyMap<number, Typed>): Schema['ProposalVote'][] => [...typed].filter(([, one]) => one.for !== null).sort(([a], [b]) => a - b).map(([proposal, one]) => ({
  proposal, for: one.for ?? 0, against: one.against ?? 0, other: one.other ?? 0,
  written: Object.entries(one.written).flatMap(([member, view]) => view ? [{ member, view }] : []),
}));

/** The place of a line among those that are sent, by which faults find it; one that is not sent has a place that no fault names. */
export const placeOf = (index: number, number: number): number => index < 0 ? -number : index;

/** The round after all others. */
export const nextRound = (votes: readonly Schema['CouncilVoteView'][]): number => Math.min(5, Math.max(0, ...votes.map(one => one.round)) + 1);
