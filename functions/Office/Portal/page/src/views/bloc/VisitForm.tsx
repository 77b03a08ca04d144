import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { Field, FaultSummary } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { useChanges } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { today } from '../../shell/session';
import { common } from '../../words/common';
import { byName } from '../../words/format';
import { words } from '../../words/language';
import { FindingFields } from './FindingFields';
import { inPeriod } from './place';
import { VisitorFields } from './VisitorFields';
import { newVisitId, visitBody, withoutEmpty } from './visitRules';

const w = words({
  plan: 'Lên kế hoạch kiểm tra',
  edit: (unit: string) => `Kiểm tra ${unit}`,
  unit: 'Đơn vị được kiểm tra',
  choose: 'Chọn đơn vị',
  lack: 'Còn thiếu: đơn vị được kiểm tra, hoặc đoàn kiểm tra.',
  team: 'Đoàn kiểm tra: các đơn vị tham gia',
  planned: 'Ngày dự kiến',
  purpose: 'Mục đích, yêu cầu',
  from: 'Từ giờ',
  to: 'Đến giờ',
  hour: 'ví dụ 08:00',
  where: 'Địa điểm',
  content: 'Nội dung kiểm tra',
  visited: 'Ngày đã kiểm tra',
  visitedHint: 'Để trống khi chưa kiểm tra. Có ngày này rồi mới ghi được kết quả.',
  people: 'Người tham gia',
  addPerson: 'Thêm một người',
  findings: 'Kết quả kiểm tra',
  add: 'Thêm một điều phát hiện',
}, {
  plan: 'Plan a visit',
  edit: unit => `Visit of ${unit}`,
  unit: 'Unit that is visited',
  choose: 'Choose a unit',
  lack: 'Still missing: who is visited, or who visits.',
  team: 'Units that visit',
  planned: 'Day that is planned',
  purpose: 'Purpose',
  from: 'From',
  to: 'To',
  hour: 'such as 08:00',
  where: 'Where',
  content: 'What is looked at',
  visited: 'Day of the visit',
  visitedHint: 'Leave it empty before the visit. Findings need it.',
  people: 'Who takes part',
  addPerson: 'Add somebody',
  findings: 'Findings',
  add: 'Add a finding',
});

