import { words } from './language';

/** Words of the papers that can be had. */
export const paperWords = words({
  title: 'Văn bản',
  lead: 'Tệp Word theo thể thức Nghị định 30/2020/NĐ-CP, lập từ những gì đã ghi trong hệ thống. Chỗ chưa có thông tin được đánh dấu trong tệp và nêu tên ở đây.',
  own: 'Của đơn vị',
  bloc: 'Của khối',
  meetings: 'Của từng hội nghị',
  reports: 'Của từng báo cáo',
  visits: 'Của từng cuộc kiểm tra chéo',
  none: 'Chưa có văn bản nào lập được ở phần này.',
  workbook: 'Bảng số liệu của năm (Excel)',
  letterhead: 'Thể thức văn bản của đơn vị',
  get: 'Tải về',
  gaps: (count: number) => `Đã tải. Còn ${count} chỗ cần điền tay trong tệp:`,
  whole: 'Đã tải. Văn bản không còn chỗ trống nào.',
}, {
  title: 'Papers',
  lead: 'Word files in the form of Decree 30/2020/NĐ-CP, made of what was recorded. What is not known is marked in the file and named here.',
  own: 'Of your unit',
  bloc: 'Of the bloc',
  meetings: 'Of each meeting',
  reports: 'Of each report',
  visits: 'Of each visit',
  none: 'There is nothing to be had here yet.',
  workbook: 'Tables of the year (Excel)',
  letterhead: 'Letterhead of the unit',
  get: 'Download',
  gaps: count => count === 1 ? 'Downloaded. One place in the file has to be filled in by hand:' : `Downloaded. ${count} places in the file have to be filled in by hand:`,
  whole: 'Downloaded. Nothing is left open in it.',
});
