import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { common } from '../../words/common';
import { byName } from '../../words/format';
import { words } from '../../words/language';
import { stageNames } from '../../words/names';
import { Frame } from './Frame';
import { at } from './names';
import { allBlocs } from './reads';

const w = words({
  title: 'Công bố kết quả', lead: 'Chọn một khối để xem các điều kiện và công bố.', none: 'Chưa có năm nào đang mở.', stage: 'Đang ở bước', submitted: 'Đã nộp phiếu', late: 'Nộp phiếu chậm', year: (year: number) => `Năm ${year}`, over: (year: number) => `Năm ${year} – đã kết thúc: xem hoặc công bố nốt`, between: 'giữa các bước',
}, { title: 'Publication', lead: 'Choose a bloc to see what is ready, and to publish.', none: 'No year is open.', stage: 'At the step', submitted: 'Handed in', late: 'Sheets that are late', year: year => `${year}`, over: year => `${year} – over: look, or publish what is left`, between: 'between steps' });

/** A year is over by its calendar before its standings need be published. */
async function readOver(signal: AbortSignal) {
  const [cycles, blocs] = await Promise.all([ask(api.GET('/api/cycles', { signal })), allBlocs(signal)]);
  const years = cycles.data.cycles.filter(one => one.state === 'closed').map(one => one.year).sort((a, b) => b - a).slice(0, 2);
  return Promise.all(years.map(async year => {
    const { data } = await ask(api.GET('/api/cycles/{year}', { params: { path: { year } }, signal }));
    return { year, rows: data.blocs.flatMap(one => data.periods.map(period => ({ bloc: one.bloc, name: blocs.find(bloc => bloc.id === one.bloc)?.name ?? one.bloc, period: period.id, periodName: data.periods.length > 1 ? period.name : '' }))).sort(byName(one => one.name)) };
  }));
}

export default function Publication() {
  const asked = useAnswer(signal => ask(api.GET('/api/admin/operations', { signal })), []);
  const over = useAnswer(readOver, []);
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
      <Show of={over}>
        {years => years.map(({ year, rows }) => (
          <details class="card">
            <summary>{w.over(year)}</summary>
            <ul>{rows.map(one => <li><a href={at('publication', year, one.period, one.bloc)}>{[one.name, one.periodName].filter(Boolean).join(' · ')}</a></li>)}</ul>
          </details>
        ))}
      </Show>
    </Frame>
  );
}
