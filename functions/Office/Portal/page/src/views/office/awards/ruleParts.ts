import type { Schema } from '../../../api/client';
import { newId } from './reads';

type Award = Schema['Award'];
type Condition = Schema['AwardCondition'];
type ConditionKind = Schema['AwardConditionKind'];

/** What nobody has given a text for. */
const nowhere: Schema['AwardSource'] = { reading: 'configurableDefault' };

const codesOf = (all: readonly { readonly code: string }[]): string[] => all.map(one => one.code);

/** An award that there was not: given to units by the province, with nothing asked for yet. */
export const freshAward = (title: string, among: readonly Award[]): Award =>
  ({ code: newId(title, codesOf(among)), title, kind: 'title', level: 'province', subject: 'unit', source: nowhere, conditions: [], quotas: [], votes: [], tieBreaks: [] });

/** The rules of an award under a name and a code of its own. */
export const copiedAward = (award: Award, title: string, among: readonly Award[]): Award => ({ ...award, title, code: newId(title, codesOf(among)) });

/** What each kind of condition begins with: just what it takes. */
const beginnings: Readonly<Record<ConditionKind, Partial<Condition>>> = {
  class: { years: 1 },
  place: { place: 1 },
  points: { points: 90 },
  titles: { years: 1 },
  share: { part: 'directWorkers', whole: 'people', share: { part: 50, of: 100 } },
  count: { part: 'people', count: 1 },
  notListed: {},
  stated: {},
};

export const freshCondition = (kind: ConditionKind, among: readonly Condition[]): Condition => ({ code: newId(kind, codesOf(among)), title: '', kind, source: nowhere, ...beginnings[kind] });

export const freshQuota = (): Schema['AwardQuota'] => ({ scope: 'bloc', most: 1, source: nowhere });

/** More than half of all who may vote, until something else is said. */
export const freshVote = (body: Schema['VotingBody']): Schema['AwardVote'] => ({ body, threshold: { part: 1, of: 2, above: true }, base: 'allVoters', source: nowhere });

export const freshTieBreak = (kind: Schema['AwardTieBreakKind']): Schema['AwardTieBreak'] => ({ kind, source: nowhere, ...kind === 'criterion' ? { criterion: '' } : null });

export const freshWorth = (): Schema['AwardWorth'] => ({ coefficient: 1, source: nowhere });

export const freshMoney = (): Schema['AwardMoney'] => ({ source: nowhere, roundUpTo: 10_000, onlyHighest: true, returnDays: 15 });

/** Names with commas between; null for none. */
export function listOf(text: string): string[] | null {
  const named = text.split(',').map(one => one.trim()).filter(one => one);
  return named.length > 0 ? named : null;
}