export interface VisitFormProps {
  readonly place: PlaceId;
  /** None for a new one. */
  readonly visit: Schema['InspectionView'] | null;
  readonly taken: readonly string[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Plans a visit, or puts down what it found and what was mended: the whole visit at once. */
export function VisitForm({ place, visit, taken, onClose, onSaved }: VisitFormProps) {
  const asked = useAnswer(async signal => {
    const [bloc, cycle, now] = await Promise.all([
      ask(api.GET('/api/blocs/{bloc}', { params: { path: { bloc: place.bloc } }, signal })),
      ask(api.GET('/api/cycles/{year}', { params: { path: { year: place.year } }, signal })),
      visit ? ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/inspections/{inspection}', { params: { path: { ...inPeriod(place), inspection: visit.inspection } }, signal })) : null,
    ]);
    const scored = cycle.data.blocs.find(one => one.bloc === place.bloc)?.scheme;
    const scheme = scored ? (await ask(api.GET('/api/schemes/{scheme}', { params: { path: { scheme: scored.id }, query: { version: scored.version } }, signal }))).data : null;
    return { members: bloc.data.members.map(one => ({ unit: one.unit, name: one.name })).sort(byName(one => one.name)), criteria: scheme?.content.criteria ?? [], now: now?.data ?? null, etag: now?.etag ?? null };
  }, [visit?.inspection]);
  return (
    <section class="card">
      <h2>{visit ? w.edit(visit.unitName) : w.plan}</h2>
      <Show of={asked}>{value => <Fields {...value} place={place} id={visit?.inspection ?? newVisitId(taken)} onClose={onClose} onSaved={onSaved} />}</Show>
    </section>
  );
}

interface FieldsProps {
  readonly place: PlaceId;
  readonly id: string;
  readonly now: Schema['InspectionView'] | null;
  readonly etag: string | null;
  readonly members: readonly { readonly unit: string; readonly name: string }[];
  readonly criteria: readonly Schema['Criterion'][];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

function Fields({ place, id, now, etag, members, criteria, onClose, onSaved }: FieldsProps) {
  const [body, setBody] = useState<Schema['InspectionBody']>(now
    ? visitBody(now)
    : { unit: '', plannedOn: today.value, team: [], plan: '', visitedOn: null, findings: [] });
  const act = useAct();
  useChanges(body, act.isBusy);
  const set = (change: Partial<Schema['InspectionBody']>) => setBody({ ...body, ...change });
  const findings = body.findings ?? [];
  const people = body.people ?? [];
  // Who has left the bloc stays in visits that name it.
  const known = [...members, ...(now ? [{ unit: now.unit, name: now.unitName }, ...now.team.map((unit, at) => ({ unit, name: now.teamNames[at] ?? unit }))] : [])]
    .filter((one, at, all) => all.findIndex(other => other.unit === one.unit) === at);
  const parties = [body.unit, ...body.team].flatMap(unit => known.find(one => one.unit === unit) ?? []);
  const save = async (event: Event) => {
    event.preventDefault();
    const isDone = await act.run(() => ask(api.PUT('/api/cycles/{year}/periods/{period}/blocs/{bloc}/inspections/{inspection}', {
      params: { path: { ...inPeriod(place), inspection: id }, header: etag ? { 'If-Match': etag } : {} }, body: withoutEmpty(body),
    })));
    if (isDone) {
      onSaved();
    }
  };
  return (
    <form onSubmit={event => void save(event)}>
      <FaultSummary faults={act.faults} paths={['$.unit', '$.team', '$.plannedOn', '$.from', '$.to', '$.place', '$.purpose', '$.plan', '$.visitedOn', ...people.map((_, at) => `$.people[${at}]`), ...findings.map((_, at) => `$.findings[${at}]`)]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Field label={w.unit} path="$.unit" faults={act.faults} isRequired>
        <select value={body.unit} onChange={event => set({ unit: event.currentTarget.value, team: body.team.filter(unit => unit !== event.currentTarget.value) })}>
          <option value="">{w.choose}</option>
          {known.map(one => <option value={one.unit}>{one.name}</option>)}
        </select>
      </Field>
      <fieldset class="choices">
        <legend>{w.team} ({common.required})</legend>
        {known.filter(one => one.unit !== body.unit).map(one => (
          <label><input type="checkbox" checked={body.team.includes(one.unit)} onChange={event => set({ team: event.currentTarget.checked ? [...body.team, one.unit] : body.team.filter(unit => unit !== one.unit) })} /> {one.name}</label>
        ))}
      </fieldset>
      <Field label={w.planned} path="$.plannedOn" faults={act.faults} isRequired><DayField value={body.plannedOn} onChange={day => day && set({ plannedOn: day })} /></Field>
      <Field label={w.from} path="$.from" faults={act.faults} hint={w.hour}><input type="text" inputMode="numeric" size={6} value={body.from ?? ''} onInput={event => set({ from: event.currentTarget.value.trim() || null })} /></Field>
      <Field label={w.to} path="$.to" faults={act.faults} hint={w.hour}><input type="text" inputMode="numeric" size={6} value={body.to ?? ''} onInput={event => set({ to: event.currentTarget.value.trim() || null })} /></Field>
      <Field label={w.where} path="$.place" faults={act.faults}><input type="text" class="long" value={body.place ?? ''} onInput={event => set({ place: event.currentTarget.value })} /></Field>
      <Field label={w.purpose} path="$.purpose" faults={act.faults}><textarea value={body.purpose ?? ''} onInput={event => set({ purpose: event.currentTarget.value })} /></Field>
      <Field label={w.content} path="$.plan" faults={act.faults}><textarea value={body.plan ?? ''} onInput={event => set({ plan: event.currentTarget.value })} /></Field>
      {parties.length > 0 && (
        <>
          <h3>{w.people}</h3>
          {people.map((person, at) => (
            <VisitorFields
              key={at} person={person} index={at} faults={act.faults} units={parties} visited={body.unit}
              onChange={next => set({ people: people.map(one => one === person ? next : one) })}
              onRemove={() => set({ people: people.filter(one => one !== person) })} />
          ))}
          <p><button type="button" onClick={() => set({ people: [...people, { unit: parties[0]!.unit }] })}>{w.addPerson}</button></p>
        </>
      )}
      <Field label={w.visited} path="$.visitedOn" faults={act.faults} hint={w.visitedHint}><DayField value={body.visitedOn ?? null} onChange={day => set({ visitedOn: day })} /></Field>
      {body.visitedOn && (
        <>
          <h3>{w.findings}</h3>
          {findings.map((finding, at) => (
            <FindingFields
              key={finding.number} finding={finding} path={`$.findings[${at}]`} faults={act.faults} criteria={criteria}
              onChange={next => set({ findings: findings.map(one => one === finding ? next : one) })}
              onRemove={() => set({ findings: findings.filter(one => one !== finding) })} />
          ))}
          <p><button type="button" onClick={() => set({ findings: [...findings, { number: Math.max(0, ...findings.map(one => one.number)) + 1, text: '' }] })}>{w.add}</button></p>
        </>
      )}
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || !body.unit || body.team.length === 0}>{common.save}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
        {(!body.unit || body.team.length === 0) && <span class="hint" role="status">{w.lack}</span>}
      </div>
    </form>
  );
}
