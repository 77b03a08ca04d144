import { Page } from '../../parts/Page';
import { Notice } from '../../parts/States';
import { may, me } from '../../shell/session';
import { words } from '../../words/language';
import { awardAreas } from './awards/areas';
import { office } from './Frame';
import { at } from './names';
import './office.css';

const w = words({
  lead: 'Chuẩn bị và điều hành phong trào thi đua của cả tỉnh.',
  roster: 'Danh sách đơn vị và khối', rosterLead: 'Tìm, thêm, sửa đơn vị; thành viên và Khối trưởng của từng khối; nhập từ tệp Excel hoặc CSV.',
  years: 'Năm thi đua và lịch', yearsLead: 'Khối nào tham gia, theo bảng điểm nào, các bước từ ngày nào đến ngày nào.',
  schemes: 'Bảng điểm', schemesLead: 'Cây tiêu chí với tổng tính ngay, so sánh các bản, nhập và tải về Excel.',
  officers: 'Cán bộ của các đơn vị', officersLead: 'Tài khoản nào làm thay đơn vị nào; ai được phê duyệt; nhập từ tệp.',
  extensions: 'Gia hạn cho đơn vị', extensionsLead: 'Thêm ngày cho một đơn vị ở một bước, có lý do.',
  successions: 'Thay đổi về tổ chức', successionsLead: 'Đổi tên, hợp nhất, chia, tách, giải thể, chuyển khối theo quyết định.',
  texts: 'Văn bản pháp lý', textsLead: 'Văn bản mà các giấy tờ viện dẫn, cùng thời gian có hiệu lực.',
  reminders: 'Lịch nhắc việc', remindersLead: 'Trước hạn cuối mấy ngày thì đơn vị nhận thư nhắc.',
  operations: 'Vận hành hệ thống', operationsLead: 'Thư không gửi được, việc tự động, sao lưu và niêm phong nhật ký.',
  setup: 'Thiết lập tỉnh mới', setupLead: 'Từ tệp danh sách đơn vị đến một năm đang mở, theo bốn bước.', begin: 'Chưa có năm thi đua nào. Xin bắt đầu bằng việc thiết lập:',
  publication: 'Công bố kết quả', publicationLead: 'Kiểm tra lần cuối rồi công bố xếp hạng của từng khối.', awards: 'Khen thưởng',
}, {
  lead: 'Prepare and run the emulation of the province.',
  roster: 'Units and blocs', rosterLead: 'Find, add and change units; members and head of each bloc; import from Excel or CSV.',
  years: 'Years and calendars', yearsLead: 'Which blocs take part, by which scheme, and the days of each step.',
  schemes: 'Schemes', schemesLead: 'The tree of criteria with live sums, comparison of versions, workbooks in and out.',
  officers: 'Officers of the units', officersLead: 'Which account acts for which unit, and who approves; import from a file.',
  extensions: 'More time for a unit', extensionsLead: 'More days for one unit at one step, with a reason.',
  successions: 'Changes of units', successionsLead: 'Renamed, merged, split, dissolved or moved by a decision.',
  texts: 'Legal texts', textsLead: 'What papers cite, and when it is in force.',
  reminders: 'Reminders', remindersLead: 'How many days before a last day units get mail.',
  operations: 'Operations', operationsLead: 'Mail that could not be sent, timers, backups and seals.',
  setup: 'Set up a new province', setupLead: 'From a file of units to an open year, in four steps.', begin: 'There is no year yet. Please begin by setting up:',
  publication: 'Publication', publicationLead: 'Check for the last time, then publish the standings of a bloc.', awards: 'Awards',
});

/** Where the office begins. What the caller may not do is not offered. */
export default function Office() {
  const areas = [
    { href: at('roster'), name: w.roster, lead: w.rosterLead, needs: 'ListUnits' },
    { href: at('years'), name: w.years, lead: w.yearsLead, needs: 'ListCycles' },
    { href: at('schemes'), name: w.schemes, lead: w.schemesLead, needs: 'ListSchemes' },
    { href: at('officers'), name: w.officers, lead: w.officersLead, needs: 'ListOfficers' },
    { href: at('publication'), name: w.publication, lead: w.publicationLead, needs: 'PublishStandings' },
    { href: at('extensions'), name: w.extensions, lead: w.extensionsLead, needs: 'ExtendDeadline' },
    { href: at('successions'), name: w.successions, lead: w.successionsLead, needs: 'SucceedUnit' },
    { href: at('texts'), name: w.texts, lead: w.textsLead, needs: 'PutLegalText' },
    { href: at('reminders'), name: w.reminders, lead: w.remindersLead, needs: 'PutReminderRules' },
    { href: at('operations'), name: w.operations, lead: w.operationsLead, needs: 'GetOperations' },
    { href: at('setup'), name: w.setup, lead: w.setupLead, needs: 'PutCycle' },
  ].filter(area => may(area.needs));
  const awards = awardAreas();
  return (
    <Page title={office.name} lead={w.lead}>
      {me.value?.cycles.length === 0 && may('PutCycle') && <Notice kind="note">{w.begin} <a href={at('setup')}>{w.setup}</a></Notice>}
      <Cards areas={areas} />
      {awards.length > 0 && <><h2>{w.awards}</h2><Cards areas={awards} /></>}
    </Page>
  );
}

interface Area {
  readonly href: string;
  readonly name: string;
  readonly lead: string;
}

function Cards({ areas }: { areas: readonly Area[] }) {
  return <ul class="cards">{areas.map(area => <li class="card"><a class="card-link" href={area.href}>{area.name}</a><p>{area.lead}</p></li>)}</ul>;
}
