import type { Schema } from '../../api/client';
import { readShare } from './regulationSettings';

/** What is typed of what is voted on; what award rules or regulation settle stays empty. */
export interface Question {
  readonly title: string;
  readonly award: string;
  readonly choices: readonly string[];
  readonly secrecy: '' | 'open' | 'secret';
  readonly threshold: string;
  readonly isAbove: boolean;
  readonly base: '' | Schema['VoteBase'];
  readonly absentees: '' | Schema['AbsenteeVotes'];
  readonly tie: '' | Schema['TieRule'];
  readonly ownVote: '' | 'yes' | 'no';
  readonly seats: string;
  readonly marks: string;
  readonly rounds: string;
  readonly blankIsValid: boolean;
  readonly counts: Schema['CountsShown'];
}

export const noQuestion: Question = {
  title: '', award: '', choices: [], secrecy: '', threshold: '', isAbove: false, base: '', absentees: '', tie: '', ownVote: '', seats: '', marks: '', rounds: '', blankIsValid: false, counts: 'all',
};

/** What is still to be said before it can be asked for; null where it is whole. */
export const lackOf = (title: string, choices: number): 'title' | 'choices' | null => title.trim() === '' ? 'title' : choices === 0 ? 'choices' : null;

const numberOf = (text: string): number | null => text.trim() === '' ? null : Number(text);

export const questionOf = (typed: Question): Schema['BallotQuestion'] => ({
  title: typed.title.trim(), award: typed.award || null, choices: [...typed.choices], secrecy: typed.secrecy || null, threshold: readShare(typed.threshold, typed.isAbove) ?? null,
  base: typed.base || null, absentees: typed.absentees || null, tie: typed.tie || null, ownVote: typed.ownVote === '' ? null : typed.ownVote === 'yes',
  seats: numberOf(typed.seats), marks: numberOf(typed.marks), rounds: numberOf(typed.rounds), blankIsValid: typed.blankIsValid, counts: typed.counts,
});

/** The same rules again, for those who have not passed: what was settled is not said again. */
export const runOffOf = (before: Schema['BallotView'], title: string, choices: readonly string[]): Schema['BallotQuestion'] =>
  ({ title: title.trim(), award: before.award, after: before.ballot, choices: [...choices], blankIsValid: before.rules.blankIsValid, counts: before.rules.counts });

/** Those who were not passed; of them the run-off chooses, and of those who are tied unless others are named. */
export const leftOf = (before: Schema['BallotView']): readonly Schema['ChoiceView'][] => before.choices.filter(one => one.outcome !== 'passed');

/** How many places nobody has passed for yet. */
export const placesLeft = ({ rules, choices }: Pick<Schema['BallotView'], 'rules' | 'choices'>): number => (rules.seats ?? 0) - choices.filter(one => one.outcome === 'passed').length;

/** What is left to say after the last ballot: who of these units passes, for how many places, and whether it is the office's to say. */
export interface Settlement {
  readonly units: readonly Schema['ChoiceView'][];
  readonly places: number;
  readonly isTie: boolean;
  readonly isOffices: boolean;
}

/** As the program decides it: of those with the same number at the last place, else of all who did not pass where the last ballot leaves places. Null where nothing is left to say. */
export function settlementOf({ rules, choices, count }: Pick<Schema['BallotView'], 'rules' | 'choices' | 'count'>): Settlement | null {
  const those = (outcome: Schema['ChoiceOutcome']) => choices.filter(one => one.outcome === outcome);
  const tied = those('tied');
  const isTie = tied.length > 0;
  const isLast = rules.round >= rules.rounds;
  const places = placesLeft({ rules, choices });
  const isDecided = rules.decider === null ? rules.rounds > 1 : rules.decider !== 'nobody';
  const units = isTie ? tied : isLast && isDecided ? those('notPassed') : [];
  if (!count || count.settled || places <= 0 || units.length === 0 || (isTie && rules.tie === 'anotherBallot' && !isLast)) {
    return null;
  }

  const isLeaders = isTie && rules.tie !== 'anotherBallot' ? rules.tie === 'chairDecides' : rules.decider === 'blocLeaders' || rules.decider === 'chair';
  return { units, places, isTie, isOffices: !isLeaders };
}

export const questionPaths: readonly string[] =
  ['title', 'award', 'choices', 'secrecy', 'threshold', 'base', 'absentees', 'tie', 'ownVote', 'seats', 'marks', 'rounds'].map(part => `$.question.${part}`);

export const newBallotId = (): string => `bo-phieu-${crypto.randomUUID().slice(0, 8)}`;
