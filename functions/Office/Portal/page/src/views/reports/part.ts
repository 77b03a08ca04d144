import type { Schema } from '../../api/client';

/** A part while it is written: as many fields as somebody opened, empty ones among them. */
export interface Draft {
  readonly answers: Readonly<Record<string, { readonly number: number | null; readonly said: string }>>;
  readonly results: readonly { readonly text: string; readonly section: string }[];
  readonly shortcomings: readonly { readonly text: string; readonly causes: string }[];
  readonly tasks: readonly string[];
  readonly proposals: readonly string[];
}

type Content = Schema['PartContent'];

export const draftOf = (content: Content | null): Draft => ({
  answers: Object.fromEntries((content?.answers ?? []).map(({ question, number, said }) => [question, { number: number ?? null, said: said ?? '' }])),
  results: (content?.results ?? []).map(({ text, section }) => ({ text, section: section ?? '' })),
  shortcomings: (content?.shortcomings ?? []).map(({ text, causes }) => ({ text, causes: (causes ?? []).join('\n') })),
  tasks: content?.tasks ?? [],
  proposals: content?.proposals ?? [],
});

/** What is sent: what is empty is left out, and a number that was only said in words waits for its number. */
export function contentOf(draft: Draft, questions: readonly Schema['ReportQuestion'][]): Content {
  return {
    answers: questions.flatMap(({ code, measure }): readonly Schema['PartAnswer'][] => {
      const { number = null, said = '' } = draft.answers[code] ?? {};
      const text = said.trim() || null;
      return measure ? number === null ? [] : [{ question: code, number, said: text }] : text ? [{ question: code, number: null, said: text }] : [];
    }),
    results: draft.results.filter(one => one.text.trim()).map(({ text, section }) => ({ text: text.trim(), section: section || null })),
    shortcomings: draft.shortcomings.filter(one => one.text.trim()).map(({ text, causes }) => ({ text: text.trim(), causes: causes.split('\n').map(cause => cause.trim()).filter(Boolean) })),
    tasks: draft.tasks.map(text => text.trim()).filter(Boolean),
    proposals: draft.proposals.map(text => text.trim()).filter(Boolean),
  };
}

export const isEmpty = (content: Content): boolean =>
  [content.answers, content.results, content.shortcomings, content.tasks, content.proposals].every(list => !list || list.length === 0);

/** Questions without an answer, in the order of the request. */
export const unanswered = (draft: Draft, questions: readonly Schema['ReportQuestion'][]): readonly Schema['ReportQuestion'][] =>
  questions.filter(question => !contentOf(draft, questions).answers?.some(answer => answer.question === question.code));
