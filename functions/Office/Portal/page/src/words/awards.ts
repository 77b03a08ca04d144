import type { Schema } from '../api/client';
import { words } from './language';

export const conditionStateNames: Readonly<Record<Schema['EligibilityState'], string>> = words({ met: 'Đạt', notMet: 'Không đạt', notKnown: 'Chưa rõ' }, { met: 'Met', notMet: 'Not met', notKnown: 'Not known' });

export const nominationStatusNames: Readonly<Record<Schema['NominationStatus'], string>> = words(
  { nominated: 'Đang đề nghị', withdrawn: 'Đã rút', suspended: 'Tạm dừng' }, { nominated: 'Nominated', withdrawn: 'Withdrawn', suspended: 'Suspended' });

export const quotaScopeNames: Readonly<Record<Schema['QuotaScope'], string>> = words({ bloc: 'Trong khối', province: 'Toàn tỉnh' }, { bloc: 'In the bloc', province: 'In the province' });

export const figureNames: Readonly<Record<Schema['AwardFigure'], string>> = words({
  people: 'Tổng số người', women: 'Số nữ', directWorkers: 'Số người trực tiếp lao động, công tác', collectives: 'Số tập thể trực thuộc', smallCollectives: 'Số tập thể nhỏ',
  advancedWorkers: 'Số người đạt “Lao động tiên tiến”', baseFighters: 'Số người đạt “Chiến sĩ thi đua cơ sở”',
}, {
  people: 'All people', women: 'Women', directWorkers: 'Direct workers', collectives: 'Collectives', smallCollectives: 'Small collectives', advancedWorkers: 'Advanced workers', baseFighters: 'Emulation fighters at the base',
});

export const suspensionCauseNames: Readonly<Record<Schema['SuspensionCause'], string>> = words(
  { discipline: 'Đang xem xét kỷ luật', inspection: 'Đang thanh tra, kiểm tra, điều tra', complaint: 'Đang giải quyết khiếu nại, tố cáo', press: 'Báo chí nêu, đang xác minh' },
  { discipline: 'A disciplinary case', inspection: 'An inspection', complaint: 'A complaint', press: 'Press reports under review' });

export const readingNames: Readonly<Record<Schema['SourceReading'], string>> = words({ read: 'theo văn bản', configurableDefault: 'mặc định, tỉnh có thể quy định khác' }, { read: 'the text says it', configurableDefault: 'a default that the province may change' });

export const validityNames: Readonly<Record<Schema['Validity'], string>> = words(
  { inForce: 'còn hiệu lực', inPart: 'hết hiệu lực một phần', notYet: 'chưa có hiệu lực', ended: 'hết hiệu lực', unknown: 'chưa rõ hiệu lực' },
  { inForce: 'in force', inPart: 'partly in force', notYet: 'not yet in force', ended: 'not in force any more', unknown: 'validity not known' });

export const tieBreakNames: Readonly<Record<Schema['AwardTieBreakKind'], string>> = words(
  { points: 'điểm', criterion: 'điểm của tiêu chí ưu tiên', shareOfWomen: 'tỷ lệ nữ', ballot: 'bỏ phiếu', competentPerson: 'người có thẩm quyền quyết định' },
  { points: 'points', criterion: 'points of a criterion', shareOfWomen: 'share of women', ballot: 'a ballot', competentPerson: 'the competent person' });

