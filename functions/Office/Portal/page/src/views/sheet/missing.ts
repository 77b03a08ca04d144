import type { Entry, Node, Score } from './reckon';

export type Lack = 'score' | 'result' | 'evidence';

/** What a line still lacks before the sheet can be handed in (functions/Year/Reckoning/Completeness). */
export function lacksOf(node: Node, score: Score, entry: Entry | null, hasProof: boolean, hasResult: boolean): readonly Lack[] {
  if (node.kind === 'group' || score.state === 'void' || score.state === 'notApplicable' || score.state === 'notClaimed') {
    return [];
  }

  const isComputed = node.kind === 'quantitative';
  const isClaimed = isComputed || score.points + score.bonus + score.penalty !== 0;
  const isNeeded = node.evidence === 'always' || (node.evidence === 'whenClaimed' && isClaimed);
  return [
    ...!isComputed && score.state === 'missing' ? ['score' as const] : [],
    ...isComputed && !hasResult ? ['result' as const] : [],
    ...isNeeded && !hasProof && !entry?.explanation?.trim() ? ['evidence' as const] : [],
  ];
}

/** The criterion that a fault of `SubmitSheet` is about: `$.evidence['II.1']`. */
export function criterionOf(path: string): string | null {
  return /^\$\.(?:scores|actuals|evidence)\['(.+)'\]$/u.exec(path)?.[1] ?? null;
}
