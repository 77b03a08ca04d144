import type { Schema } from '../api/client';
import { words } from './language';

/** What people call the values of the API. A value that is missing here does not build. */
export const stageNames: Readonly<Record<Schema['StageKind'], string>> = words({
  registration: 'Đăng ký thi đua',
  pact: 'Ký kết giao ước thi đua',
  'half-year': 'Sơ kết 6 tháng',
  'self-score': 'Tự chấm điểm',
  'cross-score': 'Chấm điểm chéo',
  appraisal: 'Thẩm định',
  'bloc-meeting': 'Họp khối bình xét',
  submission: 'Nộp hồ sơ',
  handover: 'Bàn giao Khối trưởng',
}, {
  registration: 'Registration',
  pact: 'Signing the pact',
  'half-year': 'Half-year review',
  'self-score': 'Self-scoring',
  'cross-score': 'Cross-scoring',
  appraisal: 'Appraisal',
  'bloc-meeting': 'Meeting of the bloc',
  submission: 'Handing in the files',
  handover: 'Handover of the lead',
});

export const roleNames: Readonly<Record<Schema['BlocRole'], string>> = words({
  member: 'Thành viên',
  head: 'Khối trưởng',
  deputy: 'Khối phó',
  standingUnit: 'Đơn vị thường trực',
}, {
  member: 'Member',
  head: 'Head',
  deputy: 'Deputy',
  standingUnit: 'Standing unit',
});

export const sheetStateNames: Readonly<Record<Schema['SheetState'], string>> = words({
  notStarted: 'Chưa bắt đầu',
  draft: 'Đang soạn',
  submitted: 'Đã nộp',
  returned: 'Bị trả lại',
  revisionRequested: 'Được yêu cầu sửa',
  locked: 'Đã khóa',
  closed: 'Đã kết thúc',
}, {
  notStarted: 'Not begun',
  draft: 'Draft',
  submitted: 'Handed in',
  returned: 'Returned',
  revisionRequested: 'To be revised',
  locked: 'Locked',
  closed: 'Closed',
});

/** The app roles of the directory. */
export const appRoleNames: Readonly<Record<string, string>> = words({
  'Emulation.Admin': 'Cơ quan thường trực (quản trị)',
  'Emulation.Council': 'Hội đồng Thi đua – Khen thưởng (xem)',
  'Emulation.Reader': 'Người xem',
  'Emulation.Officer': 'Cán bộ thi đua của đơn vị',
}, {
  'Emulation.Admin': 'The emulation office (administrator)',
  'Emulation.Council': 'The emulation council (reads)',
  'Emulation.Reader': 'Reader',
  'Emulation.Officer': 'Officer of a unit',
});

export const timerNames: Readonly<Record<string, string>> = words({
  AdvanceStages: 'chuyển bước',
  BackUpTables: 'sao lưu',
  DeliverMail: 'gửi thư',
  SealAudit: 'niêm phong nhật ký',
  SendReminders: 'nhắc việc',
  StartAnnualCycle: 'mở năm mới',
}, {
  AdvanceStages: 'moving the stages',
  BackUpTables: 'backing up',
  DeliverMail: 'sending mail',
  SealAudit: 'sealing the trail',
  SendReminders: 'reminding',
  StartAnnualCycle: 'opening a new year',
});
