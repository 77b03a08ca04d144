import { words } from '../../words/language';

const w = words({ head: 'Khối trưởng', deputy: 'Khối phó' }, { head: 'head', deputy: 'deputy' });

/** The votes as the program keeps them (`head: so-a 6, so-b 2; deputy: so-b 5`), with the units' names. */
export function sayVotes(votes: string, members: readonly { readonly unit: string; readonly name: string }[]): string {
  const names = new Map(members.map(one => [one.unit, one.name]));
  return votes
    .replace(/\b(head|deputy):/gu, (_, office: 'head' | 'deputy') => `${w[office]}:`)
    .replace(/(?<![\p{L}\d-])[a-z0-9]+(?:-[a-z0-9]+)+(?= \d)/gu, unit => names.get(unit) ?? unit);
}
