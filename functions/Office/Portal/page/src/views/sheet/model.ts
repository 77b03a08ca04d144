import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { Problem } from '../../api/problem';
import { createSaver, type Changes, type Saver } from '../../api/saver';
import { addressOf, type PlaceId } from '../../shell/places';
import { toHundredths } from '../../words/points';
import { merge, same, sameActual, sameScore, type Clash, type Typed } from './merge';
import { lacksOf, type Lack } from './missing';
import { groupScore, scoreOf, totalsOf, type Entry, type Node, type Score, type Totals } from './reckon';

/** A line of the form. Only what reads one of its signals is drawn anew when it changes. */
export interface Row {
  readonly node: Node;
  readonly parent: Row | null;
  readonly children: readonly Row[];
  readonly entry: Signal<Entry | null>;
  /** Of a quantitative line: what it is to reach. */
  readonly target: number | null;
  readonly score: ReadonlySignal<Score>;
  readonly files: ReadonlySignal<readonly Schema['EvidenceView'][]>;
  readonly papers: ReadonlySignal<readonly Schema['CitationView'][]>;
  readonly lacks: ReadonlySignal<readonly Lack[]>;
  /** Whether the unit may change it now. */
  readonly isOpen: ReadonlySignal<boolean>;
}

export type Evidence = Schema['EvidenceList'];

/** A sheet as somebody works on it. */
export interface SheetModel {
  readonly place: PlaceId;
  readonly view: Schema['SheetView'];
  readonly summary: Signal<Schema['SheetSummary']>;
  readonly rows: readonly Row[];
  readonly sections: readonly Row[];
  readonly totals: ReadonlySignal<Totals>;
  readonly evidence: Signal<Evidence>;
  readonly lacking: ReadonlySignal<number>;
  /** Lines where something stands that cannot be read. */
  readonly wrong: Signal<ReadonlySet<string>>;
  readonly clashes: Signal<readonly Clash[]>;
  readonly saver: Saver<Typed>;
  readonly etag: () => string | null;
  readonly change: (row: Row, change: Partial<Entry>) => void;
  readonly setWrong: (row: Row, isWrong: boolean) => void;
  /** After somebody was asked: whose entry counts, by criterion. */
  readonly settle: (mine: ReadonlySet<string>) => Promise<void>;
  /** What a former visit has left, laid over what is saved now. */
  readonly takeUp: () => Promise<void>;
  /** Takes what a change of the sheet has answered. */
  readonly took: (answer: Answer<Schema['SheetSummary']>) => void;
}

/** One save at most this many: the trail holds every text whole. */
const batch = 50;

export const pathOf = ({ year, period, bloc, unit }: PlaceId) => ({ year, period, bloc, unit });

