import type { Schema } from '../api/client';
import { words } from './language';

export const meetingKindNames: Readonly<Record<Schema['MeetingKind'], string>> = words({
  launch: 'Triển khai', pactSigning: 'Ký giao ước', halfYear: 'Sơ kết 6 tháng', crossCheck: 'Kiểm tra chéo', yearEnd: 'Tổng kết', handover: 'Bàn giao', topic: 'Chuyên đề',
}, { launch: 'Launch', pactSigning: 'Signing the pact', halfYear: 'Half-year', crossCheck: 'Cross-check', yearEnd: 'Year-end', handover: 'Handover', topic: 'On a topic' });

export const meetingStateNames: Readonly<Record<Schema['MeetingState'], string>> = words(
  { open: 'Chưa thông qua biên bản', cancelled: 'Đã hủy', adopted: 'Đã thông qua biên bản' },
  { open: 'Minutes not adopted', cancelled: 'Called off', adopted: 'Minutes adopted' });

export const modeNames: Readonly<Record<Schema['MeetingMode'], string>> = words(
  { inRoom: 'Họp trực tiếp', online: 'Họp trực tuyến', both: 'Họp trực tiếp và trực tuyến' }, { inRoom: 'In the room', online: 'Online', both: 'In the room and online' });

export const attendanceNames: Readonly<Record<Schema['AttendanceState'], string>> = words(
  { present: 'Có mặt', absent: 'Vắng', excused: 'Vắng có lý do', substitute: 'Cử người dự thay' }, { present: 'Present', absent: 'Absent', excused: 'Excused', substitute: 'Substitute' });

export const chairNames: Readonly<Record<Schema['ChairOffice'], string>> = words(
  { head: 'Khối trưởng', deputy: 'Khối phó', standingUnit: 'Đơn vị thường trực', member: 'Thành viên' }, { head: 'Head', deputy: 'Deputy', standingUnit: 'Standing unit', member: 'Member' });

export const matterNames: Readonly<Record<Schema['DecisionMatter'], string>> = words({
  plan: 'Kế hoạch', regulation: 'Quy chế', pact: 'Giao ước', report: 'Báo cáo', scheme: 'Bảng điểm', leadership: 'Khối trưởng, Khối phó', awards: 'Khen thưởng', other: 'Việc khác',
}, { plan: 'Plan', regulation: 'Regulation', pact: 'Pact', report: 'Report', scheme: 'Scheme', leadership: 'Leadership', awards: 'Awards', other: 'Other' });

/** Words of meetings and their conclusions. */
export const meetingWords = words({
  title: 'Hội nghị của khối',
  none: 'Khối chưa lập hội nghị nào trong năm này.',
  back: 'Các hội nghị',
  all: 'Các hội nghị trong năm',
  when: 'Thời gian',
  host: 'Đơn vị tổ chức',
  noDay: 'chưa định ngày',
  place: 'Địa điểm',
  link: 'Đường dẫn họp trực tuyến',
  chairs: 'Chủ trì',
  guests: 'Khách mời',
  secretary: 'Thư ký',
  agenda: 'Chương trình',
  invited: (at: string) => `Đã mời đơn vị lúc ${at}; lịch hẹn có trong thư mời.`,
  notInvited: 'Chưa gửi giấy mời.',
  cancelled: (day: string, reason: string) => `Hội nghị bị hủy ngày ${day}: ${reason}`,
  invitation: 'Tải giấy mời (Word)',
  minutesPaper: 'Tải biên bản (Word)',
  attendance: 'Thành phần dự họp',
  minutes: 'Biên bản',
  noMinutes: 'Chưa có biên bản.',
  hours: (from: string, to: string) => `Bắt đầu ${from}${to ? `, kết thúc ${to}` : ''}`,
  decisions: 'Nội dung biểu quyết',
  vote: (agree: number, against: number, other: number) => `tán thành ${agree}, không tán thành ${against}, ý kiến khác ${other}`,
  adopted: 'được thông qua',
  rejected: 'không được thông qua',
  instructions: 'Ý kiến chỉ đạo',
  photographs: 'Ảnh hội nghị',
  conclusions: 'Kết luận',
  mine: 'Kết luận đơn vị phải thực hiện',
  noneMine: 'Đơn vị không có kết luận nào phải thực hiện.',
  owners: 'Đơn vị thực hiện',
  due: 'Thời hạn',
  done: 'Đã thực hiện',
  dropped: 'Không thực hiện nữa',
  isOpen: 'Đang thực hiện',
  overdue: 'Quá hạn',
  reports: 'Đã báo cáo',
  report: 'Báo cáo việc thực hiện',
  reportText: 'Đơn vị đã làm gì',
  reported: 'Đã lưu báo cáo.',
  of: (meeting: string) => `Từ hội nghị: ${meeting}`,
}, {
  title: 'Meetings of the bloc',
  none: 'The bloc has planned no meeting this year.',
  back: 'Meetings',
  all: 'Meetings of the year',
  when: 'When',
  host: 'Host',
  noDay: 'no day yet',
  place: 'Where',
  link: 'Link to join online',
  chairs: 'Chaired by',
  guests: 'Guests',
  secretary: 'Secretary',
  agenda: 'Agenda',
  invited: at => `Your unit was invited at ${at}; the appointment is in the mail.`,
  notInvited: 'Nobody was invited yet.',
  cancelled: (day, reason) => `Called off on ${day}: ${reason}`,
  invitation: 'The invitation as a Word file',
  minutesPaper: 'The minutes as a Word file',
  attendance: 'Who was there',
  minutes: 'Minutes',
  noMinutes: 'No minutes yet.',
  hours: (from, to) => `Began ${from}${to ? `, ended ${to}` : ''}`,
  decisions: 'Votes',
  vote: (agree, against, other) => `for ${agree}, against ${against}, other ${other}`,
  adopted: 'adopted',
  rejected: 'not adopted',
  instructions: 'Instructions of guests',
  photographs: 'Photographs',
  conclusions: 'Conclusions',
  mine: 'Conclusions your unit carries out',
  noneMine: 'Your unit has no conclusion to carry out.',
  owners: 'Carried out by',
  due: 'Until',
  done: 'Done',
  dropped: 'Dropped',
  isOpen: 'Open',
  overdue: 'Overdue',
  reports: 'Reported',
  report: 'Report what was done',
  reportText: 'What your unit did',
  reported: 'The report was saved.',
  of: meeting => `Of the meeting: ${meeting}`,
});
