import type { Schema } from '../../api/client';
import { points as say } from '../../words/points';

type Criterion = Schema['Criterion'];
type Appraised = Schema['AppraisedCriterion'];

/** A row of an appraisal: what the scheme asks, beside what everybody gave. */
export interface Row {
  readonly criterion: Criterion;
  readonly level: number;
  readonly isGroup: boolean;
  readonly given: Appraised | undefined;
}

/** The criteria as a tree is read: each below its group, in the scheme's order. */
export function rowsOf(criteria: readonly Criterion[], appraised: readonly Appraised[]): readonly Row[] {
  const given = new Map(appraised.map(one => [one.criterion, one]));
  const below = (parent: string | null, level: number): Row[] => criteria
    .filter(criterion => criterion.parent === parent)
    .flatMap(criterion => [{ criterion, level, isGroup: criterion.kind === 'group', given: given.get(criterion.code) }, ...below(criterion.code, level + 1)]);
  return below(null, 1);
}

/** Points of a node as people write them: a bonus is added, a penalty taken off. */
export function sayScore(score: Schema['NodeScore'] | null | undefined): string {
  if (!score || score.state === 'missing') {
    return '–';
  }

  if (score.state === 'notApplicable' || score.state === 'void') {
    return '×';
  }

  const { points = 0, bonus = 0, penalty = 0 } = score;
  return [points || !(bonus || penalty) ? say(points) : '', bonus ? `+${say(bonus)}` : '', penalty ? `−${say(penalty)}` : ''].filter(Boolean).join(' ');
}

/** Who gives a criterion its points: itself or the nearest group above it that belongs to a body. */
export function bodyOf(code: string, criteria: readonly Criterion[], bodies: readonly Schema['SpecialistBody'][]): string | null {
  for (let at = criteria.find(one => one.code === code); at; at = criteria.find(one => one.code === at!.parent)) {
    const body = bodies.find(one => one.criterion === at!.code);
    if (body) {
      return body.unit;
    }
  }

  return null;
}

/** Whether a person can give points: not to groups, nor to what follows from figures. */
export const isGiven = ({ kind, measure }: Criterion): boolean => !['group', 'quantitative'].includes(kind) && measure?.formula !== 'recorded';

/** Whether the official points are others than the unit's own; what nobody has scored yet is not. */
export function isMoved(row: Row): boolean {
  return row.given?.official != null && row.given.official.state !== 'missing' && sayScore(row.given.official) !== sayScore(row.given.own);
}

/** In which round points can be recorded now: the open one, or the last for what a complaint was upheld for. */
export function roundToScore(rounds: readonly Schema['RoundView'][], upheld: readonly Schema['ComplaintView'][]): number | null {
  const open = rounds.find(round => round.state === 'open');
  return open?.round ?? (rounds.length > 0 && upheld.length > 0 && rounds.every(round => round.state === 'closed') ? rounds.at(-1)!.round : null);
}

/** Whether a complaint that was upheld and is not closed lets this criterion be put right. */
export const isUpheldFor = (code: string, upheld: readonly Schema['ComplaintView'][]): boolean =>
  upheld.some(one => one.criterion === null || one.criterion === code);
