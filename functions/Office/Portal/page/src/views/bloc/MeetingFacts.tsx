import type { Schema } from '../../api/client';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { common } from '../../words/common';
import { day, moment } from '../../words/format';
import { words } from '../../words/language';
import { sayWhen } from './meetingRules';
import { meetingKinds, meetingModes, meetingStates } from './meetingWords';

const w = words({
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
  cancelled: (day: string, reason: string) => `Hội nghị bị hủy ngày ${day}: ${reason}`,
}, {
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
  cancelled: (day, reason) => `Called off on ${day}: ${reason}`,
});

/** What is known of a meeting at a glance. */
export function MeetingFacts({ meeting }: { meeting: Schema['MeetingView'] }) {
  const { invitation, quorum, attendance, cancellation } = meeting;
  return (
    <>
      {cancellation && <Notice kind="bad">{w.cancelled(day(cancellation.on), cancellation.reason)}</Notice>}
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

/** Where not every member is named, only what is known of the others. */
function sayPresent({ units, present, members }: Schema['AttendanceView']): string {
  const named = units.filter(one => one.state === 'present' || one.state === 'substitute').length;
  return present === null && members !== null ? w.presentSoFar(named, members - units.length) : w.presentOf(present ?? named, members);
}
