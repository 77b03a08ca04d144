import { api, ask, type Schema } from '../../../api/client';
import { Show } from '../../../parts/Show';
import { StatusBadge } from '../../../parts/StatusBadge';
import { Table } from '../../../parts/Table';
import { useAnswer } from '../../../parts/useAnswer';
import { may } from '../../../shell/session';
import { cited } from '../../../words/cited';
import { common } from '../../../words/common';
import { count, day } from '../../../words/format';
import { words } from '../../../words/language';
import type { ViewProps } from '../../routes';
import { readAll } from '../all';
import { Frame } from '../Frame';
import { at } from '../names';
import { fresh } from './fresh';
import { YearChoice } from './YearChoice';

type View = Schema['DecisionView'];

const w = words({
  title: (year: number) => `Quyết định khen thưởng năm ${year}`, lead: 'Quyết định tặng danh hiệu cho thành tích của năm này, kể cả các năm trước khi dùng hệ thống.', add: 'Ghi quyết định', none: 'Năm này chưa ghi quyết định nào.', caption: 'Các quyết định', decision: 'Quyết định', titles: 'Số danh hiệu', whole: 'Còn hiệu lực', revoked: (n: number) => `Đã hủy bỏ ${n}`,
}, {
  title: year => `Decisions for ${year}`, lead: 'Decisions that give titles for this year, also of years before this program.', add: 'Record a decision', none: 'No decision was recorded for this year.', caption: 'Decisions', decision: 'Decision', titles: 'Titles', whole: 'It stands', revoked: n => `${n} revoked`,
});

export const allDecisions = (year: number, signal: AbortSignal) => readAll<View>(continuation =>
  ask(api.GET('/api/cycles/{year}/decisions', { params: { path: { year }, query: continuation ? { continuation } : {} }, signal }))
    .then(({ data }) => ({ items: data.decisions, continuation: data.continuation })));

export const revokedOf = (one: View): number => one.titles.filter(title => title.revocation).length;

export default function Decisions({ params }: ViewProps) {
  const year = Number(params.year);
  const list = useAnswer(signal => allDecisions(year, signal), [year]);
  return (
    <Frame title={w.title(year)} lead={w.lead} actions={may('PutDecision') && <a class="button primary" href={at('decisions', year, fresh, 'edit')}>{w.add}</a>}>
      <YearChoice year={year} address={one => at('decisions', one)} />
      <Show of={list}>
        {all => (
          <Table
            caption={w.caption} isCaptionHidden rows={all} rowKey={one => one.decision} empty={w.none}
            columns={[
              { head: w.decision, cell: one => <a href={at('decisions', year, one.decision)}>{cited(one.paper)}</a>, sort: one => one.paper.number },
              { head: common.day, cell: one => day(one.paper.day), sort: one => one.paper.day },
              { head: w.titles, cell: one => count(one.titles.length), sort: one => one.titles.length, isNumber: true },
              { head: common.state, cell: one => revokedOf(one) > 0 ? <StatusBadge kind="bad">{w.revoked(revokedOf(one))}</StatusBadge> : <StatusBadge kind="good">{w.whole}</StatusBadge> },
            ]} />
        )}
      </Show>
    </Frame>
  );
}
