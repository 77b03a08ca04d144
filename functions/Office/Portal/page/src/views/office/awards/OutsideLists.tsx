import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { Show } from '../../../parts/Show';
import { StatusBadge } from '../../../parts/StatusBadge';
import { Table } from '../../../parts/Table';
import { useAnswer } from '../../../parts/useAnswer';
import { may } from '../../../shell/session';
import { cited } from '../../../words/cited';
import { common } from '../../../words/common';
import { day } from '../../../words/format';
import { words } from '../../../words/language';
import type { ViewProps } from '../../routes';
import { Frame } from '../Frame';
import { at } from '../names';
import { OutsideListForm } from './OutsideListForm';
import { YearChoice } from './YearChoice';

type List = Schema['OutsideListView'];

const w = words({
  title: (year: number) => `Danh sách cơ quan ngoài gửi, năm ${year}`, lead: 'Danh sách đã nhận mà không nêu ai cũng là một câu trả lời; chưa nhận thì điều kiện liên quan chưa rõ.', add: 'Thêm danh sách', none: 'Năm này chưa có danh sách nào.', caption: 'Các danh sách', body: 'Cơ quan', about: 'Về việc',
  due: 'Hạn gửi', received: 'Ngày nhận', late: 'Quá hạn', waits: 'Còn chờ', came: 'Đã nhận', cameLate: 'Nhận muộn', entries: 'Đơn vị được nêu', nobody: 'không nêu đơn vị nào',
}, {
  title: year => `Lists of outside bodies, ${year}`, lead: 'A list that came and names nobody is an answer, too; while it has not come, what asks for it is not known.', add: 'Enter a list', none: 'There is no list for this year.', caption: 'Lists', body: 'Body', about: 'About',
  due: 'Due', received: 'Came on', late: 'Overdue', waits: 'Expected', came: 'Came', cameLate: 'Came late', entries: 'Units that are named', nobody: 'names no unit',
});

export default function OutsideLists({ params }: ViewProps) {
  const year = Number(params.year);
  const [edited, edit] = useState<List | 'new'>();
  const lists = useAnswer(signal => ask(api.GET('/api/cycles/{year}/outside-lists', { params: { path: { year } }, signal })).then(({ data }) => data.lists), [year]);
  return (
    <Frame title={w.title(year)} lead={w.lead} actions={may('PutOutsideList') && <button type="button" class="primary" onClick={() => edit('new')}>{w.add}</button>}>
      <YearChoice year={year} address={one => at('outside-lists', one)} />
      <Show of={lists}>
        {all => (
          <Table
            caption={w.caption} isCaptionHidden rows={all} rowKey={one => one.list} empty={w.none}
            columns={[
              { head: w.body, cell: one => <>{one.body}{one.paper && <p class="small">{cited(one.paper)}</p>}</>, sort: one => one.body },
              { head: w.about, cell: one => one.about },
              { head: common.state, cell: one => <State of={one} /> },
              { head: w.due, cell: one => day(one.due) || '–', sort: one => one.due },
              { head: w.received, cell: one => day(one.received) || '–', sort: one => one.received },
              { head: w.entries, cell: one => one.entries.length > 0 ? <ul class="small">{one.entries.map(entry => <li>{entry.unitName}: {entry.finding}</li>)}</ul> : one.received ? w.nobody : '–' },
              ...may('PutOutsideList') ? [{ head: common.edit, cell: (one: List) => <button type="button" class="quiet" onClick={() => edit(one)}>{common.edit}<span class="hidden"> – {one.body}</span></button> }] : [],
            ]} />
        )}
      </Show>
      {edited && <OutsideListForm year={year} known={edited === 'new' ? null : edited} taken={lists.value?.map(one => one.list) ?? []} onClose={() => edit(undefined)} onSaved={lists.reload} />}
    </Frame>
  );
}

function State({ of }: { of: List }) {
  return of.received
    ? <StatusBadge kind={of.isLate ? 'warn' : 'good'}>{of.isLate ? w.cameLate : w.came}</StatusBadge>
    : <StatusBadge kind={of.isLate ? 'bad' : 'info'}>{of.isLate ? w.late : w.waits}</StatusBadge>;
}
