import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { FaultSummary, Field } from '../../parts/Field';
import { Page } from '../../parts/Page';
import { Pager } from '../../parts/Pager';
import { Show } from '../../parts/Show';
import { Empty, Notice, ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { useKept } from '../../parts/useKept';
import { usePages } from '../../parts/usePages';
import { addressOf, type PlaceId } from '../../shell/places';
import { here, may, periodName } from '../../shell/session';
import { words } from '../../words/language';
import { sheetWords } from '../../words/sheet';
import type { ViewProps } from '../routes';
import { printed } from '../sheet/describe';
import { pathOf } from '../sheet/model';
import { placeOf } from '../sheet/place';
import { Complaint } from './Complaint';

const w = words({
  title: 'Kiến nghị về điểm',
  lead: 'Đơn vị kiến nghị khi một vòng thẩm định đã kết thúc hoặc kết quả đã công bố. Khối trưởng (hoặc cơ quan thường trực) trả lời; lời trả lời được gửi qua thư.',
  open: 'Gửi kiến nghị',
  about: 'Về tiêu chí',
  whole: 'Toàn bộ kết quả',
  text: 'Nội dung kiến nghị',
  textHint: 'Đơn vị không đồng ý điểm nào, vì sao, căn cứ vào đâu',
  sent: 'Đã gửi kiến nghị. Thư báo người trả lời sẽ được gửi đi trong ít phút.',
  mine: 'Các kiến nghị của đơn vị',
  none: 'Đơn vị chưa có kiến nghị nào trong kỳ này.',
}, {
  title: 'Complaints about points',
  lead: 'Your unit may complain once an appraisal round is closed or the standings are published. The head (or the office) answers; the answer comes by mail.',
  open: 'Send a complaint',
  about: 'About the criterion',
  whole: 'The result as a whole',
  text: 'What your unit objects to',
  textHint: 'Which points, why, and on what ground',
  sent: 'The complaint was sent; whoever answers it is told by mail in a few minutes.',
  mine: 'Complaints of your unit',
  none: 'Your unit has not complained in this period.',
});

/** A unit's complaints with their answers, and a new one. */
export default function Complaints({ params }: ViewProps) {
  const place = placeOf(params);
  const path = pathOf(place);
  const sheet = useAnswer(signal => ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}', { params: { path }, signal })), [place]);
  const list = usePages((continuation, signal) => ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/complaints', {
    params: { path, query: continuation ? { continuation } : {} }, signal,
  })).then(({ data }) => ({ items: data.complaints, continuation: data.continuation })), [place]);
  const isMine = may('OpenComplaint', here.value?.unit === place.unit ? here.value : null);
  return (
    <Page title={w.title} lead={w.lead} back={{ href: addressOf('sheet', place), name: sheetWords.back }}>
      <Show of={sheet}>{({ data }) => (
        <>
          <p>{sheetWords.of(data.unitName, place.year, periodName(place))}</p>
          {isMine && <Opening place={place} criteria={data.criteria} onSent={list.reload} />}
          <h2>{w.mine}</h2>
          <Show of={list}>{complaints => (
            <>
              {complaints.length === 0 && <Empty>{w.none}</Empty>}
              {complaints.map(one => <Complaint key={one.complaint} place={place} one={one} isMine={isMine} about={data.criteria.find(node => node.criterion === one.criterion)} onClosed={list.reload} />)}
              <Pager of={list} />
            </>
          )}</Show>
        </>
      )}</Show>
    </Page>
  );
}

function Opening({ place, criteria, onSent }: { place: PlaceId; criteria: readonly Schema['SheetNode'][]; onSent: () => void }) {
  const [typed, keep, drop] = useKept(`${addressOf('complaints', place)}/new`, { criterion: '', text: '' });
  const [isSent, setSent] = useState(false);
  const act = useAct();
  const send = async (event: Event) => {
    event.preventDefault();
    const isDone = await act.run(() => ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/complaints', {
      params: { path: pathOf(place) }, body: { text: typed.text.trim(), criterion: typed.criterion || null },
    })));
    setSent(isDone);
    if (isDone) {
      drop();
      onSent();
    }
  };
  return (
    <form class="card" onSubmit={event => void send(event)}>
      <h2>{w.open}</h2>
      <FaultSummary faults={act.faults} paths={['$.criterion', '$.text']} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      {isSent && <Notice kind="good">{w.sent}</Notice>}
      <Field label={w.about} path="$.criterion" faults={act.faults}>
        <select value={typed.criterion} onChange={event => keep({ ...typed, criterion: event.currentTarget.value })}>
          <option value="">{w.whole}</option>
          {criteria.filter(node => node.state !== 'void' && node.state !== 'notApplicable').map(node => (
            <option value={node.criterion}>{`${'\u00a0\u00a0'.repeat(node.depth - 1)}${printed(node)} ${node.title}`}</option>
          ))}
        </select>
      </Field>
      <Field label={w.text} path="$.text" faults={act.faults} hint={w.textHint} isRequired>
        <textarea rows={4} value={typed.text} onInput={event => { setSent(false); keep({ ...typed, text: event.currentTarget.value }); }} />
      </Field>
      <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy || !typed.text.trim()}>{w.open}</button></div>
    </form>
  );
}
