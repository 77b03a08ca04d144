import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useChanges } from '../../parts/useGuard';
import { today } from '../../shell/session';
import { common } from '../../words/common';
import { words } from '../../words/language';
import type { SuggestProps } from './Suggest';

const w = words({
  head: 'Khối trưởng năm sau',
  deputy: 'Khối phó năm sau',
  none: 'Không có',
  day: 'Ngày bàn giao',
  dayHint: 'Quyền của nhiệm kỳ mới có từ ngày này.',
  flagFrom: 'Đơn vị trao cờ luân lưu',
  flagTo: 'Đơn vị nhận cờ luân lưu',
  givenBy: 'Người ký bên giao',
  receivedBy: 'Người ký bên nhận',
  witness: 'Người chứng kiến',
  name: (who: string) => `${who}: họ và tên`,
  post: (who: string) => `${who}: chức vụ`,
}, {
  head: 'Head of next year',
  deputy: 'Deputy of next year',
  none: 'None',
  day: 'Day of the handover',
  dayHint: 'The new term holds from this day on.',
  flagFrom: 'Who handed over the flag',
  flagTo: 'Who received it',
  givenBy: 'Who signs for the one that hands over',
  receivedBy: 'Who signs for the one that receives',
  witness: 'Witness',
  name: who => `${who}: name`,
  post: who => `${who}: post`,
});

export interface HandoverFormProps extends Omit<SuggestProps, 'etag'> {
  readonly next: Schema['TermView'] | null;
  readonly record: Schema['HandoverView'] | null;
}

/** Confirms who leads next year, and records how it was handed over. */
export function HandoverForm({ place, title, next, record, members, onClose, onDone }: HandoverFormProps) {
  const [body, setBody] = useState<Schema['HandoverBody']>({
    day: record?.day ?? today.value, daySaid: record?.daySaid ?? null, meeting: record?.meeting ?? null, head: next?.head ?? null, deputy: next?.deputy ?? null,
    standingUnit: next?.standingUnit ?? null, isConcurrentPost: next?.isConcurrentPost ?? false, flagFrom: record?.flagFrom ?? null, flagTo: record?.flagTo ?? null,
    items: record?.items ?? [], givenBy: record?.givenBy ?? null, receivedBy: record?.receivedBy ?? null, witness: record?.witness ?? null,
  });
  const act = useAct();
  useChanges(body, act.isBusy);
  // The record's is that of whichever was changed last.
  const etag = record?.etag ?? next?.etag;
  const submit = async (event: Event) => {
    event.preventDefault();
    const isDone = await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/handover', {
      params: { path: { year: place.year, bloc: place.bloc }, header: etag ? { 'If-Match': etag } : {} }, body: { ...body, daySaid: body.day ? null : body.daySaid ?? null },
    })));
    if (isDone) {
      onDone();
    }
  };
  const unit = (name: 'head' | 'deputy' | 'flagFrom' | 'flagTo') => (
    <Field label={w[name]} path={`$.${name}`} faults={act.faults}>
      <select value={body[name] ?? ''} onChange={event => setBody({ ...body, [name]: event.currentTarget.value || null })}>
        <option value="">{w.none}</option>
        {members.map(one => <option value={one.unit}>{one.name}</option>)}
      </select>
    </Field>
  );
  const signer = (who: 'givenBy' | 'receivedBy' | 'witness') => (['name', 'post'] as const).map(part => (
    <Field label={w[part](w[who])} path={`$.${who}.${part}`} faults={act.faults}>
      <input type="text" class="long" value={body[who]?.[part] ?? ''} onInput={event => setBody({ ...body, [who]: { ...body[who], [part]: event.currentTarget.value || null } })} />
    </Field>
  ));
  return (
    <form class="card" onSubmit={event => void submit(event)}>
      <h2>{title}</h2>
      {act.problem && <ProblemView problem={act.problem} />}
      {unit('head')}
      {unit('deputy')}
      <Field label={w.day} path="$.day" faults={act.faults} hint={w.dayHint}><DayField value={body.day ?? null} onChange={day => setBody({ ...body, day })} /></Field>
      {unit('flagFrom')}
      {unit('flagTo')}
      {signer('givenBy')}
      {signer('receivedBy')}
      {signer('witness')}
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || !body.head}>{common.confirm}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
      </div>
    </form>
  );
}
