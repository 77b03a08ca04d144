import { api, ask, type Schema } from '../../../api/client';
import { Field } from '../../../parts/Field';
import { Pager } from '../../../parts/Pager';
import { Show } from '../../../parts/Show';
import { StatusBadge } from '../../../parts/StatusBadge';
import { Table } from '../../../parts/Table';
import { useAnswer } from '../../../parts/useAnswer';
import { usePages } from '../../../parts/usePages';
import { go } from '../../../shell/router';
import { common } from '../../../words/common';
import { byName, day } from '../../../words/format';
import { words } from '../../../words/language';
import type { ViewProps } from '../../routes';
import { Frame, Select } from '../Frame';
import { at } from '../names';
import { allUnits } from '../reads';
import { dong } from './money';

type Title = Schema['RecordedTitleView'];

const w = words({
  title: 'Danh hiệu của đơn vị qua các năm', lead: 'Cả danh hiệu của những đơn vị mà đơn vị này tiếp nhận nhiệm vụ; danh hiệu đã hủy bỏ được ghi rõ.', choose: '– chọn đơn vị –', caption: 'Danh hiệu, hình thức khen thưởng', none: 'Chưa ghi danh hiệu nào.', award: 'Danh hiệu, hình thức', decision: 'Quyết định', money: 'Tiền thưởng',
  stands: 'Còn hiệu lực', revoked: (on: string) => `Đã hủy bỏ ${on}`, by: (number: string, on: string) => `${number} ngày ${on}`, streaks: 'Nhiều năm liền', streak: (award: string, years: number, since: number, last: number) => `${award}: ${years} năm liền (${since}–${last})`,
}, {
  title: 'Titles of a unit over the years', lead: 'With those of units whose tasks it took over; what was revoked says so.', choose: '– choose a unit –', caption: 'Titles and commendations', none: 'No title is recorded.', award: 'Award', decision: 'Decision', money: 'Money',
  stands: 'It stands', revoked: on => `Revoked ${on}`, by: (number, on) => `${number} of ${on}`, streaks: 'Years in a row', streak: (award, years, since, last) => `${award}: ${years} years in a row (${since}–${last})`,
});

export default function Titles({ params }: ViewProps) {
  const units = useAnswer(allUnits, []);
  return (
    <Frame title={w.title} lead={w.lead}>
      <Show of={units}>
        {all => (
          <Field label={common.unit}>
            <Select value={params.unit ?? ''} onChange={unit => go(unit ? at('titles', unit) : at('titles'))} choices={[{ value: '', name: w.choose }, ...all.toSorted(byName(one => one.name)).map(one => ({ value: one.id, name: one.name }))]} />
          </Field>
        )}
      </Show>
      {params.unit && <Held unit={params.unit} />}
    </Frame>
  );
}

function Held({ unit }: { unit: string }) {
  const streaks = useAnswer(signal => ask(api.GET('/api/units/{unit}/titles', { params: { path: { unit }, query: { pageSize: 1 } }, signal })).then(({ data }) => data.streaks ?? []), [unit]);
  const list = usePages<Title>((continuation, signal) => ask(api.GET('/api/units/{unit}/titles', { params: { path: { unit }, query: continuation ? { continuation } : {} }, signal }))
    .then(({ data }) => ({ items: data.titles, continuation: data.continuation })), [unit]);
  return (
    <>
      {streaks.value && streaks.value.length > 0 && <section class="card"><h2>{w.streaks}</h2><ul>{streaks.value.map(one => <li>{w.streak(one.awardTitle, one.years, one.since, one.last)}</li>)}</ul></section>}
      <Show of={list}>
        {all => (
          <Table
            caption={w.caption} rows={all} rowKey={one => `${one.year} ${one.unit} ${one.award} ${one.decision}`} empty={w.none}
            columns={[
              { head: common.year, cell: one => one.year, sort: one => one.year },
              { head: w.award, cell: one => <>{one.awardTitle}{one.unit !== unit && <p class="small">{one.unitName}</p>}</>, sort: one => one.awardTitle, isRowHead: true },
              { head: w.decision, cell: one => <a href={at('decisions', one.year, one.decision)}>{w.by(one.number, day(one.day))}</a>, sort: one => one.day },
              { head: w.money, cell: one => dong(one.money.amount), sort: one => one.money.amount, isNumber: true },
              { head: common.state, cell: one => one.revoked ? <><StatusBadge kind="bad">{w.revoked(day(one.revoked))}</StatusBadge><p class="small">{one.revokedBy}</p></> : <StatusBadge kind="good">{w.stands}</StatusBadge> },
            ]} />
        )}
      </Show>
      <Pager of={list} />
    </>
  );
}
