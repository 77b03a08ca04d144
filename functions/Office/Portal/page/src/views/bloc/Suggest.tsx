import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { ProblemView } from '../../parts/States';
import { Table } from '../../parts/Table';
import { useAct } from '../../parts/useAct';
import { useChanges } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { words } from '../../words/language';

const w = words({
  basis: 'Căn cứ',
  votes: 'Số phiếu theo biên bản',
  head: 'Phiếu bầu Khối trưởng',
  deputy: 'Phiếu bầu Khối phó',
  hint: 'Đơn vị không có phiếu thì để trống. Bằng phiếu nhau thì không ai được đề xuất.',
}, {
  basis: 'Because',
  votes: 'Votes as the minutes count them',
  head: 'Votes to lead',
  deputy: 'Votes to be deputy',
  hint: 'Leave it empty where a unit got none. A tie suggests nobody.',
});

export const basisNames: Readonly<Record<Schema['SuggestionBasis'], string>> = words(
  { deputy: 'Khối phó kế nhiệm', order: 'Theo thứ tự luân phiên của khối', vote: 'Theo kết quả bỏ phiếu' }, { deputy: 'The deputy succeeds', order: 'By the bloc’s order', vote: 'By a vote' });

export interface SuggestProps {
  readonly place: PlaceId;
  readonly title: string;
  /** Of next year's term, where there is one. */
  readonly etag: string | null;
  readonly members: readonly { readonly unit: string; readonly name: string }[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type Votes = Readonly<Record<string, string>>;

/** Suggests who leads next year: the deputy, whoever follows in the bloc's order, or by the counts of a vote. */
export function Suggest({ place, title, etag, members, onClose, onDone }: SuggestProps) {
  const [basis, setBasis] = useState<Schema['SuggestionBasis']>('deputy');
  const [head, setHead] = useState<Votes>({});
  const [deputy, setDeputy] = useState<Votes>({});
  const act = useAct();
  useChanges([basis, head, deputy], act.isBusy);
  const counted = (votes: Votes) => Object.entries(votes).flatMap(([unit, text]) => /^\d+$/u.test(text.trim()) ? [{ unit, votes: Number(text) }] : []);
  const submit = async (event: Event) => {
    event.preventDefault();
    const isDone = await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/next-term', {
      params: { path: { year: place.year, bloc: place.bloc }, header: etag ? { 'If-Match': etag } : {} },
      body: basis === 'vote' ? { basis, head: counted(head), deputy: counted(deputy) } : { basis },
    })));
    if (isDone) {
      onDone();
    }
  };
  const field = (name: string, votes: Votes, set: (votes: Votes) => void) => (one: { unit: string; name: string }) => (
    <input
      type="text" inputMode="numeric" size={5} aria-label={`${name}: ${one.name}`} value={votes[one.unit] ?? ''}
      onInput={event => set({ ...votes, [one.unit]: event.currentTarget.value })} />
  );
  return (
    <form class="card" onSubmit={event => void submit(event)}>
      <h2>{title}</h2>
      {act.problem && <ProblemView problem={act.problem} />}
      <fieldset class="choices">
        <legend>{w.basis}</legend>
        {(['deputy', 'order', 'vote'] as const).map(one => <label><input type="radio" name="basis" checked={basis === one} onChange={() => setBasis(one)} /> {basisNames[one]}</label>)}
      </fieldset>
      {basis === 'vote' && (
        <>
          <p class="hint">{w.hint}</p>
          <Table
            caption={w.votes} rows={members} rowKey={one => one.unit}
            columns={[
              { head: common.unit, cell: one => one.name },
              { head: w.head, cell: field(w.head, head, setHead) },
              { head: w.deputy, cell: field(w.deputy, deputy, setDeputy) },
            ]} />
        </>
      )}
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || (basis === 'vote' && counted(head).length === 0)}>{common.save}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
      </div>
    </form>
  );
}
