import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { FaultSummary, Field } from '../../parts/Field';
import { Notice, ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useChanges } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { day, readDay } from '../../words/format';
import { words } from '../../words/language';
import { TargetFields } from './TargetFields';

const w = words({
  title: 'Tên giao ước', text: 'Nội dung', items: 'Các điều cam kết, mỗi dòng một điều', targets: 'Chỉ tiêu giao ước', addTarget: 'Thêm chỉ tiêu', days: 'Ngày báo cáo tiến độ, mỗi dòng một ngày', daysHint: 'Ví dụ: 15/06/2026', wrong: 'Xin viết mỗi dòng một ngày như 15/06/2026.',
  open: 'Mở để các đơn vị ký', openHint: 'Các đơn vị nhận được thư mời ký.', signed: (count: number) => `Đã có ${count} chữ ký. Sửa nội dung thì các chữ ký này không còn giá trị, và đơn vị đã ký nhận được thư để ký lại. Sửa ngày báo cáo thì không ảnh hưởng.`, named: (year: number) => `Giao ước thi đua năm ${year}`,
}, {
  title: 'Title', text: 'Text', items: 'What is promised point by point, a line each', targets: 'Targets', addTarget: 'Add a target', days: 'Days by which progress is reported, a line each', daysHint: 'Such as 15/06/2026', wrong: 'Please write a day such as 15/06/2026 in each line.',
  open: 'Open it for signing', openHint: 'The units get a mail.', signed: count => `It has ${count} signatures. A change of the text makes them void, and who signed gets a mail to sign anew. Other days of reporting do not touch them.`, named: year => `Pact of the year ${year}`,
});

type Body = Schema['PactBody'];

const bodyOf = (pact: Schema['PactView'] | null, year: number): Body => pact
  ? {
    title: pact.title, text: pact.text, scheme: pact.scheme && { id: pact.scheme.id, version: pact.scheme.version }, isForSigning: pact.isForSigning, textUnknown: pact.textUnknown,
    grounds: pact.grounds, items: pact.items, targets: pact.targets.map(one => one.target), reportBy: pact.reportBy, pictures: pact.pictures,
  }
  : { title: w.named(year), text: null, isForSigning: false, items: [], targets: [], reportBy: [] };

const lines = (text: string): string[] => text.split('\n').map(line => line.trim()).filter(line => line);

export interface PactFormProps {
  readonly place: PlaceId;
  readonly known: Answer<Schema['PactView']> | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Writes a bloc's pact, and opens it for signing. What this form does not show stays as it is. */
export function PactForm({ place, known, onSaved, onClose }: PactFormProps) {
  const [body, set] = useState(bodyOf(known?.data ?? null, place.year));
  const [items, setItems] = useState(body.items?.map(one => one.text).join('\n') ?? '');
  const [days, setDays] = useState(body.reportBy?.map(day).join('\n') ?? '');
  const act = useAct();
  useChanges([body, items, days], act.isBusy);
  const change = (part: Partial<Body>) => set({ ...body, ...part });
  const targets = body.targets ?? [];
  const reportBy = lines(days).map(readDay);
  const save = async (event: Event) => {
    event.preventDefault();
    const before = body.items ?? [];
    const sent: Body = {
      ...body, title: body.title.trim(), text: body.text?.trim() || null, reportBy: reportBy.flatMap(one => one ?? []),
      targets: targets.map(one => one.titles ? { ...one, titles: one.titles.map(title => title.trim()).filter(title => title) } : one),
      items: lines(items).map(text => before.find(one => one.text === text) ?? { text }),
    };
    const isDone = await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/pact', {
      params: { path: { year: place.year, bloc: place.bloc }, header: known?.etag ? { 'If-Match': known.etag } : {} }, body: sent,
    })));
    if (isDone) {
      onSaved();
    }
  };
  const signatures = known?.data.signatures.length ?? 0;
  return (
    <form class="card no-print" onSubmit={event => void save(event)}>
      {signatures > 0 && <Notice>{w.signed(signatures)}</Notice>}
      <FaultSummary faults={act.faults} paths={['$.title', '$.text', '$.items', '$.reportBy']} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Field label={w.title} path="$.title" faults={act.faults} isRequired><input type="text" maxLength={300} value={body.title} onInput={event => change({ title: event.currentTarget.value })} /></Field>
      <Field label={w.text} path="$.text" faults={act.faults}><textarea rows={8} maxLength={30000} value={body.text ?? ''} onInput={event => change({ text: event.currentTarget.value })} /></Field>
      <Field label={w.items} path="$.items" faults={act.faults}><textarea rows={5} value={items} onInput={event => setItems(event.currentTarget.value)} /></Field>
      <h2>{w.targets}</h2>
      {targets.map((one, at) => (
        <TargetFields key={one.id} target={one} path={`$.targets[${at}]`} faults={act.faults} number={at + 1} onChange={next => change({ targets: next ? targets.with(at, next) : targets.filter((_, other) => other !== at) })} />
      ))}
      <p><button type="button" onClick={() => change({ targets: [...targets, { id: newId(targets), kind: 'number', what: '' }] })}>{w.addTarget}</button></p>
      <Field label={w.days} hint={w.daysHint} path="$.reportBy" faults={act.faults}><textarea rows={2} value={days} onInput={event => setDays(event.currentTarget.value)} /></Field>
      {reportBy.includes(null) && <p class="fault" role="status">✕ {w.wrong}</p>}
      <p><label><input type="checkbox" checked={body.isForSigning ?? false} onChange={event => change({ isForSigning: event.currentTarget.checked })} /> {w.open}</label> <span class="hint">{w.openHint}</span></p>
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || !body.title.trim() || reportBy.includes(null)}>{common.save}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
      </div>
    </form>
  );
}

/** An id that no target has, and none has had while the form was open. */
function newId(targets: readonly Schema['PactTarget'][]): string {
  const taken = targets.map(one => Number(/^chi-tieu-(\d+)$/u.exec(one.id)?.[1] ?? 0));
  return `chi-tieu-${Math.max(0, ...taken) + 1}`;
}
