import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { BarChart } from '../../parts/Chart';
import { Pager } from '../../parts/Pager';
import { Show } from '../../parts/Show';
import { Empty } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { usePages } from '../../parts/usePages';
import type { PlaceId } from '../../shell/places';
import { awardWords as w } from '../../words/awards';
import { common } from '../../words/common';
import { count, day } from '../../words/format';
import { perYear } from './titles';

/** What a unit was given over the years, with what goes with it, and what was taken back. */
export function Titles({ place: { unit } }: { place: PlaceId }) {
  const [streaks, setStreaks] = useState<readonly Schema['StreakView'][]>([]);
  const list = usePages((continuation, signal) => ask(api.GET('/api/units/{unit}/titles', { params: { path: { unit }, query: continuation ? { continuation } : {} }, signal })).then(({ data }) => {
    setStreaks(before => continuation ? before : data.streaks ?? []);
    return { items: data.titles, continuation: data.continuation };
  }), [unit]);
  return (
    <section>
      <Show of={list}>{titles => titles.length === 0 ? <Empty>{w.noTitles}</Empty> : (
        <>
          {streaks.length > 0 && <><h2>{w.streaks}</h2><ul>{streaks.map(one => <li>{w.streak(one.awardTitle, one.years, one.since, one.last)}</li>)}</ul></>}
          <BarChart title={w.timeline} names={{ what: common.year, value: w.perYear }} bars={perYear(titles)} />
          <Table
            caption={w.titles} rows={titles} rowKey={one => `${one.year} ${one.award} ${one.unit} ${one.decision}`}
            columns={[
              { head: common.year, cell: one => one.year, sort: one => one.year },
              { head: w.award, cell: one => <>{one.awardTitle}{one.unit !== unit && <span class="small"> ({w.then(one.unitName)})</span>}</>, sort: one => one.awardTitle },
              { head: w.decision, cell: one => `${one.number}, ${day(one.day)}, ${one.issuer}`, sort: one => one.day },
              { head: common.state, cell: one => one.revoked ? <StatusBadge kind="bad">{w.revoked(day(one.revoked), one.revokedBy ?? '')}</StatusBadge> : <StatusBadge kind="good">{w.stands}</StatusBadge> },
              { head: w.money, cell: one => one.money.isPaid === false ? <span class="small">{w.notPaid}</span> : one.money.amount === null ? '' : count(one.money.amount), isNumber: true },
            ]} />
        </>
      )}</Show>
      <Pager of={list} />
    </section>
  );
}
