import { Page } from '../../parts/Page';
import { common } from '../../words/common';
import { words } from '../../words/language';

const w = words({
  what: 'Trang này là nơi các đơn vị, Khối trưởng và cơ quan thường trực làm việc trong năm thi đua: tự chấm điểm, chấm chéo, thẩm định, giao ước, họp, báo cáo, kết quả.',
  saved: 'Nội dung nhập được lưu tự động. Khi mất mạng, nội dung được giữ trên máy này và gửi đi khi có mạng; đăng xuất sẽ xóa khỏi máy.',
  data: 'Trang không dùng công cụ theo dõi và không tải gì từ nơi khác. Số thập phân viết bằng dấu phẩy; gõ dấu chấm cũng được.',
}, {
  what: 'On this page units, heads of blocs and the office do the work of an emulation year: self-scoring, cross-scoring, appraisal, pacts, meetings, reports, results.',
  saved: 'What is typed is saved by itself. Without a line it is kept on this machine and sent when there is one; signing out removes it from the machine.',
  data: 'The page tracks nobody and loads nothing from elsewhere. Decimals are written with a comma; a point may be typed, too.',
});

export default function About() {
  return (
    <Page title={common.about}>
      <p>{w.what}</p>
      <p>{w.saved}</p>
      <p>{w.data}</p>
    </Page>
  );
}