export function createModel(place: PlaceId, answer: Answer<Schema['SheetView']>, proofs: Evidence, mayWrite: boolean): SheetModel {
  const view = answer.data;
  let etag = answer.etag;
  let actualsTag: string | null | undefined;
  let saved = entriesOf(view);
  const summary = signal(view.summary);
  const isOpen = signal(view.isOpen);
  const evidence = signal(proofs);
  const wrong = signal<ReadonlySet<string>>(new Set());
  const clashes = signal<readonly Clash[]>([]);
  const rows = rowsOf(view, saved, evidence, summary, computed(() => mayWrite && isOpen.value));
  const byCode = new Map(rows.map(row => [row.node.criterion, row]));
  const sections = rows.filter(row => row.parent === null);
  const params = { path: pathOf(place) };
  const key = addressOf('sheet', place);

  const read = async () => {
    const now = await ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}', { params }));
    etag = now.etag;
    saved = entriesOf(now.data);
    summary.value = now.data.summary;
    isOpen.value = now.data.isOpen;
    for (const node of now.data.criteria) {
      byCode.get(node.criterion)?.known(node);
    }

    for (const row of rows.filter(row => !(row.node.criterion in saver.pending.value))) {
      put(row, saved.get(row.node.criterion) ?? null);
    }
  };

  const put = (row: Row, entry: Entry | null) => {
    if (!same(row.entry.value, entry)) {
      row.entry.value = entry;
    }
  };

  const saveScores = async (scores: readonly Entry[]) => {
    const body = { scores: scores.map(({ actual: _, ...entry }) => entry) };
    const now = await ask(api.PATCH('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/scores', { params: { ...params, header: etag ? { 'If-Match': etag } : {} }, body }));
    etag = now.etag;
    summary.value = now.data;
    for (const entry of scores) {
      saved.set(entry.criterion, { ...entry, actual: saved.get(entry.criterion)?.actual ?? null });
    }
  };

  const saveActuals = async (actuals: readonly Entry[]) => {
    const address = '/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/actuals';
    actualsTag ??= (await ask(api.GET(address, { params }))).etag;
    try {
      const body = { actuals: actuals.map(({ criterion, actual }) => ({ criterion, actual: actual ?? null })) };
      const now = await ask(api.PATCH(address, { params: { ...params, header: actualsTag ? { 'If-Match': actualsTag } : {} }, body }));
      actualsTag = now.etag;
    } catch (thrown) {
      actualsTag = undefined;
      throw thrown;
    }

    // Their points follow from the results of the whole bloc: only the program knows them.
    await read();
  };

  /** What others have saved meanwhile is taken; where both sides have changed the same, somebody is asked. */
  async function save(changes: Changes<Typed>): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      if (clashes.value.length > 0) {
        throw overtaken();
      }

      try {
        const typed = Object.values(changes).map(({ mine }) => mine);
        const scores = typed.filter(mine => !sameScore(mine, saved.get(mine.criterion) ?? null));
        const actuals = typed.filter(mine => !sameActual(mine, saved.get(mine.criterion) ?? null));
        for (let at = 0; at < scores.length; at += batch) {
          await saveScores(scores.slice(at, at + batch));
        }

        if (actuals.length > 0) {
          await saveActuals(actuals);
        }

        return;
      } catch (thrown) {
        const problem = Problem.from(thrown);
        if (![412, 428].includes(problem.status) || attempt === 3) {
          throw problem;
        }

        const before = saved;
        await read();
        const ours = Object.fromEntries(Object.entries(changes).map(([code, { mine }]) => [code, { mine, base: before.get(code) ?? null }]));
        clashes.value = merge(ours, code => saved.get(code) ?? null).clashes;
      }
    }
  }

  const saver = createSaver<Typed>({ key, save });

  /** What stands there is wrong by now: its beginning, 3 of 31, is not saved. */
  const takeBack = (row: Row) => {
    const { criterion: code } = row.node;
    const before = saved.get(code) ?? null;
    if (!(code in saver.pending.value) || saver.status.value.kind === 'saving') {
      return;
    }

    const entry: Entry = { ...before, criterion: code, explanation: row.entry.value?.explanation ?? null };
    const isSaid = (before?.explanation ?? null) !== entry.explanation;
    if (isSaid) {
      saver.change(code, { mine: entry, base: before });
    } else {
      saver.drop([code]);
    }

    // Of several fields each can be read by itself: what stands in them is left to who types.
    if (row.node.entered !== 'counts' && row.node.entered !== 'measure') {
      put(row, isSaid ? entry : before);
    }
  };
  const reckoned = computed(() => totalsOf(sections.map(section => section.score.value), view.bonusCap, view.penaltyCap));
  const told = computed<Totals>(() => {
    const { base, assigned, bonus, penalty, total } = summary.value.totals;
    return { base: toHundredths(base), assigned: toHundredths(assigned), bonus: toHundredths(bonus), penalty: toHundredths(penalty), total: toHundredths(total) };
  });
  return {
    place, view, summary, rows, sections, evidence, wrong, clashes, saver,
    totals: computed(() => Object.keys(saver.pending.value).length === 0 ? told.value : reckoned.value),
    lacking: computed(() => rows.filter(row => row.lacks.value.length > 0).length),
    etag: () => etag,
    change(row, change) {
      const code = row.node.criterion;
      row.entry.value = { ...row.entry.value, ...change, criterion: code };
      saver.change(code, { mine: row.entry.value, base: saved.get(code) ?? null });
    },
    setWrong(row, isWrong) {
      if (isWrong) {
        takeBack(row);
      }

      if (wrong.value.has(row.node.criterion) !== isWrong) {
        const next = new Set(wrong.value);
        next[isWrong ? 'add' : 'delete'](row.node.criterion);
        wrong.value = next;
      }
    },
    async settle(mine) {
      for (const { criterion, theirs } of clashes.value) {
        const [row, typed] = [byCode.get(criterion), saver.pending.value[criterion]];
        if (typed && mine.has(criterion)) {
          saver.change(criterion, { mine: typed.mine, base: theirs });
        } else if (row) {
          saver.drop([criterion]);
          put(row, theirs);
        }
      }

      clashes.value = [];
      await saver.flush();
    },
    async takeUp() {
      const left = await saver.restore();
      const { done, clashes: found } = merge(left, code => saved.get(code) ?? null);
      const gone = Object.keys(left).filter(code => !byCode.has(code));
      saver.drop([...done, ...gone]);
      for (const [code, { mine }] of Object.entries(saver.pending.value)) {
        byCode.get(code)!.entry.value = mine;
      }

      clashes.value = found.filter(clash => byCode.has(clash.criterion));
      if (Object.keys(saver.pending.value).length > 0) {
        void saver.flush();
      }
    },
    took(answer) {
      etag = answer.etag;
      summary.value = answer.data;
      isOpen.value = ['notStarted', 'draft', 'returned', 'revisionRequested'].includes(answer.data.state);
    },
  };
}

