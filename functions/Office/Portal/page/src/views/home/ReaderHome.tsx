import { api, ask } from '../../api/client';
import { Notice } from '../../parts/States';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { base } from '../../auth/settings';
import { addressOf, nobody } from '../../shell/places';
import { isReader, me } from '../../shell/session';
import { common } from '../../words/common';
import { words } from '../../words/language';

const w = words({
  blocs: (year: number) => `Các khối năm ${year}`,
  all: 'Các khối thi đua',
  bloc: 'Tình hình',
  standings: 'Kết quả',
  title: 'Chào bạn',
  nothing: 'Tài khoản này chưa được giao làm việc cho đơn vị nào, hoặc đơn vị chưa ở trong khối nào của năm đang mở. Xin liên hệ cơ quan thường trực thi đua của tỉnh và gửi kèm mã tài khoản dưới đây.',
  id: 'Mã tài khoản',
  rights: 'Xem tài khoản này được làm gì',
}, {
  blocs: year => `Blocs of ${year}`,
  all: 'Emulation blocs',
  bloc: 'Where it is',
  standings: 'Standings',
  title: 'Welcome',
  nothing: 'This account acts for no unit yet, or the unit is in no bloc of an open year. Please ask the emulation office of the province, and send the id of the account below.',
  id: 'Account id',
  rights: 'See what this account may do',
});

/** For who has no unit: readers and the council see the blocs; everybody else is told whom to ask. */
export function ReaderHome() {
  return (
    <Page title={isReader.value ? w.all : w.title}>
      {isReader.value ? me.value!.cycles.filter(cycle => cycle.isOpen).map(cycle => <Blocs year={cycle.year} />) : (
        <>
          <Notice>{w.nothing}</Notice>
          <dl class="card"><dt>{w.id}</dt><dd><code>{me.value!.oid}</code></dd></dl>
          <p><a href={`${base}/rights`}>{w.rights}</a></p>
        </>
      )}
    </Page>
  );
}

function Blocs({ year }: { year: number }) {
  const asked = useAnswer(async signal => {
    const [cycle, names] = await Promise.all([
      ask(api.GET('/api/cycles/{year}', { params: { path: { year } }, signal })),
      ask(api.GET('/api/blocs', { params: { query: { pageSize: 200 } }, signal })),
    ]);
    const nameOf = new Map(names.data.blocs.map(bloc => [bloc.id, bloc.name]));
    return cycle.data.blocs.flatMap(({ bloc }) => cycle.data.periods.map(period => ({ bloc, name: nameOf.get(bloc) ?? bloc, period })));
  }, [year]);
  return (
    <Show of={asked}>
      {rows => (
        <Table
          caption={w.blocs(year)} rows={rows} rowKey={row => row.bloc + row.period.id}
          columns={[
            { head: common.bloc, cell: row => row.name, sort: row => row.name },
            { head: common.period, cell: row => row.period.name },
            { head: w.bloc, cell: row => <a href={addressOf('bloc', { year, period: row.period.id, bloc: row.bloc, unit: nobody })}>{w.bloc}</a> },
            { head: w.standings, cell: row => <a href={addressOf('standings', { year, period: row.period.id, bloc: row.bloc, unit: nobody })}>{w.standings}</a> },
          ]} />
      )}
    </Show>
  );
}
