import type { Schema } from '../../api/client';

/** The questions of lines such as `Thủ tục hành chính đã giải quyết | hồ sơ`: with a measure a number that is added up, without one a text. */
export function questionsOf(lines: string): Schema['ReportQuestion'][] {
  return lines.split('\n').map(line => line.split('|').map(part => part.trim())).filter(([title]) => title).map(([title, measure], at) => ({
    code: `so-lieu-${at + 1}`, title: title!, measure: measure || null, isSummed: !!measure,
  }));
}

/** The whole text of a draft as it would be sent back, with one paragraph otherwise, dropped (null) or added at the end of its chapter. */
export function textWith(draft: Schema['DraftView'], change?: { readonly number: number | null; readonly chapter: Schema['ReportChapter']; readonly text: string | null }): Schema['ReportBody'] {
  const items = draft.chapters.flatMap(({ chapter, items }) => [
    ...items.flatMap(({ number, text, section, causes }) => {
      const isIt = change?.number === number && change.chapter === chapter;
      return isIt && change.text === null ? [] : [{ chapter, number, text: isIt ? change.text! : text, section, causes }];
    }),
    ...change && change.number === null && change.chapter === chapter && change.text ? [{ chapter, text: change.text }] : [],
  ]);
  return {
    presentedBy: draft.presentedBy, isShared: draft.isShared, items,
    statistics: draft.statistics.map(({ question, number, said }) => ({ question, number, said })),
  };
}

/** An id that no report has. */
export function newReportId(kind: Schema['ReportKind'], taken: readonly string[]): string {
  const name = { quarterly: 'quy', halfYear: 'sau-thang', yearEnd: 'ca-nam' }[kind];
  for (let number = kind === 'quarterly' ? 1 : 0; ; number++) {
    const id = number === 0 ? name : `${name}-${number}`;
    if (!taken.includes(id)) {
      return id;
    }
  }
}