const overtaken = (): Problem => new Problem({ type: 'about:blank', title: '', status: 412, detail: '', trace: '' });

/** What is saved, by criterion: what was entered, and results. */
function entriesOf(view: Schema['SheetView']): Map<string, Entry> {
  const entries = new Map<string, Entry>(view.scores.map(entry => [entry.criterion, entry]));
  for (const { criterion, actual } of view.computed) {
    entries.set(criterion, { ...entries.get(criterion), criterion, actual });
  }

  return entries;
}

type Growing = Row & { readonly children: Row[]; readonly known: (node: Node) => void };

function rowsOf(
  view: Schema['SheetView'], saved: ReadonlyMap<string, Entry>, evidence: Signal<Evidence>, summary: Signal<Schema['SheetSummary']>, isOpen: ReadonlySignal<boolean>): readonly Growing[] {
  const above: Growing[] = [];
  const targets = new Map(view.computed.map(figure => [figure.criterion, figure.target]));
  return view.criteria.map(node => {
    const { criterion: code } = node;
    above.length = node.depth - 1;
    const parent = above.at(-1) ?? null;
    const children: Row[] = [];
    const entry = signal<Entry | null>(saved.get(code) ?? null);
    const known = signal(node);
    const files = stable(() => evidence.value.files.filter(file => file.criterion === code));
    const papers = stable(() => evidence.value.references.filter(paper => paper.criterion === code));
    const score = stable(() => node.kind === 'group' ? groupScore(node, children.map(child => child.score.value), view.rounding) : scoreOf(known.value, entry.value, view.rounding));
    const row: Growing = {
      node, parent, children, entry, files, papers, score,
      target: targets.get(code) ?? null,
      known: now => known.value = now,
      lacks: stable(() => lacksOf(node, score.value, entry.value, files.value.length + papers.value.length > 0, typeof entry.value?.actual === 'number')),
      isOpen: computed(() => isOpen.value && score.value.state !== 'void' && score.value.state !== 'notApplicable'
        && (summary.value.revisionCriteria?.some(named => isWithin(row, named)) ?? true)),
    };
    parent?.children.push(row);
    above.push(row);
    return row;
  });
}

function isWithin(row: Row | null, code: string): boolean {
  return row !== null && (row.node.criterion === code || isWithin(row.parent, code));
}

/** Computed, and the former value while it says the same: what reads it is not drawn anew. */
function stable<T>(compute: () => T): ReadonlySignal<T> {
  let last: { value: T; text: string } | undefined;
  return computed(() => {
    const value = compute();
    const text = JSON.stringify(value);
    last = last?.text === text ? last : { value, text };
    return last.value;
  });
}
