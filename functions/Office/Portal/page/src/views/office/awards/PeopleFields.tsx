import type { Schema } from '../../../api/client';
import type { Fault } from '../../../api/problem';
import { Field } from '../../../parts/Field';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { options } from '../names';
import { Out } from './Fields';
import { attendanceNames, officeNames } from './names';
import { newId } from './reads';

type Member = Schema['CouncilMember'];
type Guest = Schema['CouncilGuest'];

const w = words({
  members: 'Thành viên Hội đồng', member: (n: number) => `Thành viên ${n}`, post: 'Chức vụ', postHint: 'không ghi tên người', office: 'Trong Hội đồng', there: 'Dự họp', unknown: '– chưa ghi –', more: 'Thêm thành viên', guests: 'Khách mời (không biểu quyết)', guest: (n: number) => `Khách mời ${n}`, moreGuests: 'Thêm khách mời', all: 'Ghi mọi người có mặt',
}, {
  members: 'Members of the council', member: n => `Member ${n}`, post: 'Post', postHint: 'no names of people', office: 'In the council', there: 'Attendance', unknown: '– not written down –', more: 'Add a member', guests: 'Guests (they do not vote)', guest: n => `Guest ${n}`, moreGuests: 'Add a guest', all: 'Everybody was there',
});

export interface PeopleFieldsProps {
  readonly members: readonly Member[];
  readonly guests: readonly Guest[];
  readonly onChange: (change: { members?: Member[]; guests?: Guest[] }) => void;
  readonly faults: readonly Fault[];
}

/** Who belongs to the council and who was there, by their posts; who speaks and does not vote. */
export function PeopleFields({ members, guests, onChange, faults }: PeopleFieldsProps) {
  const ids = [...members, ...guests].map(one => one.id);
  const put = (at: number, change: Partial<Member>) => onChange({ members: members.with(at, { ...members[at]!, ...change }) });
  const attendances = [{ value: '', name: w.unknown }, ...options(attendanceNames)] as const;
  return (
    <>
      <section class="card">
        <h2>{w.members}</h2>
        {members.map((one, at) => (
          <fieldset key={one.id}>
            <legend>{one.post || w.member(at + 1)}</legend>
            <div class="inline-form">
              <Field label={w.post} hint={w.postHint} path={`$.members[${at}].post`} faults={faults} isRequired><input type="text" maxLength={200} value={one.post} onInput={event => put(at, { post: event.currentTarget.value })} /></Field>
              <Field label={w.office} path={`$.members[${at}].office`} faults={faults}><Select value={one.office} onChange={office => put(at, { office })} choices={options(officeNames)} /></Field>
              <Field label={w.there} path={`$.members[${at}].attendance`} faults={faults}><Select value={one.attendance ?? ''} onChange={attendance => put(at, { attendance: attendance || null })} choices={attendances} /></Field>
            </div>
            <Out what={one.post || w.member(at + 1)} onOut={() => onChange({ members: members.filter((_, other) => other !== at) })} />
          </fieldset>
        ))}
        <div class="buttons">
          <button type="button" onClick={() => onChange({ members: [...members, { id: newId('thanh-vien', ids), post: '', office: members.length === 0 ? 'chair' : 'member', attendance: null }] })}>{w.more}</button>
          {members.length > 0 && <button type="button" class="quiet" onClick={() => onChange({ members: members.map(one => ({ ...one, attendance: 'present' })) })}>{w.all}</button>}
        </div>
      </section>
      <section class="card">
        <h2>{w.guests}</h2>
        {guests.map((one, at) => (
          <div class="row" key={one.id}>
            <Field label={w.guest(at + 1)} hint={w.postHint} path={`$.guests[${at}].post`} faults={faults}><input type="text" maxLength={200} value={one.post} onInput={event => onChange({ guests: guests.with(at, { ...one, post: event.currentTarget.value }) })} /></Field>
            <Out what={one.post || w.guest(at + 1)} onOut={() => onChange({ guests: guests.filter((_, other) => other !== at) })} />
          </div>
        ))}
        <button type="button" onClick={() => onChange({ guests: [...guests, { id: newId('khach-moi', ids), post: '' }] })}>{w.moreGuests}</button>
      </section>
    </>
  );
}
