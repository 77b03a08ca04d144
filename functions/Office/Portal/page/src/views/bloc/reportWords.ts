import type { Schema } from '../../api/client';
import { words } from '../../words/language';

export const reportKinds: Readonly<Record<Schema['ReportKind'], string>> = words(
  { quarterly: 'Báo cáo quý', halfYear: 'Báo cáo sơ kết 6 tháng', yearEnd: 'Báo cáo tổng kết năm' }, { quarterly: 'Quarterly', halfYear: 'Half-year', yearEnd: 'Year-end' });

export const reportStates: Readonly<Record<Schema['ReportState'], string>> = words(
  { open: 'Đang nhận phần báo cáo', closed: 'Đã ngừng nhận', adopted: 'Đã thông qua' }, { open: 'Parts are taken', closed: 'Parts are not taken any more', adopted: 'Adopted' });

export const partStates: Readonly<Record<Schema['PartState'], string>> = words(
  { missing: 'Chưa có', draft: 'Đang soạn', sent: 'Đã gửi', returned: 'Bị trả lại' }, { missing: 'Missing', draft: 'Being written', sent: 'Sent', returned: 'Returned' });
