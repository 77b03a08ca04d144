import { Page } from '../../parts/Page';
import { may } from '../../shell/session';
import { words } from '../../words/language';
import { office } from './Frame';
import { at } from './names';
import './office.css';

const w = words({
  lead: 'Chuẩn bị và điều hành phong trào thi đua của cả tỉnh.',
  roster: 'Danh sách đơn vị và khối', rosterLead: 'Tìm, thêm, sửa đơn vị; thành viên và Khối trưởng của từng khối; nhập từ tệp Excel hoặc CSV.',
  years: 'Năm thi đua và lịch', yearsLead: 'Khối nào tham gia, theo bảng điểm nào, các bước từ ngày nào đến ngày nào.',
  officers: 'Cán bộ của các đơn vị', officersLead: 'Tài khoản nào làm thay đơn vị nào; ai được phê duyệt; nhập từ tệp.',
  publication: 'Công bố kết quả', publicationLead: 'Kiểm tra lần cuối rồi công bố xếp hạng của từng khối.',
}, {
  lead: 'Prepare and run the emulation of the province.',
  roster: 'Units and blocs', rosterLead: 'Find, add and change units; members and head of each bloc; import from Excel or CSV.',
  years: 'Years and calendars', yearsLead: 'Which blocs take part, by which scheme, and the days of each step.',
  officers: 'Officers of the units', officersLead: 'Which account acts for which unit, and who approves; import from a file.',
  publication: 'Publication', publicationLead: 'Check for the last time, then publish the standings of a bloc.',
});

/** Where the office begins. What the caller may not do is not offered. */
export default function Office() {
  const areas = [
    { href: at('roster'), name: w.roster, lead: w.rosterLead, needs: 'ListUnits' },
    { href: at('years'), name: w.years, lead: w.yearsLead, needs: 'ListCycles' },
    { href: at('officers'), name: w.officers, lead: w.officersLead, needs: 'ListOfficers' },
    { href: at('publication'), name: w.publication, lead: w.publicationLead, needs: 'PublishStandings' },
  ].filter(area => may(area.needs));
  return (
    <Page title={office.name} lead={w.lead}>
      <ul class="cards">
        {areas.map(area => <li class="card"><a class="card-link" href={area.href}>{area.name}</a><p>{area.lead}</p></li>)}
      </ul>
    </Page>
  );
}
