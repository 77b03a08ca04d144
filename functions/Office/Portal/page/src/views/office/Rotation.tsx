import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useChanges } from '../../parts/useGuard';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { Select } from './Frame';

const w = words({
  title: 'Thứ tự luân phiên làm Khối trưởng', hint: 'Sau đơn vị cuối lại đến đơn vị đầu. Thứ tự này chỉ dùng để đề xuất.', up: 'Lên', add: 'Thêm đơn vị', choose: '– chọn –', none: 'Khối chưa có thứ tự luân phiên.',
}, {
  title: 'Order in which units lead', hint: 'After the last comes the first. Only what is suggested depends on it.', up: 'Up', add: 'Add a unit', choose: '– choose –', none: 'The bloc has no such order.',
});

/** In which order the units of a bloc lead it. */
export function Rotation({ bloc, onChange }: { bloc: Schema['BlocWithMembersView']; onChange: () => void }) {
  const [order, set] = useState<readonly string[]>(bloc.rotation);
  const act = useAct();
  useChanges(order, act.isBusy);
  const nameOf = (unit: string) => bloc.members.find(member => member.unit === unit)?.name ?? unit;
  const left = bloc.members.filter(member => !order.includes(member.unit));
  const up = (at: number) => set([...order.slice(0, at - 1), order[at]!, order[at - 1]!, ...order.slice(at + 1)]);
  const put = (sent: readonly string[], etag?: string | null) =>
    ask(api.PUT('/api/blocs/{bloc}/rotation', { params: { path: { bloc: bloc.bloc.id }, header: etag ? { 'If-Match': etag } : {} }, body: { order: [...sent] } }));
  const save = async (event: Event) => {
    event.preventDefault();
    // What is shown, sent again, changes nothing and answers with its tag; where it is no longer so, it is refused.
    if (await act.run(async () => put(order, (await put(bloc.rotation)).etag))) {
      onChange();
    }
  };
  return (
    <details class="card">
      <summary>{w.title}</summary>
      <form onSubmit={event => void save(event)}>
        <p class="hint">{w.hint}</p>
        {order.length === 0 && <p class="soft">{w.none}</p>}
        <ol>
          {order.map((unit, at) => (
            <li key={unit}>
              {nameOf(unit)}{' '}
              {at > 0 && <button type="button" class="quiet" aria-label={`${w.up}: ${nameOf(unit)}`} onClick={() => up(at)}>▲</button>}
              <button type="button" class="quiet" onClick={() => set(order.filter(one => one !== unit))}>{common.remove}<span class="hidden"> – {nameOf(unit)}</span></button>
            </li>
          ))}
        </ol>
        {left.length > 0 && <p><Select value="" label={w.add} onChange={unit => unit && set([...order, unit])} choices={[{ value: '', name: `${w.add}: ${w.choose}` }, ...left.map(member => ({ value: member.unit, name: member.name }))]} /></p>}
        {act.problem && <ProblemView problem={act.problem} />}
        <button type="submit" class="primary" disabled={act.isBusy || order.join() === bloc.rotation.join()}>{common.save}</button>
      </form>
    </details>
  );
}
