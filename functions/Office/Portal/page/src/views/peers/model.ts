import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { Problem } from '../../api/problem';
import { createSaver, type Saver } from '../../api/saver';
import { addressOf, type PlaceId } from '../../shell/places';
import { toHundredths, toPoints, type Hundredths } from '../../words/points';
import { givenAs, isNeeded, totalOf } from './given';

/** Points in hundredths; of the comment its text. */
type Value = Hundredths | string | null;

interface Typed {
  readonly mine: Value;
  /** What was saved when it was typed. */
  readonly base: Value;
}

export interface PeerClash {
  readonly key: string;
  readonly mine: Value;
  readonly theirs: Value;
}

/** A peer's sheet as it is scored. */
export interface PeerModel {
  readonly place: PlaceId;
  readonly sheet: Schema['SheetView'];
  readonly files: Schema['EvidenceList'];
  readonly given: ReadonlyMap<string, Signal<Hundredths | null>>;
  readonly comment: Signal<string>;
  readonly total: ReadonlySignal<Hundredths>;
  readonly missing: ReadonlySignal<readonly Schema['SheetNode'][]>;
  readonly wrong: Signal<ReadonlySet<string>>;
  readonly setWrong: (criterion: string, isWrong: boolean) => void;
  readonly clashes: Signal<readonly PeerClash[]>;
  readonly saver: Saver<Typed>;
  readonly give: (criterion: string, points: Hundredths | null) => void;
  readonly say: (comment: string) => void;
  readonly settle: (keepMine: boolean) => Promise<void>;
  readonly takeUp: () => Promise<void>;
  readonly submit: () => Promise<unknown>;
}

const commentKey = ' comment';

export function createPeerModel(place: PlaceId, scored: string, answer: Answer<Schema['PeerSheetView']>, sheet: Schema['SheetView'], files: Schema['EvidenceList']): PeerModel {
  const params = { path: { year: place.year, period: place.period, bloc: place.bloc, scorer: place.unit, unit: scored } };
  let etag = answer.data.state === 'notBegun' ? null : answer.etag;
  let saved = valuesOf(answer.data);
  const given = new Map(sheet.criteria.filter(node => givenAs(node)).map(node => [node.criterion, signal(saved.get(node.criterion) as Hundredths | null ?? null)]));
  const comment = signal(String(saved.get(commentKey) ?? ''));
  const clashes = signal<readonly PeerClash[]>([]);
  const pointsOf = (criterion: string) => given.get(criterion)?.value ?? null;
  const put = (key: string, value: Value) => {
    if (key === commentKey) {
      comment.value = String(value ?? '');
    } else if (given.has(key)) {
      given.get(key)!.value = value as Hundredths | null;
    }
  };
  const read = async () => {
    const now = await ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/cross-scoring/{scorer}/sheets/{unit}', { params }));
    etag = now.etag;
    saved = valuesOf(now.data);
    for (const key of [...given.keys(), commentKey].filter(key => !(key in saver.pending.value))) {
      put(key, saved.get(key) ?? null);
    }
  };
  const clashing = (typed: Readonly<Record<string, Typed>>): readonly PeerClash[] => Object.entries(typed)
    .map(([key, { mine, base }]) => ({ key, mine, base, theirs: saved.get(key) ?? null }))
    .filter(one => one.theirs !== one.mine && one.theirs !== one.base);

  /** What others have saved meanwhile is taken; where both have changed the same, somebody is asked. */
  async function save(typed: Readonly<Record<string, Typed>>): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      if (clashes.value.length > 0) {
        throw new Problem({ type: 'about:blank', title: '', status: 412, detail: '', trace: '' });
      }

      try {
        const scores = Object.entries(typed).filter(([key]) => key !== commentKey).map(([criterion, { mine }]) => ({ criterion, points: mine === null ? null : toPoints(mine as Hundredths) }));
        const said = typed[commentKey];
        const now = await ask(api.PATCH('/api/cycles/{year}/periods/{period}/blocs/{bloc}/cross-scoring/{scorer}/sheets/{unit}', {
          params: { ...params, header: etag ? { 'If-Match': etag } : {} }, body: { scores, comment: said ? String(said.mine ?? '') : null },
        }));
        etag = now.etag;
        saved = valuesOf(now.data);
        return;
      } catch (thrown) {
        const problem = Problem.from(thrown);
        if (![412, 428].includes(problem.status) || attempt === 3) {
          throw problem;
        }

        await read();
        clashes.value = clashing(typed);
      }
    }
  }

  const saver = createSaver<Typed>({ key: addressOf('peers', place, scored), save });
  const change = (key: string, mine: Value) => {
    put(key, mine);
    saver.change(key, { mine, base: saved.get(key) ?? null });
  };
  const wrong = signal<ReadonlySet<string>>(new Set());
  return {
    place, sheet, files, given, comment, clashes, saver, wrong,
    total: computed(() => totalOf(sheet.criteria, pointsOf)),
    missing: computed(() => sheet.criteria.filter(node => isNeeded(node) && pointsOf(node.criterion) === null)),
    setWrong(criterion, isWrong) {
      // The beginning of what is wrong by now is not saved.
      if (isWrong && criterion in saver.pending.value && saver.status.value.kind !== 'saving') {
        saver.drop([criterion]);
        put(criterion, saved.get(criterion) ?? null);
      }

      wrong.value = new Set([...[...wrong.value].filter(one => one !== criterion), ...isWrong ? [criterion] : []]);
    },
    give: change,
    say: text => change(commentKey, text),
    async settle(keepMine) {
      for (const { key, theirs, mine } of clashes.value) {
        if (keepMine) {
          saver.change(key, { mine, base: theirs });
        } else {
          saver.drop([key]);
          put(key, theirs);
        }
      }

      clashes.value = [];
      await saver.flush();
    },
    async takeUp() {
      const left = await saver.restore();
      saver.drop(Object.keys(left).filter(key => key !== commentKey && !given.has(key)));
      Object.entries(saver.pending.value).forEach(([key, { mine }]) => put(key, mine));
      clashes.value = clashing(saver.pending.value);
      void saver.flush();
    },
    async submit() {
      if (!await saver.flush() && saver.status.value.kind === 'unsaved') {
        throw saver.status.value.problem;
      }

      return ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/cross-scoring/{scorer}/sheets/{unit}/submission', { params: { ...params, header: etag ? { 'If-Match': etag } : {} } }));
    },
  };
}

function valuesOf(view: Schema['PeerSheetView']): ReadonlyMap<string, Value> {
  return new Map<string, Value>([
    ...view.scores.map(({ criterion, points }) => [criterion, points === null || points === undefined ? null : toHundredths(points)] as const),
    ...view.comment ? [[commentKey, view.comment] as const] : [],
  ]);
}
