import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Problem } from '../../api/problem';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { useAnswer } from '../../parts/useAnswer';
import { isReadable } from '../../parts/useValidity';
import { may } from '../../shell/session';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { again, bodyOf, cycleFrom, cycleOf, differences, isNothing, type Cycle } from './cycle';
import { Frame } from './Frame';
import { at, cycleStateNames } from './names';
import { allBlocs, allSchemes } from './reads';
import { SaveYear } from './SaveYear';
import { BlocsOfYear } from './BlocsOfYear';
import { Stages } from './Stages';
import { useGuard } from '../../parts/useGuard';

const w = words({
  title: (year: string) => `Năm thi đua ${year}`, back: 'Năm thi đua và lịch', fresh: 'Năm này chưa có. Dưới đây là lịch mẫu và tất cả các khối; xin xem lại rồi lưu.',
  merged: 'Người khác vừa thay đổi năm này. Thay đổi của bạn đã được đặt lên bản mới nhất; xin xem lại rồi lưu.', saved: 'Đã lưu.', calendar: 'Lịch chung của năm', review: 'Xem lại và lưu', undo: 'Bỏ các thay đổi',
}, {
  title: year => `The year ${year}`, back: 'Years and calendars', fresh: 'This year is not there yet. Below are the template’s calendar and all blocs; please look through them and save.',
  merged: 'Somebody else has just changed this year. Your changes stand on the newest version now; please look through them and save.', saved: 'Saved.', calendar: 'The year’s calendar', review: 'Review and save', undo: 'Undo my changes',
});

/** What is there (null for a year that is not), and what the form needs to know. */
interface Read {
  readonly cycle: Cycle | null;
  readonly state: Schema['CycleState'] | null;
  readonly etag: string | null;
  readonly draft: Cycle;
  readonly blocs: readonly Schema['BlocView'][];
  readonly schemes: readonly Schema['SchemeItem'][];
}

const readYear = (year: number, signal?: AbortSignal) => ask(api.GET('/api/cycles/{year}', { params: { path: { year } }, ...signal ? { signal } : null }))
  .catch((thrown: unknown) => {
    if (thrown instanceof Problem && thrown.status === 404) {
      return null;
    }

    throw thrown;
  });

async function readAll(year: number, signal: AbortSignal): Promise<Read> {
  const [found, blocs, schemes] = await Promise.all([readYear(year, signal), allBlocs(signal), allSchemes(signal)]);
  if (found) {
    const cycle = cycleOf(found.data);
    return { cycle, state: found.data.state, etag: found.etag, draft: cycle, blocs, schemes };
  }

  const { data: template } = await ask(api.GET('/api/calendar-template', { signal }));
  const last = schemes.filter(scheme => !scheme.isDraft);
  const scheme = last.length === 1 ? { id: last[0]!.scheme, version: last[0]!.version } : null;
  return { cycle: null, state: null, etag: null, draft: cycleFrom(template, year, blocs.map(bloc => ({ bloc: bloc.id, scheme, stages: [] }))), blocs, schemes };
}

export default function Year({ params }: ViewProps) {
  const year = Number(params.year);
  const asked = useAnswer(signal => readAll(year, signal), [year]);
  return (
    <Frame title={w.title(params.year!)} back={{ href: at('years'), name: w.back }} lead={asked.value?.state && cycleStateNames[asked.value.state]}>
      <Show of={asked}>{read => <YearForm key={read.etag} year={year} read={read} />}</Show>
    </Frame>
  );
}

/** The form by itself: a step of the set-up. */
export function YearOf({ year, onSaved }: { year: number; onSaved: () => void }) {
  const asked = useAnswer(signal => readAll(year, signal), [year]);
  return <Show of={asked}>{read => <YearForm year={year} read={read} onSaved={onSaved} />}</Show>;
}

const nothing: Cycle = { startsOn: '', periods: [], stages: [], blocs: [] };

function YearForm({ year, read, onSaved }: { year: number; read: Read; onSaved?: () => void }) {
  const [base, setBase] = useState({ cycle: read.cycle, etag: read.etag });
  const [draft, set] = useState(read.draft);
  const [isReviewed, review] = useState(false);
  const [note, say] = useState<'merged' | 'saved'>();
  const changes = differences(base.cycle ?? nothing, draft);
  const hasChanges = base.cycle === null || !isNothing(changes);
  useGuard(base.cycle !== null && hasChanges);
  const nameOf = (bloc: string) => read.blocs.find(one => one.id === bloc)?.name ?? bloc;
  const change = (next: Cycle) => {
    say(undefined);
    set(next);
  };
  const save = async () => {
    try {
      const { data, etag } = await ask(api.PUT('/api/cycles/{year}', { params: { path: { year }, header: base.etag ? { 'If-Match': base.etag } : {} }, body: bodyOf(draft) }));
      setBase({ cycle: cycleOf(data), etag });
      set(cycleOf(data));
      say('saved');
      onSaved?.();
    } catch (thrown) {
      const latest = thrown instanceof Problem && [412, 428].includes(thrown.status) ? await readYear(year) : null;
      if (!latest) {
        throw thrown;
      }

      const theirs = cycleOf(latest.data);
      set(again(base.cycle ?? nothing, draft, theirs));
      setBase({ cycle: theirs, etag: latest.etag });
      say('merged');
    }
  };
  return (
    <>
      {base.cycle === null && <Notice kind="note">{w.fresh}</Notice>}
      {note && <Notice kind={note === 'saved' ? 'good' : 'note'}>{w[note]}</Notice>}
      <BlocsOfYear cycle={draft} base={base.cycle} blocs={read.blocs} schemes={read.schemes} onChange={change} />
      <h2>{w.calendar}</h2>
      <Stages cycle={draft} onChange={change} />
      {may('PutCycle') && (
        <div class="buttons card">
          <button type="button" class="primary" disabled={!hasChanges} onClick={() => isReadable() && review(true)}>{w.review}</button>
          {base.cycle && hasChanges && <button type="button" onClick={() => change(base.cycle!)}>{w.undo}</button>}
        </div>
      )}
      {isReviewed && <SaveYear year={year} changes={changes} withoutScheme={draft.blocs.filter(one => !one.scheme).map(one => one.bloc)} isNew={base.cycle === null} state={read.state} nameOf={nameOf} onConfirm={save} onClose={() => review(false)} />}
    </>
  );
}
