import { ask } from '../../api/client';
import { openApi } from '../../api/open';
import { base } from '../../auth/settings';
import { Field } from '../../parts/Field';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { Empty } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import { go } from '../../shell/router';
import { today } from '../../shell/session';
import { common } from '../../words/common';
import { day } from '../../words/format';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';

const w = words({
  title: 'Công khai đề nghị khen thưởng', lead: 'Những đơn vị được đề nghị khen thưởng mà cơ quan thường trực thi đua công khai để mọi người góp ý.', none: 'Năm này chưa công khai đề nghị nào.', time: (from: string, until: string) => `Công khai từ ${from}; nhận góp ý đến hết ${until}.`, proposals: (n: number) => `${n} đề nghị`, open: 'Đang nhận góp ý', over: 'Hết thời gian góp ý',
}, {
  title: 'Disclosed proposals for awards', lead: 'The units that are proposed for awards, disclosed by the emulation office so that everybody can say something.', none: 'Nothing is disclosed for this year.', time: (from, until) => `Disclosed from ${from}; remarks until ${until}.`, proposals: n => `${n} proposals`, open: 'Remarks are taken', over: 'The time for remarks is over',
});

/** What everybody may read of a year's proposals; nobody has to sign in. */
export default function Disclosures({ params }: ViewProps) {
  const now = Number(today.value.slice(0, 4));
  const year = Number(params.year ?? now);
  const list = useAnswer(signal => ask(openApi.GET('/api/public/{year}/disclosures', { params: { path: { year } }, signal })).then(({ data }) => data.disclosures), [year]);
  const years = [...new Set([now + 1, now, now - 1, now - 2, now - 3, year])].sort((a, b) => b - a);
  return (
    <Page title={w.title} lead={w.lead}>
      <Field label={common.year}>
        <select value={year} onChange={event => go(`${base}/public/${event.currentTarget.value}`)}>{years.map(one => <option value={one} selected={one === year}>{one}</option>)}</select>
      </Field>
      <Show of={list}>
        {all => all.length === 0 ? <Empty>{w.none}</Empty> : (
          <ul class="cards">
            {all.map(one => (
              <li class="card" key={one.disclosure}>
                <a href={`${base}/public/${year}/${encodeURIComponent(one.disclosure)}`}><strong>{one.title}</strong></a>
                <p>{w.time(day(one.from), day(one.until))} {w.proposals(one.proposals)}. <StatusBadge kind={one.isOpen ? 'good' : 'plain'}>{one.isOpen ? w.open : w.over}</StatusBadge></p>
              </li>
            ))}
          </ul>
        )}
      </Show>
    </Page>
  );
}
