import { api, ask, type Schema } from '../../api/client';
import { BarChart } from '../../parts/Chart';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { points, writePoints } from '../../words/points';
import { standingsWords as w } from '../../words/standings';
import { countedOf, groupsOf, signed } from './groups';

/** How a unit's points came about, by group and by criterion; nothing for who may not read them. */
export function Trace({ place }: { place: PlaceId }) {
  const { year, period, bloc, unit } = place;
  const asked = useAnswer(signal => ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/standings/{unit}/trace', { params: { path: { year, period, bloc, unit } }, signal })), [place]);
  const trace = asked.value?.data;
  return trace ? (
    <>
      <BarChart
        title={w.groups} names={{ what: w.group, value: common.points }}
        bars={groupsOf(trace.criteria).map(group => ({
          name: group.name, value: Math.abs(group.points) / 100, ...(group.most === null ? null : { most: group.most / 100 }), kind: group.points < 0 ? 'bad' : 'plain',
          text: group.most === null ? signed(group.points) : w.ofMost(signed(group.points), writePoints(group.most)),
        }))} />
      <details>
        <summary>{w.trace}</summary>
        <Criteria trace={trace} />
      </details>
    </>
  ) : null;
}

function Criteria({ trace }: { trace: Schema['TraceView'] }) {
  return (
    <Table
      caption={w.trace} isCaptionHidden rows={trace.criteria} rowKey={node => node.criterion} rowClass={node => node.kind === 'group' ? 'is-group' : undefined}
      columns={[
        { head: w.criterion, cell: node => `${node.number ?? node.criterion} ${node.title}` },
        { head: w.maximum, cell: node => points(node.maximum), isNumber: true },
        { head: w.own, cell: node => points(node.steps?.own), isNumber: true },
        { head: w.peers, cell: node => node.steps && node.steps.peers.length > 0 && points(node.steps.averaged), isNumber: true },
        { head: w.appraised, class: 'why', cell: node => node.steps?.appraised.map(round => <div>{w.round(round.round, points(round.points), round.reason)}</div>) },
        { head: w.counted, cell: node => <strong>{signed(countedOf(node))}</strong>, isNumber: true },
      ]} />
  );
}
