import type { Schema } from '../../api/client';

type Kind = Schema['DocumentKindView'];

/** Something that papers are made of one by one: a meeting, a report. */
export interface Item {
  readonly id: string;
  readonly name: string;
}

/** One paper, and what it is asked for with. */
export interface Paper {
  readonly kind: string;
  readonly name: string;
  readonly item?: string;
  readonly needsUnit: boolean;
  readonly needsPeriod: boolean;
}

export interface Papers {
  readonly own: readonly Paper[];
  readonly bloc: readonly Paper[];
  readonly meetings: readonly { readonly of: Item; readonly papers: readonly Paper[] }[];
  readonly reports: readonly { readonly of: Item; readonly papers: readonly Paper[] }[];
  readonly visits: readonly { readonly of: Item; readonly papers: readonly Paper[] }[];
  readonly ballots: readonly { readonly of: Item; readonly papers: readonly Paper[] }[];
}

/** Sorts the papers by what they are about. */
export function sortPapers(kinds: readonly Kind[], meetings: readonly Item[], reports: readonly Item[], visits: readonly Item[], ballots: readonly Item[]): Papers {
  const paper = ({ kind, name, needs }: Kind, item?: Item): Paper =>
    ({ kind, name, needsUnit: needs.includes('unit'), needsPeriod: needs.includes('period'), ...(item ? { item: item.id } : null) });
  const plain = kinds.filter(({ needs }) => !needs.includes('item'));
  const ofItems = (items: readonly Item[], isOf: (kind: string) => boolean) => {
    const fitting = kinds.filter(({ kind, needs }) => needs.includes('item') && isOf(kind));
    return fitting.length === 0 ? [] : items.map(of => ({ of, papers: fitting.map(kind => paper(kind, of)) }));
  };
  return {
    own: plain.filter(({ needs }) => needs.includes('unit')).map(kind => paper(kind)),
    bloc: plain.filter(({ needs }) => !needs.includes('unit')).map(kind => paper(kind)),
    meetings: ofItems(meetings, kind => kind.startsWith('meeting-')),
    reports: ofItems(reports, kind => kind === 'report' || kind === 'report-part'),
    visits: ofItems(visits, kind => kind === 'cross-check-minutes'),
    ballots: ofItems(ballots, kind => kind === 'ballot-count'),
  };
}
