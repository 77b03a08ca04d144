import { api, ask } from '../../api/client';
import { DaysLeft } from '../../parts/DaysLeft';
import { Page } from '../../parts/Page';
import { Pager } from '../../parts/Pager';
import { Show } from '../../parts/Show';
import { Empty } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { usePages } from '../../parts/usePages';
import { addressOf } from '../../shell/places';
import { common } from '../../words/common';
import { day } from '../../words/format';
import { reportKindNames, reportStateNames, reportWords as w } from '../../words/reports';
import type { ViewProps } from '../routes';
import { placeOf } from '../sheet/place';

/** The reports that the bloc asks for in a year. */
export default function Reports({ params }: ViewProps) {
  const place = placeOf(params);
  const { year, bloc } = place;
  const list = usePages((continuation, signal) => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/reports', {
    params: { path: { year, bloc }, query: continuation ? { continuation } : {} }, signal,
  })).then(({ data }) => ({ items: data.reports, continuation: data.continuation })), [year, bloc]);
  return (
    <Page title={w.title} lead={w.lead}>
      <Show of={list}>{reports => reports.length === 0 ? <Empty>{w.none}</Empty> : (
        <ul class="tasks">
          {[...reports].sort((a, b) => b.due.localeCompare(a.due)).map(report => (
            <li key={report.report}>
              <div class="task-what">
                <span class="task-name">{report.title}</span>
                <p class="small">{reportKindNames[report.kind]}. {w.covers(day(report.from), day(report.until))}</p>
                <p>{w.due}: <DaysLeft until={report.due} isDone={report.state !== 'open'} /> <StatusBadge kind={report.state === 'open' ? 'info' : report.state === 'adopted' ? 'good' : 'plain'}>{reportStateNames[report.state]}</StatusBadge></p>
              </div>
              <div class="row"><a class={`button ${report.state === 'open' ? 'primary' : ''}`} href={addressOf('reports', place, report.report)}>{report.state === 'open' ? w.write : common.open}<span class="hidden"> – {report.title}</span></a></div>
            </li>
          ))}
        </ul>
      )}</Show>
      <Pager of={list} />
    </Page>
  );
}
