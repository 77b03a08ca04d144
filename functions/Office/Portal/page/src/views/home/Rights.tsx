import { account } from '../../auth/auth';
import { DaysLeft } from '../../parts/DaysLeft';
import { Page } from '../../parts/Page';
import { Empty } from '../../parts/States';
import { me, periodName, places } from '../../shell/session';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { appRoleNames, roleNames, stageNames } from '../../words/names';
import { duties, dutiesAmong } from './duties';

const w = words({
  lead: 'Quyền do cơ quan thường trực giao cho tài khoản và theo từng thời gian của năm. Thiếu quyền cần có: xin liên hệ cơ quan thường trực, gửi kèm mã tài khoản.',
  account: 'Tài khoản',
  id: 'Mã tài khoản',
  roles: 'Vai trò',
  always: 'Việc được làm ở mọi nơi',
  here: 'Việc được làm cho đơn vị này',
  open: 'Đang mở',
  approves: 'Được duyệt thay mặt đơn vị',
  none: 'Chưa được giao việc nào.',
}, {
  lead: 'Rights come from the emulation office and from the days of the year. Is one missing: ask the office, and send the id of the account.',
  account: 'Account',
  id: 'Account id',
  roles: 'Roles',
  always: 'What you may do anywhere',
  here: 'What you may do for this unit',
  open: 'Open now',
  approves: 'May approve for the unit',
  none: 'Nothing so far.',
});

/** What the caller may do, in words. */
export default function Rights() {
  const my = me.value!;
  return (
    <Page title={common.rights} lead={w.lead}>
      <dl class="card">
        <dt>{w.account}</dt><dd>{account.value?.name}</dd>
        <dt>{w.id}</dt><dd><code>{my.oid}</code></dd>
        {my.roles.length > 0 && <><dt>{w.roles}</dt><dd>{my.roles.map(role => appRoleNames[role] ?? role).join(', ')}</dd></>}
      </dl>
      <h2>{w.always}</h2>
      <Duties of={my.functions} />
      {places.value.map(place => (
        <section class="card">
          <h2>{[place.unitName, place.blocName, place.year, periodName(place)].filter(Boolean).join(' · ')}</h2>
          <p>{place.roles.map(role => roleNames[role]).join(', ')}{my.approvesFor.includes(place.unit) && ` · ${w.approves}`}</p>
          {place.stages.length > 0 && <p>{w.open}: {place.stages.map((stage, at) => <>{at > 0 && ', '}{stageNames[stage.stage]} (<DaysLeft until={stage.deadline} isDone />)</>)}</p>}
          <h3>{w.here}</h3>
          <Duties of={place.functions} />
        </section>
      ))}
    </Page>
  );
}

function Duties({ of }: { of: readonly string[] }) {
  const names = dutiesAmong(of);
  return names.length === 0 ? <Empty>{w.none}</Empty> : <ul>{names.map(name => <li>{duties[name]}</li>)}</ul>;
}
