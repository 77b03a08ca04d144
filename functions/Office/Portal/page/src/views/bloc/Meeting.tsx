import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import { today } from '../../shell/session';
import { common } from '../../words/common';
import { moment } from '../../words/format';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Attendance } from './Attendance';
import { Conclusions } from './Conclusions';
import { Frame } from './Frame';
import { MeetingForm } from './MeetingForm';
import { bodyOf, hasBegun, sayWhen } from './meetingRules';
import { meetingKinds, meetingModes, meetingStates } from './meetingWords';
import { blocAddress, mayIn, placeIn } from './place';
import './bloc.css';

const w = words({
  title: 'Hội nghị',
  all: 'Các hội nghị của khối',
  change: 'Sửa hội nghị',
  invite: 'Mời các đơn vị',
  inviteWhat: 'Mọi đơn vị thành viên, đơn vị chủ trì và người chủ toạ nhận thư mời kèm lịch hẹn. Đơn vị đã được mời không nhận thư lần nữa; khi ngày giờ thay đổi, lịch hẹn mới được gửi tự động.',
  invited: (units: number, at: string) => `Đã mời ${units} đơn vị lúc ${at}`,
  notInvited: 'chưa mời',
  when: 'Thời gian',
  noDay: 'chưa có ngày',
  host: 'Chủ trì',
  place: 'Địa điểm',
  invitation: 'Giấy mời',
  quorum: 'Số đơn vị có mặt',
  presentOf: (present: number, all: number | null) => all === null ? `${present}` : `${present}/${all}`,
  presentSoFar: (present: number, unknown: number) => `${present}, chưa rõ ${unknown} đơn vị`,
  agenda: 'Chương trình',
  gaps: 'Còn thiếu',
  later: 'Điểm danh và kết luận ghi được từ ngày họp.',
  saved: 'Đã lưu.',
  sent: 'Đã gửi giấy mời.',
}, {
  title: 'Meeting',
  all: 'Meetings of the bloc',
  change: 'Change the meeting',
  invite: 'Invite the units',
  inviteWhat: 'All members, the host and who takes the chair get a mail with the appointment. Who was invited before gets none again; when the time changes, the new appointment is sent by itself.',
  invited: (units, at) => `${units} units were invited ${at}`,
  notInvited: 'not invited yet',
  when: 'When',
  noDay: 'no day yet',
  host: 'Hosted by',
  place: 'Where',
  invitation: 'Invitation',
  quorum: 'Who was there',
  presentOf: (present, all) => all === null ? `${present}` : `${present}/${all}`,
  presentSoFar: (present, unknown) => `${present}, of ${unknown} it is not known`,
  agenda: 'Agenda',
  gaps: 'Missing',
  later: 'Attendance and conclusions are written down from the day of the meeting on.',
  saved: 'Saved.',
  sent: 'The invitation was sent.',
});

/** One meeting for who leads: plan, invitation, who was there, and what was concluded. */
export default function Meeting({ params }: ViewProps) {
  const place = placeIn(params);
  const path = { year: place.year, bloc: place.bloc, meeting: params.meeting! };
  const asked = useAnswer(signal => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}', { params: { path }, signal })), [path]);
  const [what, choose] = useState<'change' | 'invite' | null>(null);
  const [said, say] = useState('');
  const meeting = asked.value?.data;
  const mayChange = meeting?.state === 'open' && mayIn('PutMeeting', place);
  const done = (text: string) => {
    say(text);
    choose(null);
    asked.reload();
  };
  return (
    <Frame
      place={place} view="meetings" title={meeting?.title ?? w.title}
      actions={mayChange && what !== 'change' && <>
        <button type="button" onClick={() => { say(''); choose('change'); }}>{w.change}</button>
        {mayIn('InviteToMeeting', place) && <button type="button" class="primary" onClick={() => { say(''); choose('invite'); }}>{w.invite}</button>}
      </>}>
      <p class="back no-print"><a href={blocAddress(place, 'meetings')}>‹ {w.all}</a></p>
      {said && <Notice kind="good">{said}</Notice>}
      <Show of={asked}>
        {({ data, etag }) => what === 'change' ? (
          <MeetingForm
            place={place} title={w.change} start={bodyOf(data)} onClose={() => choose(null)}
            save={async body => {
              await ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}', { params: { path, header: { 'If-Match': etag! } }, body }));
              done(w.saved);
            }} />
        ) : (
          <>
            <Facts meeting={data} />
            {!mayChange ? null : hasBegun(data, today.value) ? (
              <>
                <Attendance path={path} meeting={data} etag={etag} onSaved={() => done(w.saved)} />
                <Conclusions path={path} meeting={data} etag={etag} onSaved={() => done(w.saved)} />
              </>
            ) : <Notice>{w.later}</Notice>}
          </>
        )}
      </Show>
      <Confirm
        title={w.invite} isOpen={what === 'invite'} onClose={() => choose(null)} yes={common.send}
        onConfirm={async () => {
          await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}/invitation', { params: { path }, body: {} }));
          done(w.sent);
        }}>
        <p>{w.inviteWhat}</p>
      </Confirm>
    </Frame>
  );
}

/** Where not every member is named, only what is known of the others. */
function sayPresent({ units, present, members }: Schema['AttendanceView']): string {
  const named = units.filter(one => one.state === 'present' || one.state === 'substitute').length;
  return present === null && members !== null ? w.presentSoFar(named, members - units.length) : w.presentOf(present ?? named, members);
}

function Facts({ meeting }: { meeting: Schema['MeetingView'] }) {
  const { invitation, quorum, attendance } = meeting;
  return (
    <>
      <dl class="card facts">
        <div><dt>{w.when}</dt><dd>{sayWhen(meeting.when) || w.noDay}</dd></div>
        {meeting.hostName && <div><dt>{w.host}</dt><dd>{meeting.hostName}</dd></div>}
        {(meeting.place ?? meeting.mode) && <div><dt>{w.place}</dt><dd>{[meeting.place, meeting.mode && meetingModes[meeting.mode]].filter(Boolean).join(' · ')}</dd></div>}
        <div><dt>{common.state}</dt><dd><StatusBadge kind={meeting.state === 'adopted' ? 'good' : 'plain'}>{meetingStates[meeting.state]}</StatusBadge></dd></div>
        <div><dt>{w.invitation}</dt><dd>{invitation ? <StatusBadge kind="good">{w.invited(invitation.units.length, moment(invitation.at))}</StatusBadge> : <StatusBadge kind="plain">{w.notInvited}</StatusBadge>}</dd></div>
        {attendance && <div><dt>{w.quorum}</dt><dd>{sayPresent(attendance)} <StatusBadge kind={quorum.state === 'reached' ? 'good' : quorum.state === 'missed' ? 'bad' : 'plain'}>{quorum.detail}</StatusBadge></dd></div>}
      </dl>
      <p class="soft">{meeting.kinds.map(kind => meetingKinds[kind]).join(', ')}</p>
      {meeting.agenda.length > 0 && <><h2>{w.agenda}</h2><ol>{meeting.agenda.map(item => <li>{[item.at, item.text].filter(Boolean).join(' – ')}</li>)}</ol></>}
      {meeting.gaps.length > 0 && <details><summary>{w.gaps} ({meeting.gaps.length})</summary><ul>{meeting.gaps.map(gap => <li>{gap.detail}</li>)}</ul></details>}
    </>
  );
}
