import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { LineChart } from '../../parts/Chart';
import { Pager } from '../../parts/Pager';
import { Show } from '../../parts/Show';
import { Empty } from '../../parts/States';
import { Table } from '../../parts/Table';
import { usePages } from '../../parts/usePages';
import { addressOf, type PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { points } from '../../words/points';
import { standingsWords as w } from '../../words/standings';
import { byTime } from './groups';

/** A unit's published results, year by year. */
export function Years({ place }: { place: PlaceId }) {
  const { unit } = place;
  const [streak, setStreak] = useState<Schema['ClassStreak'] | null>(null);
  const list = usePages((continuation, signal) => ask(api.GET('/api/units/{unit}/history', { params: { path: { unit }, query: continuation ? { continuation } : {} }, signal })).then(({ data }) => {
    setStreak(before => continuation ? before : data.streak ?? null);
    return { items: data.results, continuation: data.continuation };
  }), [unit]);
  return (
    <section>
      <h2>{w.years}</h2>
      <Show of={list}>{results => results.length === 0 ? <Empty>{w.noYears}</Empty> : (
        <>
          {streak && <p>{w.streak(streak.class.title, streak.years, streak.since)}</p>}
          {results.filter(result => result.rank !== null).length > 1 && (
            <LineChart
              title={w.yearsChart} isSmallerBetter names={{ what: common.year, value: w.rank }}
              points={byTime(results).map(result => ({ name: nameOf(result), value: result.rank ?? null, ...(result.rank ? { text: `${result.rank}${result.ranked ? `/${result.ranked}` : ''}` } : null) }))} />
          )}
          <Table
            caption={w.years} isCaptionHidden rows={results} rowKey={result => `${result.year} ${result.period} ${result.bloc}`}
            columns={[
              { head: common.year, cell: result => <a href={addressOf('standings', { year: result.year, period: result.period, bloc: result.bloc, unit: result.unit })}>{nameOf(result)}</a>, sort: result => result.year },
              { head: common.bloc, cell: result => result.blocName },
              { head: w.rank, cell: result => result.rank ? `${result.rank}${result.ranked ? w.among(result.ranked) : ''}${result.isShared ? ` (${w.shared})` : ''}` : result.whyApart, sort: result => result.rank },
              { head: w.result, cell: result => points(result.value), sort: result => result.value, isNumber: true },
              { head: w.class, cell: result => result.class?.title, sort: result => result.class?.title },
              { head: common.unit, cell: result => result.unit === unit ? '' : w.then(result.unitName) },
            ]} />
        </>
      )}</Show>
      <Pager of={list} />
    </section>
  );
}

const nameOf = ({ year, period }: { readonly year: number; readonly period: string }): string => period === 'nam' ? String(year) : `${year} ${period}`;
