import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { may } from '../../shell/session';
import { day } from '../../words/format';
import { words } from '../../words/language';
import { readAll } from './all';
import { Frame } from './Frame';
import { at } from './names';
import { successionKinds } from './successions';

type Succession = Schema['SuccessionView'];

const w = words({
  title: 'Thay đổi về tổ chức', lead: 'Đơn vị đổi tên, hợp nhất, chia, tách, giải thể hay chuyển khối theo quyết định.', record: 'Ghi thay đổi', none: 'Chưa ghi thay đổi nào.',
  day: 'Từ ngày', kind: 'Thay đổi', of: 'Đơn vị', to: 'Thành', state: 'Tình trạng', done: 'Đã thực hiện', waits: 'Chờ đến ngày', stuck: 'Còn vướng',
}, {
  title: 'Changes of units', lead: 'Units that a decision renamed, merged, split, dissolved or moved.', record: 'Record a change', none: 'No change was recorded.',
  day: 'From', kind: 'Change', of: 'Units', to: 'Become', state: 'State', done: 'Done', waits: 'Waits for its day', stuck: 'Something stands in the way',
});

export default function Successions() {
  const asked = useAnswer(signal => readAll<Succession>(async continuation => {
    const { data } = await ask(api.GET('/api/successions', { params: { query: continuation ? { continuation } : {} }, signal }));
    return { items: data.successions, continuation: data.continuation };
  }), []);
  return (
    <Frame title={w.title} lead={w.lead} actions={may('SucceedUnit') && <a class="button primary" href={at('succession')}>{w.record}</a>}>
      <Show of={asked}>
        {all => (
          <Table
            caption={w.title} isCaptionHidden rows={[...all].sort((a, b) => b.day.localeCompare(a.day))} rowKey={one => one.id} empty={w.none}
            columns={[
              { head: w.day, cell: one => <a href={at('succession', one.id)}>{day(one.day)}<span class="hidden"> – {namesOf(one)}</span></a>, sort: one => one.day },
              { head: w.kind, cell: one => successionKinds[one.kind], sort: one => successionKinds[one.kind] },
              { head: w.of, cell: namesOf },
              { head: w.to, cell: one => one.name ?? one.to.map(to => to.unitName).join(', ') },
              { head: w.state, cell: one => <StateOf one={one} /> },
            ]} />
        )}
      </Show>
    </Frame>
  );
}

export const namesOf = (one: Succession): string => one.from.map(from => from.unitName).join(', ');

export function StateOf({ one }: { one: Succession }) {
  return one.isDone ? <StatusBadge kind="good">{w.done}</StatusBadge> : one.obstacle ? <StatusBadge kind="bad">{w.stuck}</StatusBadge> : <StatusBadge kind="info">{w.waits}</StatusBadge>;
}
