import type { Schema } from '../../../api/client';
import { words } from '../../../words/language';

type Names<K extends string> = Readonly<Record<K, string>>;

export const kindNames: Names<Schema['AwardKind']> = words({ title: 'Danh hiệu thi đua', form: 'Hình thức khen thưởng' }, { title: 'Title', form: 'Form of commendation' });

export const levelNames: Names<Schema['AwardLevel']> = words({ state: 'Cấp nhà nước', ministry: 'Cấp bộ, ngành', province: 'Cấp tỉnh', base: 'Cấp cơ sở' }, { state: 'State', ministry: 'Ministry', province: 'Province', base: 'Base' });

export const subjectNames: Names<Schema['AwardSubject']> = words({ unit: 'đơn vị', collective: 'tập thể nhỏ', household: 'hộ gia đình', person: 'cá nhân' }, { unit: 'units', collective: 'small collectives', household: 'households', person: 'persons' });

export const figureNames: Names<Schema['AwardFigure']> = words({
  people: 'số người', women: 'số nữ', directWorkers: 'số người lao động trực tiếp', collectives: 'số tập thể', smallCollectives: 'số tập thể nhỏ', advancedWorkers: 'số lao động tiên tiến', baseFighters: 'số chiến sĩ thi đua cơ sở',
}, {
  people: 'people', women: 'women', directWorkers: 'direct workers', collectives: 'collectives', smallCollectives: 'small collectives', advancedWorkers: 'advanced workers', baseFighters: 'emulation fighters of the base',
});

export const conditionKindNames: Names<Schema['AwardConditionKind']> = words({
  class: 'Xếp loại hoàn thành', place: 'Xếp hạng trong khối', points: 'Tổng điểm', titles: 'Danh hiệu các năm trước', share: 'Tỷ lệ (số liệu của đề nghị)', count: 'Số lượng (số liệu của đề nghị)', notListed: 'Không có tên trong danh sách cơ quan ngoài', stated: 'Xác nhận bằng lời, có căn cứ',
}, {
  class: 'Class of completion', place: 'Place in the bloc', points: 'Points', titles: 'Titles of the years before', share: 'A share (figures of the nomination)', count: 'A count (figures of the nomination)', notListed: 'On no list of outside bodies', stated: 'Stated, with its source',
});

export const scopeNames: Names<Schema['QuotaScope']> = words({ bloc: 'Mỗi khối', province: 'Toàn tỉnh' }, { bloc: 'Each bloc', province: 'The whole province' });

export const quotaBaseNames: Names<Schema['QuotaBase']> = words({
  members: 'số thành viên', present: 'số thành viên dự họp', classified: 'số đơn vị được xếp loại', leadersAtStandard: 'số đơn vị dẫn đầu khối đạt tiêu chuẩn',
}, { members: 'the members', present: 'the members present', classified: 'the units of a class', leadersAtStandard: 'the leaders of blocs that reach the standard' });

export const roundingNames: Names<Schema['QuotaRounding']> = words({ down: 'làm tròn xuống', nearest: 'làm tròn đến số gần nhất', up: 'làm tròn lên' }, { down: 'rounded down', nearest: 'rounded to the nearest', up: 'rounded up' });

export const bodyNames: Names<Schema['VotingBody']> = words({ bloc: 'Khối bỏ phiếu', council: 'Hội đồng bỏ phiếu' }, { bloc: 'The bloc votes', council: 'The council votes' });

export const voteBaseNames: Names<Schema['VoteBase']> = words({ allVoters: 'tổng số thành viên', present: 'số thành viên dự họp', validVotes: 'số phiếu hợp lệ' }, { allVoters: 'all members', present: 'those present', validVotes: 'the valid votes' });

export const absenteeNames: Names<Schema['AbsenteeVotes']> = words({
  none: 'Người vắng không bỏ phiếu', inWriting: 'Người vắng cho ý kiến bằng văn bản', substitute: 'Người vắng cử người đi thay',
}, { none: 'Who is absent does not vote', inWriting: 'Who is absent writes', substitute: 'Who is absent sends somebody' });

export const deciderNames: Names<Schema['AwardDecider']> = words({
  nobody: 'không đạt thì không được đề nghị', blocLeaders: 'Khối trưởng, Khối phó quyết định', chair: 'lá phiếu của người chủ trì quyết định', competentPerson: 'người có thẩm quyền quyết định',
}, { nobody: 'who does not pass is not proposed', blocLeaders: 'head and deputy decide', chair: 'the chair’s vote decides', competentPerson: 'the competent person decides' });

export const tieBreakNames: Names<Schema['AwardTieBreakKind']> = words({
  points: 'Tổng điểm cao hơn', criterion: 'Điểm của tiêu chí được nêu', shareOfWomen: 'Tỷ lệ nữ từ 70 % trở lên', ballot: 'Bỏ phiếu', competentPerson: 'Người có thẩm quyền quyết định',
}, { points: 'More points', criterion: 'Points of a named criterion', shareOfWomen: 'A share of women of 70 % and more', ballot: 'A ballot', competentPerson: 'The competent person' });

export const readingNames: Names<Schema['SourceReading']> = words({ read: 'đã đọc', configurableDefault: 'mặc định cấu hình được' }, { read: 'read', configurableDefault: 'configurable default' });

