import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { DaysLeft } from '../../parts/DaysLeft';
import { Pager } from '../../parts/Pager';
import { Show } from '../../parts/Show';
import { StatusBadge } from '../../parts/StatusBadge';
import { usePages } from '../../parts/usePages';
import { go } from '../../shell/router';
import { common } from '../../words/common';
import { day } from '../../words/format';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { blocAddress, mayIn, placeIn } from './place';
import { ReportRequest } from './ReportRequest';
import { newReportId } from './reportRules';
import { reportKinds, reportStates } from './reportWords';
import './bloc.css';

const w = words({
  title: 'Báo cáo của khối',
  request: 'Yêu cầu báo cáo',
  none: 'Chưa có báo cáo nào được yêu cầu.',
  due: 'Hạn gửi',
}, {
  title: 'Reports of the bloc',
  request: 'Ask for a report',
  none: 'No report was asked for.',
  due: 'Due',
});

/** The bloc's reports of the year, and the way to ask the units for one. */
export default function Reports({ params }: ViewProps) {
  const place = placeIn(params);
  const path = { year: place.year, bloc: place.bloc };
  const list = usePages(async (continuation, signal) => {
    const { data } = await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/reports', { params: { path, query: { pageSize: 100, ...continuation ? { continuation } : null } }, signal }));
    return { items: data.reports, continuation: data.continuation };
  }, [path]);
  const [isAsking, setAsking] = useState(false);
  return (
    <Frame place={place} view="reports" title={w.title} actions={mayIn('RequestReports', place) && !isAsking && <button type="button" class="primary" onClick={() => setAsking(true)}>{w.request}</button>}>
      {isAsking && (
        <ReportRequest
          title={w.request} year={place.year} onClose={() => setAsking(false)}
          save={async body => {
            const report = newReportId(body.kind, list.value?.map(one => one.report) ?? []);
            await ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/reports/{report}', { params: { path: { ...path, report } }, body }));
            go(blocAddress(place, 'reports', report));
          }} />
      )}
      <Show of={list}>
        {reports => reports.length === 0 ? <p class="card">{w.none}</p> : (
          <ul class="tasks">
            {reports.map(one => (
              <li key={one.report}>
                <div class="task-what">
                  <a class="task-name" href={blocAddress(place, 'reports', one.report)}>{one.title}</a>
                  <p class="small">{reportKinds[one.kind]} · {day(one.from)} – {day(one.until)}</p>
                </div>
                <span>{w.due} <DaysLeft until={one.due} isDone={one.state !== 'open'} /></span>
                <StatusBadge kind={one.state === 'adopted' ? 'good' : 'plain'}>{reportStates[one.state]}</StatusBadge>
                <a class="button" href={blocAddress(place, 'reports', one.report)} aria-label={`${common.open}: ${one.title}`}>{common.open}</a>
              </li>
            ))}
          </ul>
        )}
      </Show>
      <Pager of={list} />
    </Frame>
  );
}
