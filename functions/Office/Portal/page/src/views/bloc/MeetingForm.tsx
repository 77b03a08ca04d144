import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { FaultSummary, Field } from '../../parts/Field';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { useGuard } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { byName } from '../../words/format';
import { words } from '../../words/language';
import { agendaOf, linesOf } from './meetingRules';
import { MeetingPeople } from './MeetingPeople';
import { meetingKinds, meetingModes } from './meetingWords';

const w = words({
  kinds: 'Hội nghị về việc gì',
  title: 'Tên hội nghị',
  day: 'Ngày họp',
  dayHint: 'Để trống nếu chưa biết.',
  from: 'Từ giờ',
  to: 'Đến giờ',
  hour: 'ví dụ 08:00',
  host: 'Đơn vị chủ trì',
  notYet: 'Chưa biết',
  mode: 'Hình thức',
  place: 'Địa điểm',
  link: 'Đường dẫn họp trực tuyến',
  agenda: 'Chương trình, mỗi dòng một mục',
}, {
  kinds: 'What the meeting is about',
  title: 'Title',
  day: 'Day',
  dayHint: 'Leave it empty if not known yet.',
  from: 'From',
  to: 'Until',
  hour: 'such as 08:00',
  host: 'Host',
  notYet: 'Not known yet',
  mode: 'How',
  place: 'Where',
  link: 'Address of the online meeting',
  agenda: 'Agenda, a line for each point',
});

export interface MeetingFormProps {
  readonly place: PlaceId;
  readonly title: string;
  readonly start: Schema['MeetingBody'];
  /** Throws the problem it had. */
  readonly save: (body: Schema['MeetingBody']) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Plans a meeting, or changes what was planned. What is not known stays empty. */
export function MeetingForm({ place, title, start, save, onClose }: MeetingFormProps) {
  const [body, setBody] = useState(start);
  const [agenda, setAgenda] = useState(linesOf(start.agenda ?? []));
  const act = useAct();
  const members = useAnswer(async signal => (await ask(api.GET('/api/blocs/{bloc}', { params: { path: { bloc: place.bloc } }, signal }))).data.members.map(one => ({ unit: one.unit, name: one.name })).sort(byName(one => one.name)), [place.bloc]);
  const set = (change: Partial<Schema['MeetingBody']>) => setBody({ ...body, ...change });
  useGuard(!act.isBusy && (JSON.stringify(body) !== JSON.stringify(start) || agenda !== linesOf(start.agenda ?? [])));
  const setWhen = (change: Partial<Schema['MeetingTime']>) => set({ when: { ...body.when, ...change } });
  const kinds = Object.keys(meetingKindsOrder) as Schema['MeetingKind'][];
  const submit = (event: Event) => {
    event.preventDefault();
    void act.run(() => save({ ...body, title: body.title.trim(), agenda: agendaOf(agenda, start.agenda ?? []) }));
  };
  return (
    <form class="card" onSubmit={submit}>
      <h2>{title}</h2>
      <FaultSummary faults={act.faults} paths={['$.title', '$.when.day', '$.when.from', '$.when.to', '$.host', '$.mode', '$.place', '$.link', '$.agenda']} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <fieldset class="choices">
        <legend>{w.kinds} ({common.required})</legend>
        {kinds.map(kind => <label><input type="checkbox" checked={body.kinds.includes(kind)} onChange={event => set({ kinds: event.currentTarget.checked ? [...body.kinds, kind] : body.kinds.filter(one => one !== kind) })} /> {meetingKinds[kind]}</label>)}
      </fieldset>
      <Field label={w.title} path="$.title" faults={act.faults} isRequired><input type="text" class="long" value={body.title} onInput={event => set({ title: event.currentTarget.value })} /></Field>
      <Field label={w.day} path="$.when.day" faults={act.faults} hint={w.dayHint}><DayField value={body.when.day ?? null} onChange={day => setWhen({ day })} /></Field>
      <Field label={w.from} path="$.when.from" faults={act.faults} hint={w.hour}><input type="text" inputMode="numeric" size={6} value={body.when.from ?? ''} onInput={event => setWhen({ from: event.currentTarget.value.trim() || null })} /></Field>
      <Field label={w.to} path="$.when.to" faults={act.faults} hint={w.hour}><input type="text" inputMode="numeric" size={6} value={body.when.to ?? ''} onInput={event => setWhen({ to: event.currentTarget.value.trim() || null })} /></Field>
      <Field label={w.host} path="$.host" faults={act.faults}>
        <select value={body.host ?? ''} onChange={event => set({ host: event.currentTarget.value || null })}>
          <option value="">{w.notYet}</option>
          {members.value?.map(one => <option value={one.unit} selected={one.unit === body.host}>{one.name}</option>)}
        </select>
      </Field>
      <Field label={w.mode} path="$.mode" faults={act.faults}>
        <select value={body.mode ?? ''} onChange={event => set({ mode: (event.currentTarget.value || null) as Schema['MeetingMode'] | null })}>
          <option value="">{w.notYet}</option>
          {(['inRoom', 'online', 'both'] as const).map(mode => <option value={mode}>{meetingModes[mode]}</option>)}
        </select>
      </Field>
      <Field label={w.place} path="$.place" faults={act.faults}><input type="text" class="long" value={body.place ?? ''} onInput={event => set({ place: event.currentTarget.value.trim() ? event.currentTarget.value : null })} /></Field>
      {(body.mode === 'online' || body.mode === 'both') && <Field label={w.link} path="$.link" faults={act.faults}><input type="url" class="long" value={body.link ?? ''} onInput={event => set({ link: event.currentTarget.value.trim() || null })} /></Field>}
      <Field label={w.agenda} path="$.agenda" faults={act.faults}><textarea value={agenda} onInput={event => setAgenda(event.currentTarget.value)} /></Field>
      <MeetingPeople body={body} onChange={set} members={members.value ?? []} faults={act.faults} />
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || body.kinds.length === 0 || body.title.trim() === '' || (body.chairs ?? []).some(one => !one.unit) || (body.guests ?? []).some(one => !one.body.trim())}>{common.save}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
      </div>
    </form>
  );
}

/** As they follow one another in the year; a kind that is missing here does not build. */
const meetingKindsOrder: Readonly<Record<Schema['MeetingKind'], true>> = { launch: true, pactSigning: true, halfYear: true, crossCheck: true, topic: true, yearEnd: true, handover: true };
