import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../../api/client';
import { FaultSummary } from '../../../parts/Field';
import { PaperFields } from '../../../parts/PaperFields';
import { Show } from '../../../parts/Show';
import { Notice, ProblemView } from '../../../parts/States';
import { useAct } from '../../../parts/useAct';
import { useAnswer } from '../../../parts/useAnswer';
import { useChanges } from '../../../parts/useGuard';
import { common } from '../../../words/common';
import { day } from '../../../words/format';
import { words } from '../../../words/language';
import type { ViewProps } from '../../routes';
import { Frame } from '../Frame';
import { at } from '../names';
import { DayOffFields, WorkedDayFields } from './HolidayFields';
import { ifMatch } from './reads';
import { YearChoice } from './YearChoice';

type View = Schema['HolidayYearView'];
type Body = Schema['HolidayBody'];

const w = words({
  title: (year: number) => `Ngày nghỉ lễ năm ${year}`, lead: 'Các hạn tính theo ngày làm việc bỏ qua những ngày này. Bao giờ có thông báo nghỉ lễ, Tết thì nhập.', fresh: 'Năm này chưa nhập: mới chỉ bỏ qua thứ bảy, chủ nhật.', missing: 'Theo Bộ luật Lao động còn thiếu:', days: (name: string, n: number, has: number) => `${name}: ${has}/${n} ngày`, take: 'Thêm những ngày cố định còn thiếu',
  off: 'Ngày nghỉ', moreOff: 'Thêm ngày nghỉ', worked: 'Thứ bảy, chủ nhật làm bù', moreWorked: 'Thêm ngày làm bù', source: 'Có thông báo, quyết định về lịch nghỉ', saved: 'Đã lưu.',
}, {
  title: year => `Public holidays of ${year}`, lead: 'Last days that are counted in working days leave these out. Enter them when they are announced.', fresh: 'Nothing was entered for this year: only Saturdays and Sundays are left out.', missing: 'The Labour Code gives beside it:', days: (name, n, has) => `${name}: ${has} of ${n} days`, take: 'Add the fixed days that are missing',
  off: 'Days off', moreOff: 'Add a day off', worked: 'Saturdays and Sundays that are worked', moreWorked: 'Add a day that is worked', source: 'A paper says so', saved: 'Saved.',
});

export default function Holidays({ params }: ViewProps) {
  const year = Number(params.year);
  const [isSaved, say] = useState(false);
  const found = useAnswer(signal => ask(api.GET('/api/holidays/{year}', { params: { path: { year } }, signal })), [year]);
  return (
    <Frame title={w.title(year)} lead={w.lead}>
      <YearChoice year={year} address={one => at('holidays', one)} />
      {isSaved && <Notice kind="good">{w.saved}</Notice>}
      <Show of={found}>{known => <Form key={`${year} ${known.etag}`} known={known} onSaved={() => { say(true); found.reload(); }} />}</Show>
    </Frame>
  );
}

function Form({ known, onSaved }: { known: Answer<View>; onSaved: () => void }) {
  const { data } = known;
  const [body, set] = useState<Body>({ source: data.source, daysOff: data.daysOff, workedDays: data.workedDays });
  const act = useAct();
  useChanges(body, act.isBusy);
  const change = (part: Partial<Body>) => set({ ...body, ...part });
  const proposed = data.missing.flatMap(gap => gap.proposed.map(on => ({ day: on, kind: gap.kind }))).filter(one => !body.daysOff.some(other => other.day === one.day));
  const save = async (event: Event) => {
    event.preventDefault();
    if (await act.run(() => ask(api.PUT('/api/holidays/{year}', { params: { path: { year: data.year }, header: ifMatch(data.isEntered ? known.etag : null) }, body })))) {
      onSaved();
    }
  };
  return (
    <form onSubmit={event => void save(event)}>
      <FaultSummary faults={act.faults} paths={[...new Set(act.faults.map(fault => fault.path))]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      {!data.isEntered && <Notice>{w.fresh}</Notice>}
      {data.caution && data.isEntered && <Notice>{data.caution}</Notice>}
      {data.missing.length > 0 && (
        <section class="card">
          <p>{w.missing}</p>
          <ul>{data.missing.map(gap => <li>{w.days(gap.name, gap.days, gap.entered)} {gap.proposed.length > 0 && `(${gap.proposed.map(day).join(', ')})`}</li>)}</ul>
          {proposed.length > 0 && <button type="button" onClick={() => change({ daysOff: [...body.daysOff, ...proposed] })}>{w.take}</button>}
        </section>
      )}
      <section class="card">
        <h2>{w.off}</h2>
        <DayOffFields all={body.daysOff} onChange={daysOff => change({ daysOff })} faults={act.faults} />
        <button type="button" onClick={() => change({ daysOff: [...body.daysOff, { day: `${data.year}-01-01`, kind: 'other' }] })}>{w.moreOff}</button>
      </section>
      <section class="card">
        <h2>{w.worked}</h2>
        <WorkedDayFields all={body.workedDays} onChange={workedDays => change({ workedDays })} faults={act.faults} />
        <button type="button" onClick={() => change({ workedDays: [...body.workedDays, { day: `${data.year}-01-01`, for: `${data.year}-01-01` }] })}>{w.moreWorked}</button>
      </section>
      <section class="card">
        <label class="check"><input type="checkbox" checked={body.source != null} onChange={event => change({ source: event.currentTarget.checked ? { kind: 'Thông báo' } : null })} /> {w.source}</label>
        {body.source && <PaperFields paper={body.source} onChange={source => change({ source })} path="$.source" faults={act.faults} />}
      </section>
      <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy}>{common.save}</button></div>
    </form>
  );
}
