import { ask, type Schema } from '../../api/client';
import { openApi } from '../../api/open';
import { account, signIn } from '../../auth/auth';
import { base } from '../../auth/settings';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { common } from '../../words/common';
import { day } from '../../words/format';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { MyComments } from './MyComments';

const w = words({
  title: 'Đề nghị khen thưởng được công khai', back: 'Công khai đề nghị khen thưởng', time: (from: string, until: string) => `Công khai từ ${from}; nhận góp ý đến hết ${until}.`, over: 'Đã hết thời gian góp ý.', proposals: 'Các đề nghị', award: 'Danh hiệu, hình thức', achievement: 'Thành tích',
  how: 'Đơn vị có tài khoản góp ý tại đây sau khi đăng nhập. Tổ chức khác, công dân, báo chí xin gửi thư đến cơ quan thường trực thi đua của tỉnh.', signIn: 'Đăng nhập để góp ý',
}, {
  title: 'Disclosed proposals', back: 'Disclosed proposals for awards', time: (from, until) => `Disclosed from ${from}; remarks until ${until}.`, over: 'The time for remarks is over.', proposals: 'Proposals', award: 'Award', achievement: 'Achievement',
  how: 'Units with an account say something here after signing in. Other organisations, citizens and the press please write to the emulation office of the province.', signIn: 'Sign in to say something',
});

/** What was disclosed, as everybody reads it; units that are signed in see and write their own remarks below it. */
export default function Disclosed({ params }: ViewProps) {
  const [year, disclosure] = [Number(params.year), params.disclosure!];
  const found = useAnswer(signal => ask(openApi.GET('/api/public/{year}/disclosures/{disclosure}', { params: { path: { year, disclosure } }, signal })).then(({ data }) => data), [year, disclosure]);
  return (
    <Page title={found.value?.title ?? w.title} back={{ href: `${base}/public/${year}`, name: w.back }}>
      <Show of={found}>{one => <Known of={one} />}</Show>
    </Page>
  );
}

function Known({ of }: { of: Schema['DisclosedView'] }) {
  return (
    <>
      <p>{w.time(day(of.from), day(of.until))} {!of.isOpen && w.over}</p>
      <Table
        caption={w.proposals} isCaptionHidden rows={of.proposals} rowKey={one => `${one.unit} ${one.award}`}
        columns={[
          { head: common.unit, cell: one => one.unitName, sort: one => one.unitName },
          { head: common.bloc, cell: one => one.blocName, sort: one => one.blocName },
          { head: w.award, cell: one => one.awardTitle, sort: one => one.awardTitle },
          { head: w.achievement, cell: one => one.achievement ?? '–', class: 'wide' },
        ]} />
      {account.value ? <MyComments of={of} /> : of.isOpen && <section class="card no-print"><p>{w.how}</p><button type="button" onClick={() => void signIn()}>{w.signIn}</button></section>}
    </>
  );
}
