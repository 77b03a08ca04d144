import { allPages } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { Empty } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { may } from '../../shell/session';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { byName, day } from '../../words/format';
import { pactWords as w } from '../../words/pact';
import { mineAt } from '../sheet/place';
import { ProgressForm } from './ProgressForm';
import { lastOf, sayProgress, sayTarget } from './targets';

/** How far the units are with the targets of the pact, and the report of one's own. */
export function Progress({ place }: { place: PlaceId }) {
  const { year, bloc, unit } = place;
  const asked = useAnswer(async signal => {
    const pages = await allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/pact/progress', {
      params: { path: { year, bloc }, query: continuation ? { continuation } : {} }, signal,
    }))).data);
    return { ...pages[0]!, units: pages.flatMap(page => page.units) };
  }, [year, bloc]);
  const mine = mineAt(place);
  return (
    <Show of={asked}>{progress => progress.targets.length === 0 ? <Empty>{w.noTargets}</Empty> : (
      <>
        {progress.reportBy.length > 0 && <p>{w.reportDays(progress.reportBy.map(one => day(one)).join(', '))}</p>}
        {mine && may('ReportTarget', mine) && (
          <ProgressForm
            place={place} targets={progress.targets.map(({ target }) => target)} due={progress.due ?? null}
            reports={progress.units.find(one => one.unit === unit)?.reports ?? []} onSaved={asked.reload} />
        )}
        <Units progress={progress} />
      </>
    )}</Show>
  );
}

function Units({ progress }: { progress: Schema['PactProgressPage'] }) {
  return (
    <Table
      caption={w.all} rows={[...progress.units].sort(byName(one => one.unitName))} rowKey={one => one.unit}
      columns={[
        { head: common.unit, cell: one => one.unitName, sort: one => one.unitName },
        ...progress.targets.map(({ target }) => ({
          head: sayTarget(target), class: 'target-column',
          cell: (one: Schema['UnitProgressView']) => {
            const last = lastOf(one.reports, target.id);
            return (
              <>
                {last ? <>{sayProgress(last, target, { yes: w.reachedYes, no: w.reachedNo })} <span class="small nowrap">({day(last.day)})</span></> : <span class="soft">{w.none}</span>}
                {one.late.includes(target.id) && <>{' '}<StatusBadge kind="warn">{w.late}</StatusBadge></>}
              </>
            );
          },
        })),
      ]} />
  );
}
