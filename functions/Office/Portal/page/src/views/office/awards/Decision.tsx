import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../../api/client';
import { Show } from '../../../parts/Show';
import { Notice } from '../../../parts/States';
import { StatusBadge } from '../../../parts/StatusBadge';
import { Table } from '../../../parts/Table';
import { useAnswer } from '../../../parts/useAnswer';
import { may } from '../../../shell/session';
import { cited } from '../../../words/cited';
import { common } from '../../../words/common';
import { day } from '../../../words/format';
import { words } from '../../../words/language';
import type { ViewProps } from '../../routes';
import { Frame } from '../Frame';
import { at } from '../names';
import { revokedOf } from './Decisions';
import { sayMoney } from './money';
import { groundNames } from './names';
import { Returned } from './Returned';
import { ReturnForm } from './ReturnForm';
import { RevokeForm } from './RevokeForm';

type Title = Schema['GivenTitleView'];

const w = words({
  title: 'Quyết định khen thưởng', back: 'Quyết định khen thưởng', signed: 'Người ký:', edit: 'Sửa quyết định', revoke: 'Hủy bỏ danh hiệu', titles: 'Danh hiệu, hình thức được tặng', award: 'Danh hiệu, hình thức', money: 'Tiền thưởng', stands: 'Còn hiệu lực', revoked: (on: string) => `Đã hủy bỏ ${on}`, returns: 'Thu hồi', record: 'Ghi thu hồi',
  same: (ids: string) => `Quyết định khác của năm cũng mang số này, có thể đã ghi hai lần: ${ids}.`, revocations: 'Các quyết định hủy bỏ', rules: (version: string) => `Theo phiên bản quy định “${version}”.`,
}, {
  title: 'A decision', back: 'Decisions', signed: 'Signed by:', edit: 'Change the decision', revoke: 'Revoke titles', titles: 'Titles given', award: 'Award', money: 'Money', stands: 'It stands', revoked: on => `Revoked ${on}`, returns: 'Return', record: 'Record a return',
  same: ids => `Another decision of the year bears the same number; perhaps it was entered twice: ${ids}.`, revocations: 'Decisions that revoke', rules: version => `By version “${version}” of the rules.`,
});

export default function Decision({ params }: ViewProps) {
  const [year, decision] = [Number(params.year), params.decision!];
  const found = useAnswer(signal => ask(api.GET('/api/cycles/{year}/decisions/{decision}', { params: { path: { year, decision } }, signal })), [year, decision]);
  return (
    <Frame title={found.value ? [found.value.data.paper.kind, found.value.data.paper.number].filter(Boolean).join(' ') : w.title} back={{ href: at('decisions', year), name: w.back }}>
      <Show of={found}>{known => <Known known={known} onSaved={found.reload} />}</Show>
    </Frame>
  );
}

function Known({ known, onSaved }: { known: Answer<Schema['DecisionView']>; onSaved: () => void }) {
  const { data } = known;
  const [isRevoking, revoke] = useState(false);
  const [returned, giveBack] = useState<Title>();
  const revoked = revokedOf(data);
  const nameOf = (code: string) => data.titles.find(one => one.award === code)?.awardTitle ?? code;
  return (
    <>
      <p>{cited(data.paper)}. {w.signed} {data.signerPost}. {w.rules(data.rulesVersion)}</p>
      {data.sameNumber.length > 0 && <Notice>{w.same(data.sameNumber.join(', '))}</Notice>}
      <div class="buttons">
        {may('PutDecision') && revoked === 0 && <a class="button" href={at('decisions', data.year, data.decision, 'edit')}>{w.edit}</a>}
        {may('RevokeDecision') && revoked < data.titles.length && <button type="button" class="danger" onClick={() => revoke(true)}>{w.revoke}</button>}
      </div>
      <Table
        caption={w.titles} rows={data.titles} rowKey={one => `${one.unit} ${one.award}`}
        columns={[
          { head: common.unit, cell: one => one.unitName, sort: one => one.unitName },
          { head: w.award, cell: one => one.awardTitle, sort: one => one.awardTitle },
          { head: w.money, cell: one => { const [amount, ...why] = sayMoney(one.money, nameOf); return <>{amount}{why.length > 0 && <p class="small">{why.join('; ')}</p>}</>; } },
          { head: common.state, cell: one => one.revocation ? <><StatusBadge kind="bad">{w.revoked(day(one.revocation.day))}</StatusBadge><p class="small">{groundNames[one.revocation.ground]}</p></> : <StatusBadge kind="good">{w.stands}</StatusBadge> },
          ...revoked > 0 ? [{ head: w.returns, cell: (one: Title) => one.revocation ? <><Returned of={one.revocation} />{may('RecordReturn') && <button type="button" class="quiet" onClick={() => giveBack(one)}>{w.record}<span class="hidden"> – {one.unitName}, {one.awardTitle}</span></button>}</> : '–' }] : [],
        ]} />
      {data.revocations.length > 0 && <section class="card"><h2>{w.revocations}</h2><ul>{data.revocations.map(one => <li>{cited(one.paper)}: {groundNames[one.ground]}. {one.reason}</li>)}</ul></section>}
      {isRevoking && <RevokeForm decision={data} etag={known.etag} onClose={() => revoke(false)} onSaved={onSaved} />}
      {returned && <ReturnForm decision={data} etag={known.etag} title={returned} onClose={() => giveBack(undefined)} onSaved={onSaved} />}
    </>
  );
}