export const causeNames: Names<Schema['SuspensionCause']> = words({
  discipline: 'Đang xem xét kỷ luật', inspection: 'Đang điều tra, thanh tra, kiểm tra', complaint: 'Có đơn khiếu nại, tố cáo đang giải quyết', press: 'Báo chí nêu, đang xác minh',
}, { discipline: 'Discipline under way', inspection: 'Investigation or inspection under way', complaint: 'A complaint is being looked into', press: 'What the press reported is being checked' });

export const holidayNames: Names<Schema['HolidayKind']> = words({
  newYear: 'Tết Dương lịch', lunarNewYear: 'Tết Âm lịch', hungKings: 'Giỗ Tổ Hùng Vương', victory: 'Ngày Chiến thắng', labour: 'Quốc tế lao động', nationalDay: 'Quốc khánh', instead: 'Nghỉ bù', swapped: 'Hoán đổi ngày làm việc', other: 'Ngày nghỉ khác',
}, {
  newYear: 'New Year', lunarNewYear: 'Lunar New Year', hungKings: 'Hùng Kings’ day', victory: 'Day of victory', labour: 'Labour Day', nationalDay: 'National Day', instead: 'Given for a holiday on a weekend', swapped: 'Swapped with a working day', other: 'Another day off',
});

export const officeNames: Names<Schema['CouncilOffice']> = words({
  chair: 'Chủ tịch Hội đồng', standingViceChair: 'Phó Chủ tịch thường trực', viceChair: 'Phó Chủ tịch', secretary: 'Thư ký', member: 'Ủy viên',
}, { chair: 'Chair', standingViceChair: 'Standing vice chair', viceChair: 'Vice chair', secretary: 'Secretary', member: 'Member' });

export const attendanceNames: Names<Schema['CouncilAttendance']> = words({ present: 'Có mặt', substitute: 'Có người đi thay', absent: 'Vắng' }, { present: 'Present', substitute: 'Somebody came instead', absent: 'Absent' });

export const outcomeNames: Names<Schema['OutcomeKind']> = words({ passed: 'Thông qua', notPassed: 'Không thông qua', postponed: 'Để lại xét sau' }, { passed: 'Passed', notPassed: 'Not passed', postponed: 'Put off' });

export const wayNames: Names<Schema['VoteWay']> = words({ show: 'Biểu quyết giơ tay', ballot: 'Bỏ phiếu kín' }, { show: 'By show of hands', ballot: 'By ballot' });

export const viewNames: Names<Schema['WrittenView']> = words({ for: 'Đồng ý', against: 'Không đồng ý', other: 'Ý kiến khác' }, { for: 'For', against: 'Against', other: 'Another view' });

export const groundNames: Names<Schema['RevocationGround']> = words({
  falseDeclaration: 'Khai man thành tích', falsePapers: 'Làm giả giấy tờ, hồ sơ', unlawfulAppraisal: 'Thẩm định, xét duyệt trái luật', faultInPeriod: 'Vi phạm trong thời gian được xét thành tích',
}, { falseDeclaration: 'Achievements were declared falsely', falsePapers: 'Papers were forged', unlawfulAppraisal: 'Appraised against the law', faultInPeriod: 'A fault in the period of the achievement' });

export const senderNames: Names<Schema['RemarkSender']> = words({ unit: 'Đơn vị', organisation: 'Tổ chức khác', citizen: 'Công dân', press: 'Báo chí' }, { unit: 'A unit', organisation: 'Another organisation', citizen: 'A citizen', press: 'The press' });

export const remarkOutcomeNames: Names<Schema['RemarkOutcome']> = words({ upheld: 'Có cơ sở', dismissed: 'Không có cơ sở', passedOn: 'Đã chuyển cơ quan có thẩm quyền' }, { upheld: 'Upheld', dismissed: 'Dismissed', passedOn: 'Passed on to whom it concerns' });

export const measureNames: Names<Schema['StatisticMeasure']> = words({
  units: 'Số đơn vị', nominated: 'Được đề nghị', suspended: 'Tạm dừng xét', withdrawn: 'Đã rút', disclosed: 'Đã công khai', councilPassed: 'Hội đồng thông qua', councilNotPassed: 'Hội đồng không thông qua', given: 'Được tặng', revoked: 'Bị hủy bỏ', money: 'Tiền thưởng',
}, { units: 'Units', nominated: 'Nominated', suspended: 'Suspended', withdrawn: 'Withdrawn', disclosed: 'Disclosed', councilPassed: 'Passed by the council', councilNotPassed: 'Not passed by the council', given: 'Given', revoked: 'Revoked', money: 'Money' });

export const statisticRowNames: Names<Schema['StatisticRow']> = words({ bloc: 'Mỗi dòng một khối', unit: 'Mỗi dòng một đơn vị', award: 'Mỗi dòng một danh hiệu' }, { bloc: 'A row for each bloc', unit: 'A row for each unit', award: 'A row for each award' });

export const stopNames: Names<Schema['DossierStop']> = words({ office: 'Đến cơ quan thường trực', ministry: 'Đến Bộ Nội vụ' }, { office: 'At the office', ministry: 'At the Ministry of Home Affairs' });