/** Words of nominations and of what a unit has been given. */
export const awardWords = words({
  title: 'Khen thưởng',
  ofBloc: 'Đề nghị của khối',
  nominate: 'Điều kiện, đề nghị',
  ballots: 'Bỏ phiếu',
  dossiers: 'Hồ sơ',
  titles: 'Thành tích qua các năm',
  noAwards: 'Không có danh hiệu, hình thức nào dành cho đơn vị này.',
  lead: 'Điều kiện chưa đạt hoặc chưa rõ không chặn việc đề nghị; hội nghị, cơ quan thường trực và Hội đồng xem xét.',
  suspended: 'Đơn vị đang tạm dừng xét khen thưởng. Việc này không có nghĩa là đơn vị không đủ điều kiện.',
  suspendedUnits: (units: string) => `Đang tạm dừng xét khen thưởng: ${units}. Việc này không có nghĩa là đơn vị không đủ điều kiện.`,
  meanwhile: 'Trong thời gian tạm dừng không được đề nghị thêm, đề nghị đã có không được đưa ra phiên họp Hội đồng và không có quyết định tặng (khoản 4 Điều 4 Nghị định 152/2025/NĐ-CP).',
  suspendedFor: (cause: string, since: string, reason: string) => `${cause}, từ ${since}: ${reason}`,
  isNominated: 'Đã đề nghị',
  condition: 'Điều kiện',
  why: 'Vì sao',
  source: 'Căn cứ',
  conditions: (award: string) => `Điều kiện: ${award}`,
  noConditions: 'Không có điều kiện nào được quy định.',
  quota: (scope: string, nominated: number, allowed: string) => `${scope}: ${nominated} đề nghị, tối đa ${allowed}`,
  quotas: 'Số lượng đề nghị',
  quotaUnknown: 'chưa rõ',
  blocks: 'vượt thì không nhận đề nghị',
  put: 'Đề nghị khen thưởng',
  change: 'Sửa đề nghị',
  withdraw: 'Rút đề nghị',
  withdrawWhat: (award: string) => `Đề nghị tặng ${award} được giữ lại là đã rút, kèm lý do. Đề nghị lại được, theo quy định của ngày đề nghị.`,
  figures: 'Số liệu của đơn vị',
  figuresHint: 'Không bắt buộc. Đã ghi số liệu thì ghi cả ngày và nguồn.',
  lacks: { number: 'Số liệu chỉ ghi bằng chữ số.', figures: 'Số liệu cần có ít nhất một con số, ngày và nguồn; hoặc để trống cả phần này.', statement: 'Còn thiếu: căn cứ của điều kiện đã xác nhận.' },
  asOf: 'Số liệu tính đến ngày',
  figuresFrom: 'Nguồn số liệu',
  figuresFromHint: 'Ví dụ: Báo cáo số 403/BC-STC',
  statements: 'Điều kiện do đơn vị tự xác nhận',
  statementSource: (condition: string) => `Căn cứ xác nhận: ${condition}`,
  notSaid: 'Chưa xác nhận',
  saved: 'Đã lưu đề nghị.',
  withdrawn: 'Đã rút đề nghị.',
  openedOn: (day: string) => `Đề nghị từ ${day}, theo quy định của ngày đó.`,
  dossier: 'Hồ sơ',
  noTitles: 'Chưa có quyết định khen thưởng nào được ghi.',
  decision: 'Quyết định',
  money: 'Tiền thưởng kèm theo (đồng)',
  notPaid: 'không chi, đã chi mức cao hơn cùng kỳ',
  revoked: (day: string, by: string) => `Đã thu hồi ${day}${by ? `, ${by}` : ''}`,
  stands: 'Còn giá trị',
  streak: (award: string, years: number, since: number, last: number) => `${award}: ${years} năm liên tục (${since}–${last})`,
  streaks: 'Liên tục qua các năm',
  timeline: 'Số danh hiệu, hình thức còn giá trị mỗi năm',
  award: 'Danh hiệu, hình thức',
  perYear: 'Số lượng',
  then: (unit: string) => `khi là ${unit}`,
}, {
  title: 'Awards',
  ofBloc: 'Nominations of the bloc',
  nominate: 'Conditions, nominations',
  ballots: 'Ballots',
  dossiers: 'Dossiers',
  titles: 'Titles over the years',
  noAwards: 'There is no award for this unit.',
  lead: 'A condition that is not met or not known stands in the way of nothing: the meeting, the office and the council look at it.',
  suspended: 'The unit is suspended from awards. That does not make it ineligible.',
  suspendedUnits: units => `Suspended from awards: ${units}. That does not make a unit ineligible.`,
  meanwhile: 'Meanwhile it is not nominated, no session of the council takes up what it was nominated for, and no decision gives it an award (Decree 152/2025/NĐ-CP, article 4(4)).',
  suspendedFor: (cause, since, reason) => `${cause}, since ${since}: ${reason}`,
  isNominated: 'Nominated',
  condition: 'Condition',
  why: 'Why',
  source: 'Source',
  conditions: award => `Conditions: ${award}`,
  noConditions: 'No conditions are set.',
  quota: (scope, nominated, allowed) => `${scope}: ${nominated} nominated, at most ${allowed}`,
  quotas: 'How many may be nominated',
  quotaUnknown: 'not known',
  blocks: 'more are refused',
  put: 'Nominate',
  change: 'Change the nomination',
  withdraw: 'Withdraw the nomination',
  withdrawWhat: award => `The nomination for ${award} is kept as withdrawn, with the reason. The unit can be nominated again, under the rules of that day.`,
  figures: 'Figures of the unit',
  figuresHint: 'Optional. Figures come with their day and source.',
  lacks: { number: 'Figures are written in digits.', figures: 'Figures need one number at least, a day and a source; or leave all of it empty.', statement: 'Still missing: the source of what is confirmed.' },
  asOf: 'Day of the figures',
  figuresFrom: 'Where they come from',
  figuresFromHint: 'Such as report 403/BC-STC',
  statements: 'Conditions that the unit states',
  statementSource: condition => `On what that rests: ${condition}`,
  notSaid: 'Not stated',
  saved: 'The nomination was saved.',
  withdrawn: 'The nomination was withdrawn.',
  openedOn: day => `Nominated on ${day}, under the rules of that day.`,
  dossier: 'Dossier',
  noTitles: 'No decision is recorded.',
  decision: 'Decision',
  money: 'Money that goes with it (đồng)',
  notPaid: 'not paid: a higher one of the year is',
  revoked: (day, by) => `Taken back on ${day}${by ? `, ${by}` : ''}`,
  stands: 'Stands',
  streak: (award, years, since, last) => `${award}: ${years} years in a row (${since}–${last})`,
  streaks: 'Years in a row',
  timeline: 'Awards that stand, year by year',
  award: 'Award',
  perYear: 'How many',
  then: unit => `as ${unit}`,
});
