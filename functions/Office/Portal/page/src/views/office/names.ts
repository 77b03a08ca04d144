import type { Schema } from '../../api/client';
import { base } from '../../auth/settings';
import { words } from '../../words/language';

/** The office's addresses: `at('units', 'so-tai-chinh')`. */
export const at = (...parts: readonly (string | number)[]): string => [`${base}/office`, ...parts.map(part => encodeURIComponent(part))].join('/');

export const unitKindNames: Readonly<Record<Schema['UnitKind'], string>> = words({
  department: 'Sở', board: 'Ban', sector: 'Ngành', massOrganization: 'Đoàn thể', subDepartment: 'Chi cục', fund: 'Quỹ', cooperativeAlliance: 'Liên minh hợp tác xã',
  managementBoard: 'Ban quản lý', centralAgencyBranch: 'Cơ quan trung ương', locality: 'Xã, phường, đặc khu', enterprise: 'Doanh nghiệp',
}, {
  department: 'Department', board: 'Board', sector: 'Sector', massOrganization: 'Mass organization', subDepartment: 'Sub-department', fund: 'Fund', cooperativeAlliance: 'Cooperative alliance',
  managementBoard: 'Management board', centralAgencyBranch: 'Branch of a central agency', locality: 'Commune, ward, special zone', enterprise: 'Enterprise',
});

export const blocKindNames: Readonly<Record<Schema['BlocKind'], string>> = words({ bloc: 'Khối', cluster: 'Cụm' }, { bloc: 'Bloc', cluster: 'Cluster' });

export const blocLevelNames: Readonly<Record<Schema['BlocLevel'], string>> = words({ province: 'Cấp tỉnh', subDepartment: 'Cấp chi cục' }, { province: 'Province', subDepartment: 'Sub-departments' });

export const cycleStateNames: Readonly<Record<Schema['CycleState'], string>> = words({ planned: 'Sắp tới', open: 'Đang mở', closed: 'Đã kết thúc' }, { planned: 'To come', open: 'Open', closed: 'Closed' });

export const officerKindNames: Readonly<Record<Schema['OfficerKind'], string>> = words({ person: 'Cán bộ', application: 'Phần mềm' }, { person: 'Person', application: 'Application' });

export const mailStateNames: Readonly<Record<Schema['MailState'], string>> = words({
  waiting: 'Chờ gửi', sending: 'Đang gửi', accepted: 'Máy chủ thư đã nhận', sent: 'Đã gửi', unneeded: 'Không cần gửi nữa', dead: 'Không gửi được',
}, { waiting: 'Waiting', sending: 'Being sent', accepted: 'Taken by the mail server', sent: 'Sent', unneeded: 'No longer needed', dead: 'Given up' });

export const criterionKindNames: Readonly<Record<Schema['CriterionKind'], string>> = words({
  group: 'Nhóm', direct: 'Chấm trực tiếp', passFail: 'Đạt / không đạt', count: 'Theo số lần', quantitative: 'Theo chỉ tiêu', nestedPercentage: 'Tỷ lệ hai bậc', choice: 'Chọn một mức',
  measure: 'Đo theo kết quả', bonus: 'Điểm thưởng', penalty: 'Điểm trừ',
}, {
  group: 'Group', direct: 'Scored directly', passFail: 'Passed or not', count: 'By count', quantitative: 'By target', nestedPercentage: 'Nested percentages', choice: 'Choice', measure: 'Measured', bonus: 'Bonus', penalty: 'Penalty',
});

export const evidenceNames: Readonly<Record<Schema['EvidenceRule'], string>> = words(
  { notNeeded: 'Không cần', whenClaimed: 'Khi có điểm', always: 'Luôn cần' }, { notNeeded: 'Not needed', whenClaimed: 'When points are claimed', always: 'Always' });

/** What may be left half done by a stop of the program, and is finished by the timers. */
export const unfinishedNames: Readonly<Record<string, string>> = words({
  publication: 'Công bố kết quả', 'evidence-seal': 'Niêm phong minh chứng', evidence: 'Tệp minh chứng', attachment: 'Tệp đính kèm', staged: 'Thay đổi nhiều phần', notice: 'Thư báo chưa vào hàng gửi',
}, { publication: 'Publication', 'evidence-seal': 'Sealing of evidence', evidence: 'Files of evidence', attachment: 'Attachments', staged: 'Changes in several parts', notice: 'Notices not queued yet' });

/** What units are called in a list: of several with one name each has its id, too. */
export function distinct(units: readonly { readonly id: string; readonly name: string }[]): (id: string) => string {
  const times = new Map<string, number>();
  units.forEach(unit => times.set(unit.name, (times.get(unit.name) ?? 0) + 1));
  const names = new Map(units.map(unit => [unit.id, times.get(unit.name)! > 1 ? `${unit.name} (${unit.id})` : unit.name]));
  return id => names.get(id) ?? id;
}

/** Options of a select, in the order of the names' definition. */
export const options = <K extends string>(names: Readonly<Record<K, string>>) =>
  (Object.keys(names) as K[]).map(value => ({ value, name: names[value] }));
