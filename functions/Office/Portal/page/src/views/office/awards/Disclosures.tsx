import { api, ask } from '../../../api/client';
import { base } from '../../../auth/settings';
import { Show } from '../../../parts/Show';
import { StatusBadge } from '../../../parts/StatusBadge';
import { Table } from '../../../parts/Table';
import { useAnswer } from '../../../parts/useAnswer';
import { may, today } from '../../../shell/session';
import { common } from '../../../words/common';
import { count, day } from '../../../words/format';
import { words } from '../../../words/language';
import type { ViewProps } from '../../routes';
import { Frame } from '../Frame';
import { at } from '../names';
import { fresh } from './fresh';
import { YearChoice } from './YearChoice';

const w = words({
  title: (year: number) => `Công khai đề nghị khen thưởng năm ${year}`, lead: 'Mọi người đọc được từ ngày đầu mà không cần đăng nhập; đơn vị góp ý trên hệ thống, đơn thư do cơ quan thường trực ghi.', add: 'Lập đợt công khai', none: 'Năm này chưa có đợt công khai nào.', caption: 'Các đợt công khai', name: 'Đợt', from: 'Từ ngày', until: 'Nhận góp ý đến hết', proposals: 'Số đề nghị', page: 'Trang mà mọi người đọc',
  isPublic: 'Đang công khai', coming: 'Chưa đến ngày', retracted: 'Đã rút lại', over: 'Hết thời gian góp ý',
}, {
  title: year => `Disclosure for ${year}`, lead: 'Everybody reads it from its first day on without a sign-in; units comment here, letters are recorded by the office.', add: 'Disclose proposals', none: 'Nothing was disclosed for this year.', caption: 'Disclosures', name: 'Disclosure', from: 'From', until: 'Remarks until', proposals: 'Proposals', page: 'What everybody reads',
  isPublic: 'Disclosed', coming: 'Not yet', retracted: 'Taken back', over: 'The time for remarks is over',
});

export interface Standing {
  readonly isPublic: boolean;
  readonly retracted: string | null;
  readonly until: string;
}

export function DisclosureState({ of }: { of: Standing }) {
  return of.retracted !== null ? <StatusBadge kind="bad">{w.retracted}</StatusBadge>
    : !of.isPublic ? <StatusBadge kind="info">{w.coming}</StatusBadge>
      : of.until < today.value ? <StatusBadge kind="plain">{w.over}</StatusBadge> : <StatusBadge kind="good">{w.isPublic}</StatusBadge>;
}

export default function Disclosures({ params }: ViewProps) {
  const year = Number(params.year);
  const list = useAnswer(signal => ask(api.GET('/api/cycles/{year}/disclosures', { params: { path: { year } }, signal })).then(({ data }) => data.disclosures), [year]);
  return (
    <Frame title={w.title(year)} lead={w.lead} actions={may('DiscloseProposals') && <a class="button primary" href={at('disclosures', year, fresh, 'edit')}>{w.add}</a>}>
      <YearChoice year={year} address={one => at('disclosures', one)} />
      <Show of={list}>
        {all => (
          <Table
            caption={w.caption} isCaptionHidden rows={all} rowKey={one => one.disclosure} empty={w.none}
            columns={[
              { head: w.name, cell: one => <a href={at('disclosures', year, one.disclosure)}>{one.title}</a>, sort: one => one.title },
              { head: common.state, cell: one => <DisclosureState of={one} /> },
              { head: w.from, cell: one => day(one.from), sort: one => one.from },
              { head: w.until, cell: one => day(one.until), sort: one => one.until },
              { head: w.proposals, cell: one => count(one.proposals), isNumber: true },
            ]} />
        )}
      </Show>
      <p><a href={`${base}/public/${year}`}>{w.page}</a></p>
    </Frame>
  );
}
