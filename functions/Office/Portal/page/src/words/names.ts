import type { Schema } from '../api/client';
import { words } from './language';

/** What people call the values of the API. A value that is missing here does not build. */
export const stageNames: Readonly<Record<Schema['StageKind'], string>> = words({
  registration: 'Đăng ký thi đua',
  pact: 'Ký giao ước thi đua',
  'half-year': 'Sơ kết 6 tháng',
  'self-score': 'Tự chấm điểm',
  'cross-score': 'Chấm điểm chéo',
  appraisal: 'Thẩm định',
  'bloc-meeting': 'Họp khối, bình xét',
  submission: 'Trình hồ sơ',
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
