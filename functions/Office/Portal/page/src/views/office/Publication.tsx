import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { stageNames } from '../../words/names';
import { Frame } from './Frame';
import { at } from './names';

const w = words({
  title: 'Công bố kết quả', lead: 'Chọn một khối để xem các điều kiện và công bố.', none: 'Chưa có năm nào đang mở.', stage: 'Đang ở bước', submitted: 'Đã nộp phiếu', late: 'Nộp phiếu chậm', year: (year: number) => `Năm ${year}`, between: 'giữa các bước',
}, { title: 'Publication', lead: 'Choose a bloc to see what is ready, and to publish.', none: 'No year is open.', stage: 'At the step', submitted: 'Handed in', late: 'Sheets that are late', year: year => `${year}`, between: 'between steps' });

export default function Publication() {
  const asked = useAnswer(signal => ask(api.GET('/api/admin/operations', { signal })), []);
  return (
    <Frame title={w.title} lead={w.lead}>
      <Show of={asked}>
        {({ data }) => data.years.length === 0 ? <p class="card">{w.none}</p> : data.years.map(year => (
          <Table
            caption={w.year(year.year)} rows={year.blocs} rowKey={bloc => bloc.bloc + bloc.period}
            columns={[
              { head: common.bloc, cell: bloc => <a href={at('publication', year.year, bloc.period, bloc.bloc)}>{bloc.blocName}</a>, sort: bloc => bloc.blocName },
              { head: w.stage, cell: bloc => stageNames[bloc.stage as Schema['StageKind']] ?? w.between },
              { head: w.submitted, cell: bloc => `${bloc.submitted}/${bloc.members}`, isNumber: true },
              { head: w.late, cell: bloc => bloc.late > 0 && <StatusBadge kind="bad">{bloc.late}</StatusBadge> },
            ]} />
        ))}
      </Show>
    </Frame>
  );
}
