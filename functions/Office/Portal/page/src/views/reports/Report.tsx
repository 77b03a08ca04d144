import { api, ask } from '../../api/client';
import { absent } from '../../api/absent';
import { DaysLeft } from '../../parts/DaysLeft';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf } from '../../shell/places';
import { day } from '../../words/format';
import { reportKindNames, reportStateNames, reportWords as w } from '../../words/reports';
import type { ViewProps } from '../routes';
import { placeOf } from '../sheet/place';
import { BlocReport } from './BlocReport';
import { MyPart } from './MyPart';
import './reports.css';

/** One report: what is asked, the unit's own part of it, and the text of the bloc once it is shown. */
export default function Report({ params }: ViewProps) {
  const place = placeOf(params);
  const path = { year: place.year, bloc: place.bloc, report: params.report ?? '' };
  const asked = useAnswer(async signal => {
    const [report, part] = await Promise.all([
      ask(api.GET('/api/cycles/{year}/blocs/{bloc}/reports/{report}', { params: { path }, signal })),
      absent(ask(api.GET('/api/cycles/{year}/blocs/{bloc}/reports/{report}/parts/{unit}', { params: { path: { ...path, unit: place.unit } }, signal }))),
    ]);
    return { report: report.data, part };
  }, [path, place.unit]);
  const report = asked.value?.report;
  return (
    <Page title={report?.title ?? w.title} back={{ href: addressOf('reports', place), name: w.back }}>
      <Show of={asked}>{({ report, part }) => (
        <>
          <section class="card">
            <p>
              {reportKindNames[report.kind]}. {w.covers(day(report.from), day(report.until))}.{' '}
              <StatusBadge kind={report.state === 'open' ? 'info' : report.state === 'adopted' ? 'good' : 'plain'}>{reportStateNames[report.state]}</StatusBadge>
            </p>
            <p>{w.due}: <DaysLeft until={report.due} isDone={part?.data.part.state === 'sent' || report.state !== 'open'} />. {w.sentCount(report.sent, report.asked)}.</p>
            {report.note && <p class="pre"><strong>{w.note}:</strong> {report.note}</p>}
          </section>
          {part ? <MyPart key={`${part.etag} ${part.data.part.state}`} place={place} report={report} answer={part} reload={asked.reload} /> : <Notice>{w.notAsked}</Notice>}
          <BlocReport report={report} />
        </>
      )}</Show>
    </Page>
  );
}
