import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { DayField } from '../../parts/DayField';
import { DaysLeft } from '../../parts/DaysLeft';
import { Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { Notice, ProblemView } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { today } from '../../shell/session';
import { day, type Day } from '../../words/format';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { blocAddress, mayIn, placeIn } from './place';
import { ReportParts } from './ReportParts';
import { ReportText } from './ReportText';
import { reportKinds, reportStates } from './reportWords';
import './bloc.css';

const w = words({
  title: 'Báo cáo',
  all: 'Các báo cáo của khối',
  merge: 'Gộp các phần đã gửi',
  merged: (added: number, removed: number, look: number) => `Đã gộp: thêm ${added} đoạn, bớt ${removed} đoạn${look > 0 ? `, ${look} đoạn cần xem lại` : ''}.`,
  notMerged: (units: string) => `Chưa gộp được phần của: ${units}.`,
  adopt: 'Ghi nhận đã thông qua',
  adoptWhat: 'Sau khi thông qua, báo cáo không thay đổi nữa: không phần nào, không câu nào.',
  partsMissing: (count: number) => `${count} đơn vị chưa gửi phần của mình`,
  adoptedOn: 'Ngày thông qua',
  number: 'Số văn bản',
  adopted: (when: string, number: string) => `Đã thông qua ${when}${number ? `, số ${number}` : ''}.`,
  done: 'Đã ghi nhận báo cáo được thông qua.',
  sent: 'Phần đã gửi',
  late: 'Gửi chậm',
  due: 'Hạn gửi',
  state: 'Tình trạng',
}, {
  title: 'Report',
  all: 'Reports of the bloc',
  merge: 'Merge what was sent',
  merged: (added, removed, look) => `Merged: ${added} paragraphs added, ${removed} taken away${look > 0 ? `, ${look} to look at` : ''}.`,
  notMerged: units => `Not merged: ${units}.`,
  adopt: 'It was adopted',
  adoptWhat: 'From then on nothing of the report changes: no part, no text.',
  partsMissing: count => count === 1 ? '1 unit has not sent its part' : `${count} units have not sent their parts`,
  adoptedOn: 'Day of the adoption',
  number: 'Number of the paper',
  adopted: (when, number) => `Adopted ${when}${number ? `, number ${number}` : ''}.`,
  done: 'The adoption was recorded.',
  sent: 'Parts sent',
  late: 'Late',
  due: 'Due',
  state: 'State',
});

/** One report for who puts it together: who has sent a part, the merged text, its adoption. */
export default function Report({ params }: ViewProps) {
  const place = placeIn(params);
  const path = { year: place.year, bloc: place.bloc, report: params.report! };
  const asked = useAnswer(signal => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/reports/{report}', { params: { path }, signal })), [path]);
  const [said, say] = useState('');
  const [isAdopting, setAdopting] = useState(false);
  const [on, setOn] = useState<Day | null>(today.value);
  const [number, setNumber] = useState('');
  const act = useAct();
  const report = asked.value?.data;
  const isOpen = report !== undefined && report.adopted === null;
  const merge = () => act.run(async () => {
    const { data } = await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/reports/{report}/merge', { params: { path } }));
    const nameOf = (unit: string) => data.report.parts.find(part => part.unit === unit)?.unitName ?? unit;
    say([w.merged(data.added.length, data.removed, data.toLookAt.length), data.notMerged.length > 0 && w.notMerged(data.notMerged.map(nameOf).join(', '))].filter(Boolean).join(' '));
    asked.reload();
  });
  return (
    <Frame
      place={place} view="reports" title={report?.title ?? w.title}
      actions={isOpen && <>
        {mayIn('MergeReport', place) && <button type="button" class="primary" disabled={act.isBusy} onClick={() => { say(''); void merge(); }}>{w.merge}</button>}
        {report.draft && mayIn('AdoptReport', place) && <button type="button" onClick={() => { say(''); setAdopting(true); }}>{w.adopt}</button>}
      </>}>
      <p class="back no-print"><a href={blocAddress(place, 'reports')}>‹ {w.all}</a></p>
      {said && <Notice kind="good">{said}</Notice>}
      {act.problem && <ProblemView problem={act.problem} />}
      <Show of={asked}>
        {({ data, etag }) => (
          <>
            <Facts report={data} />
            {data.adopted && <Notice kind="good">{w.adopted(data.adopted.day ? day(data.adopted.day) : data.adopted.said ?? '', data.adopted.number ?? '')}</Notice>}
            <ReportParts path={path} parts={data.parts} mayReturn={isOpen && mayIn('ReturnReportPart', place)} onDone={asked.reload} />
            {data.draft && <ReportText path={path} draft={data.draft} etag={etag} mayWrite={isOpen && mayIn('PutReport', place)} onSaved={asked.reload} />}
          </>
        )}
      </Show>
      <Confirm
        title={w.adopt} isOpen={isAdopting} onClose={() => setAdopting(false)} isDisabled={!on}
        onConfirm={async () => {
          await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/reports/{report}/adoption', {
            params: { path, header: asked.value?.etag ? { 'If-Match': asked.value.etag } : {} }, body: { day: on, ...number.trim() ? { number: number.trim() } : null },
          }));
          say(w.done);
          asked.reload();
        }}>
        <p>{w.adoptWhat}</p>
        {report && report.sent < report.asked && <p><StatusBadge kind="warn">{w.partsMissing(report.asked - report.sent)}</StatusBadge></p>}
        <Field label={w.adoptedOn} isRequired><DayField value={on} onChange={setOn} /></Field>
        <Field label={w.number}><input type="text" value={number} onInput={event => setNumber(event.currentTarget.value)} /></Field>
      </Confirm>
    </Frame>
  );
}

function Facts({ report }: { report: Schema['ReportView'] }) {
  return (
    <>
      <p class="soft">{reportKinds[report.kind]} · {day(report.from)} – {day(report.until)}</p>
      <dl class="card facts">
        <div><dt>{w.due}</dt><dd><DaysLeft until={report.due} isDone={report.state !== 'open' || report.sent === report.asked} /></dd></div>
        <div><dt>{w.sent}</dt><dd>{report.sent}/{report.asked}</dd></div>
        {report.late > 0 && <div><dt>{w.late}</dt><dd><StatusBadge kind="bad">{report.late}</StatusBadge></dd></div>}
        <div><dt>{w.state}</dt><dd><StatusBadge kind={report.state === 'adopted' ? 'good' : 'plain'}>{reportStates[report.state]}</StatusBadge></dd></div>
      </dl>
      {report.note && <p class="pre">{report.note}</p>}
    </>
  );
}
