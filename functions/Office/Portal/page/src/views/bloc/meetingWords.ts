import type { Schema } from '../../api/client';
import { words } from '../../words/language';

export const meetingKinds: Readonly<Record<Schema['MeetingKind'], string>> = words({
  launch: 'Phát động thi đua', pactSigning: 'Ký giao ước', halfYear: 'Sơ kết 6 tháng', crossCheck: 'Kiểm tra chéo', yearEnd: 'Tổng kết năm, bình xét', handover: 'Bàn giao Khối trưởng', topic: 'Chuyên đề',
}, {
  launch: 'Launch', pactSigning: 'Signing the pact', halfYear: 'Half-year review', crossCheck: 'Cross-check', yearEnd: 'Year-end review', handover: 'Handover', topic: 'Topic',
});

export const meetingStates: Readonly<Record<Schema['MeetingState'], string>> = words(
  { open: 'Chưa thông qua biên bản', cancelled: 'Đã hủy', adopted: 'Đã thông qua biên bản' }, { open: 'Minutes not adopted yet', cancelled: 'Cancelled', adopted: 'Minutes adopted' });

export const meetingModes: Readonly<Record<Schema['MeetingMode'], string>> = words(
  { inRoom: 'Trực tiếp', online: 'Trực tuyến', both: 'Trực tiếp và trực tuyến' }, { inRoom: 'In a room', online: 'Online', both: 'Both' });

export const attendanceNames: Readonly<Record<Schema['AttendanceState'], string>> = words(
  { present: 'Có mặt', absent: 'Vắng', excused: 'Vắng có lý do', substitute: 'Cử người thay' }, { present: 'Present', absent: 'Absent', excused: 'Excused', substitute: 'Substitute' });
