import type { Schema } from '../../api/client';
import type { Fault } from '../../api/problem';
import { Field } from '../../parts/Field';
import { PaperFields } from '../../parts/PaperFields';
import { words } from '../../words/language';

const w = words({
  title: 'Chủ tọa, khách mời, thư ký, người viết tin', chair: (number: number) => `Chủ tọa ${number}`, unit: 'Đơn vị', office: 'Với tư cách', none: '– chưa rõ –', name: 'Họ và tên', post: 'Chức vụ', addChair: 'Thêm chủ tọa', drop: (name: string) => `Bỏ: ${name}`,
  guest: (number: number) => `Khách mời ${number}`, body: 'Cơ quan của khách', addGuest: 'Thêm khách mời', secretary: 'Thư ký', writer: 'Người viết tin', source: 'Ghi nguồn (tin bài) về hội nghị',
}, {
  title: 'Chairs, guests, secretary, writer', chair: number => `Chair ${number}`, unit: 'Unit', office: 'As', none: '– not known –', name: 'Name', post: 'Post', addChair: 'Add a chair', drop: name => `Leave out: ${name}`,
  guest: number => `Guest ${number}`, body: 'Body that sends the guest', addGuest: 'Add a guest', secretary: 'Secretary', writer: 'Writer of the news item', source: 'Say from where the meeting is known (a news item)',
});

const officeNames: Readonly<Record<Schema['ChairOffice'], string>> = words({ head: 'Khối trưởng', deputy: 'Khối phó', standingUnit: 'Đơn vị thường trực', member: 'Thành viên' }, { head: 'Head', deputy: 'Deputy', standingUnit: 'Standing unit', member: 'Member' });

type Body = Schema['MeetingBody'];
type Person = { readonly name?: string | null; readonly post?: string | null };

export interface MeetingPeopleProps {
  readonly body: Body;
  readonly onChange: (part: Partial<Body>) => void;
  readonly members: readonly { readonly unit: string; readonly name: string }[];
  readonly faults: readonly Fault[];
}

/** Who leads a meeting, who comes from outside, who writes about it, and from where it is known. */
export function MeetingPeople({ body, onChange, members, faults }: MeetingPeopleProps) {
  const { chairs = [], guests = [], secretary, writer, source } = body;
  const person = <T extends Person>(one: T, path: string, put: (one: T) => void) => (['name', 'post'] as const).map(part => (
    <Field key={part} label={w[part]} path={`${path}.${part}`} faults={faults}><input type="text" maxLength={200} autocomplete="off" value={one[part] ?? ''} onInput={event => put({ ...one, [part]: event.currentTarget.value || null })} /></Field>
  ));
  const unit = (value: string, path: string, put: (unit: string) => void) => (
    <Field label={w.unit} path={path} faults={faults}>
      <select value={value} onChange={event => put(event.currentTarget.value)}>
        <option value="">{w.none}</option>
        {members.map(one => <option value={one.unit} selected={one.unit === value}>{one.name}</option>)}
      </select>
    </Field>
  );
  const drop = (name: string, act: () => void) => <button type="button" class="quiet" onClick={act}>{w.drop(name)}</button>;
  return (
    <details class="card">
      <summary>{w.title}</summary>
      {chairs.map((chair, at) => {
        const put = (next: Schema['ChairBody']) => onChange({ chairs: chairs.with(at, next) });
        return (
          <fieldset key={at}>
            <legend>{w.chair(at + 1)}</legend>
            {unit(chair.unit, `$.chairs[${at}].unit`, next => put({ ...chair, unit: next }))}
            <Field label={w.office} path={`$.chairs[${at}].as`} faults={faults}>
              <select value={chair.as ?? ''} onChange={event => put({ ...chair, as: (event.currentTarget.value || null) as Schema['ChairOffice'] | null })}>
                <option value="">{w.none}</option>
                {Object.entries(officeNames).map(([value, name]) => <option value={value}>{name}</option>)}
              </select>
            </Field>
            {person(chair, `$.chairs[${at}]`, put)}
            {drop(w.chair(at + 1), () => onChange({ chairs: chairs.filter((_, other) => other !== at) }))}
          </fieldset>
        );
      })}
      {chairs.length < 5 && <p><button type="button" onClick={() => onChange({ chairs: [...chairs, { unit: '' }] })}>{w.addChair}</button></p>}
      {guests.map((guest, at) => {
        const put = (next: Schema['GuestBody']) => onChange({ guests: guests.with(at, next) });
        return (
          <fieldset key={at}>
            <legend>{w.guest(at + 1)}</legend>
            <Field label={w.body} path={`$.guests[${at}].body`} faults={faults}><input type="text" maxLength={300} value={guest.body} onInput={event => put({ ...guest, body: event.currentTarget.value })} /></Field>
            {person(guest, `$.guests[${at}]`, put)}
            {drop(w.guest(at + 1), () => onChange({ guests: guests.filter((_, other) => other !== at) }))}
          </fieldset>
        );
      })}
      {guests.length < 50 && <p><button type="button" onClick={() => onChange({ guests: [...guests, { body: '' }] })}>{w.addGuest}</button></p>}
      <fieldset>
        <legend>{w.secretary}</legend>
        {unit(secretary?.unit ?? '', '$.secretary.unit', next => onChange({ secretary: next ? { ...secretary, unit: next } : null }))}
        {secretary && person(secretary, '$.secretary', next => onChange({ secretary: next }))}
      </fieldset>
      <fieldset>
        <legend>{w.writer}</legend>
        {person<Schema['WriterBody']>(writer ?? {}, '$.writer', next => onChange({ writer: next.name || next.post ? next : null }))}
      </fieldset>
      <p><label><input type="checkbox" checked={!!source} onChange={event => onChange({ source: event.currentTarget.checked ? { kind: '' } : null })} /> {w.source}</label></p>
      {source && <PaperFields paper={source} onChange={next => onChange({ source: next })} path="$.source" faults={faults} />}
    </details>
  );
}
