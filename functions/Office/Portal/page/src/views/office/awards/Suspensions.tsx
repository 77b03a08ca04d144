import { useState } from 'preact/hooks';
import { absent } from '../../../api/absent';
import { api, ask, type Schema } from '../../../api/client';
import { Field } from '../../../parts/Field';
import { Show } from '../../../parts/Show';
import { StatusBadge } from '../../../parts/StatusBadge';
import { Table } from '../../../parts/Table';
import { useAnswer } from '../../../parts/useAnswer';
import { may } from '../../../shell/session';
import { common } from '../../../words/common';
import { byName, day } from '../../../words/format';
import { words } from '../../../words/language';
import type { ViewProps } from '../../routes';
import { Frame, Select } from '../Frame';
import { at } from '../names';
import { allBlocs } from '../reads';
import { causeNames } from './names';
import { Lifting } from './Lifting';
import { SuspensionForm } from './SuspensionForm';
import { YearChoice } from './YearChoice';

type Suspension = Schema['SuspensionView'];

const w = words({
  title: (year: number) => `Tạm dừng xét khen thưởng năm ${year}`, lead: 'Trong khi xem xét, đơn vị chưa được đề nghị, nhưng không phải là không đủ điều kiện. Chỉ đơn vị đó và người theo dõi đọc được lý do.', add: 'Tạm dừng một đơn vị', none: 'Khối này không có đơn vị nào bị tạm dừng.', caption: 'Các đơn vị bị tạm dừng', cause: 'Vì sao', since: 'Từ ngày', lasts: 'Đang tạm dừng',
  lifted: (on: string) => `Đã gỡ ${on}`, penalty: (on: string) => `hết hạn kỷ luật ${on}`, lift: 'Gỡ tạm dừng', choose: '– chọn khối –',
}, {
  title: year => `Suspensions of ${year}`, lead: 'While something is looked into the unit is not proposed; it is not ineligible by that. The reason is read by the unit and by those who oversee.', add: 'Suspend a unit', none: 'No unit of this bloc is suspended.', caption: 'Suspended units', cause: 'Why', since: 'Since', lasts: 'Suspended',
  lifted: on => `Lifted ${on}`, penalty: on => `the penalty ended ${on}`, lift: 'Lift', choose: '– choose a bloc –',
});

/** The blocs that take part in a year. */
async function blocsOf(year: number, signal: AbortSignal) {
  const [cycle, blocs] = await Promise.all([absent(ask(api.GET('/api/cycles/{year}', { params: { path: { year } }, signal }))), allBlocs(signal)]);
  return blocs.filter(one => cycle?.data.blocs.some(({ bloc }) => bloc === one.id)).toSorted(byName(one => one.name));
}

export default function Suspensions({ params }: ViewProps) {
  const year = Number(params.year);
  const [bloc, choose] = useState('');
  const blocs = useAnswer(signal => blocsOf(year, signal), [year]);
  return (
    <Frame title={w.title(year)} lead={w.lead}>
      <YearChoice year={year} address={one => at('suspensions', one)} />
      <Show of={blocs}>{all => <Field label={common.bloc}><Select value={bloc} onChange={choose} choices={[{ value: '', name: w.choose }, ...all.map(one => ({ value: one.id, name: one.name }))]} /></Field>}</Show>
      {bloc && <OfBloc key={bloc} year={year} bloc={bloc} />}
    </Frame>
  );
}

function OfBloc({ year, bloc }: { year: number; bloc: string }) {
  const [isAdding, add] = useState(false);
  const [lifted, lift] = useState<Suspension>();
  const list = useAnswer(signal => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/suspensions', { params: { path: { year, bloc } }, signal })).then(({ data }) => data.suspensions), [year, bloc]);
  return (
    <>
      {may('SuspendNomination') && <p><button type="button" class="primary" onClick={() => add(true)}>{w.add}</button></p>}
      <Show of={list}>
        {all => (
          <Table
            caption={w.caption} isCaptionHidden rows={all} rowKey={one => `${one.unit} ${one.since}`} empty={w.none}
            columns={[
              { head: common.unit, cell: one => one.unitName, sort: one => one.unitName },
              { head: w.cause, cell: one => <>{causeNames[one.cause]}<p class="small">{[one.reason, one.source].filter(Boolean).join('. ')}</p></> },
              { head: w.since, cell: one => day(one.since), sort: one => one.since },
              { head: common.state, cell: one => <State of={one} /> },
              ...may('LiftSuspension') ? [{ head: w.lift, cell: (one: Suspension) => one.liftedOn ? '–' : <button type="button" class="quiet" onClick={() => lift(one)}>{w.lift}<span class="hidden"> – {one.unitName}</span></button> }] : [],
            ]} />
        )}
      </Show>
      {isAdding && <SuspensionForm year={year} bloc={bloc} onClose={() => add(false)} onSaved={list.reload} />}
      {lifted && <Lifting year={year} bloc={bloc} of={lifted} onClose={() => lift(undefined)} onSaved={list.reload} />}
    </>
  );
}

function State({ of }: { of: Suspension }) {
  return of.liftedOn
    ? <><StatusBadge kind="good">{w.lifted(day(of.liftedOn))}</StatusBadge><p class="small">{[of.liftedFor, of.penaltyEnds && w.penalty(day(of.penaltyEnds))].filter(Boolean).join('. ')}</p></>
    : <StatusBadge kind="warn">{w.lasts}</StatusBadge>;
}
