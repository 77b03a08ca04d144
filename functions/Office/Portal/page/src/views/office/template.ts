import type { Content, Criterion } from './scheme';

const line = (code: string, parent: string | null, title: string, kind: Criterion['kind'], maximum: number): Criterion => ({ code, parent, title, kind, maximum, evidence: 'notNeeded' });

/** What most provinces begin from: a hundred points in three sections, with bonus and penalty beside them. A configurable default, to be changed as the province's decision says. */
export const schemeTemplate: Content = {
  title: 'Bảng điểm thi đua của khối', maximum: 100,
  criteria: [
    line('I', null, 'Thực hiện nhiệm vụ chính trị, chuyên môn', 'group', 60),
    line('I.1', 'I', 'Hoàn thành các chỉ tiêu, nhiệm vụ được giao', 'direct', 40),
    line('I.2', 'I', 'Cải cách hành chính, giải quyết hồ sơ đúng hạn', 'direct', 20),
    line('II', null, 'Chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước; xây dựng Đảng, đoàn thể', 'group', 20),
    line('II.1', 'II', 'Chấp hành chủ trương, chính sách, pháp luật; kỷ luật, kỷ cương', 'direct', 10),
    line('II.2', 'II', 'Xây dựng tổ chức đảng, chính quyền, đoàn thể', 'direct', 10),
    line('III', null, 'Công tác thi đua, khen thưởng', 'group', 20),
    line('III.1', 'III', 'Tổ chức phong trào thi đua, hoạt động của khối', 'direct', 10),
    line('III.2', 'III', 'Phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến', 'direct', 5),
    line('III.3', 'III', 'Chế độ thông tin, báo cáo', 'direct', 5),
    line('T', null, 'Điểm thưởng', 'bonus', 5),
    line('P', null, 'Điểm trừ', 'penalty', 5),
  ],
  ladder: [
    { code: 'xuat-sac', title: 'Hoàn thành xuất sắc nhiệm vụ', minimum: 95, minimumIncluded: true, maximum: null, maximumIncluded: false },
    { code: 'tot', title: 'Hoàn thành tốt nhiệm vụ', minimum: 85, minimumIncluded: true, maximum: 95, maximumIncluded: false },
    { code: 'hoan-thanh', title: 'Hoàn thành nhiệm vụ', minimum: 70, minimumIncluded: true, maximum: 85, maximumIncluded: false },
    { code: 'chua', title: 'Chưa hoàn thành nhiệm vụ', minimum: null, minimumIncluded: true, maximum: 70, maximumIncluded: false },
  ],
  classificationCap: 100, tieBreaks: [],
};
