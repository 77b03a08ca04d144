import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DaysLeft } from '../../parts/DaysLeft';
import { Pager } from '../../parts/Pager';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { SheetState, StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { usePages } from '../../parts/usePages';
import type { PlaceId } from '../../shell/places';
import { today } from '../../shell/session';
import { daysBetween } from '../../words/days';
import { byName, moment } from '../../words/format';
import { words } from '../../words/language';
import { common } from '../../words/common';
import { blocAddress, inPeriod, mayIn } from './place';
import { NotApplicable } from './NotApplicable';
import { SendBack } from './SendBack';

const w = words({
  sheets: 'Phiếu chấm điểm của các đơn vị',
  late: (days: number) => `chậm ${days} ngày`,
  submittedAt: 'Nộp lúc',
  look: 'Xem, thẩm định',
  sendBack: 'Trả lại',
  assign: 'Tiêu chí không giao',
  assigned: (unit: string) => `Đã ghi các tiêu chí không giao cho ${unit}.`,
  what: 'Việc',
  sent: (unit: string) => `Đã trả phiếu cho ${unit}; đơn vị nhận được thư kèm lý do.`,
}, {
  sheets: 'Score sheets of the units',
  late: days => `${days} days late`,
  submittedAt: 'Handed in',
  look: 'Look, appraise',
  sendBack: 'Return',
  assign: 'Criteria not assigned',
  assigned: unit => `It is written down which criteria ${unit} does not have.`,
  what: 'To do',
  sent: unit => `The sheet was returned to ${unit}, which gets the reason by mail.`,
});

type Item = Schema['SheetItem'];

/** Where the members' sheets are, who is late, and what a leader does with one. */
export function Sheets({ place }: { place: PlaceId }) {
  const { year, period, bloc } = place;
  const list = usePages(async (continuation, signal) => {
    const { data } = await ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets', {
      params: { path: inPeriod(place), query: { pageSize: 200, ...continuation ? { continuation } : null } }, signal,
    }));
    return { items: data.sheets, continuation: data.continuation };
  }, [year, period, bloc]);
  const [asked, choose] = useState<Item | null>(null);
  const [unassigned, unassign] = useState<Item | null>(null);
  const [said, say] = useState('');
  const daysLate = (item: Item) => item.isOverdue && item.deadline ? daysBetween(item.deadline, today.value) : 0;
  return (
    <section>
      {said && <Notice kind="good">{said}</Notice>}
      <Show of={list}>
        {items => (
          <Table
            caption={w.sheets} rows={[...items].sort(byName(item => item.name)).sort((a, b) => daysLate(b) - daysLate(a))} rowKey={item => item.unit}
            columns={[
              { head: common.unit, cell: item => item.name, sort: item => item.name },
              { head: common.state, cell: item => <StateOf item={item} late={daysLate(item)} />, sort: daysLate },
              { head: common.deadline, cell: item => item.deadline && <DaysLeft until={item.deadline} isDone={!['draft', 'notStarted', 'returned', 'revisionRequested'].includes(item.state) || item.isOverdue} />, sort: item => item.deadline },
              { head: w.submittedAt, cell: item => moment(item.submittedAt), sort: item => item.submittedAt },
              { head: w.what, cell: item => (
                <span class="row">
                  {item.state !== 'notStarted' && <a class="button" href={blocAddress(place, 'sheet', item.unit)} aria-label={`${w.look}: ${item.name}`}>{w.look}</a>}
                  {item.state === 'submitted' && mayIn('ReturnSheet', place) && <button type="button" aria-label={`${w.sendBack}: ${item.name}`} onClick={() => { say(''); choose(item); }}>{w.sendBack}</button>}
                  {!['submitted', 'locked', 'closed'].includes(item.state) && mayIn('SetNotApplicable', place) && <button type="button" class="quiet" aria-label={`${w.assign}: ${item.name}`} onClick={() => { say(''); unassign(item); }}>{w.assign}</button>}
                </span>
              ) },
            ]} />
        )}
      </Show>
      <Pager of={list} />
      {unassigned && <NotApplicable sheet={{ ...place, unit: unassigned.unit }} name={unassigned.name} onClose={() => unassign(null)} onDone={() => { say(w.assigned(unassigned.name)); list.reload(); }} />}
      {asked && (
        <SendBack
          sheet={{ ...place, unit: asked.unit }} name={asked.name} deadline={asked.deadline} onClose={() => choose(null)}
          onDone={() => { say(w.sent(asked.name)); list.reload(); }} />
      )}
    </section>
  );
}

function StateOf({ item, late }: { item: Item; late: number }) {
  return (
    <>
      <SheetState state={item.state} />
      {late > 0 && <> <StatusBadge kind="bad">{w.late(late)}</StatusBadge></>}
    </>
  );
}
