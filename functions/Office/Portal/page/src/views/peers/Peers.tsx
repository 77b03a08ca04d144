import { allPages } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { Empty } from '../../parts/States';
import { StatusBadge, type BadgeKind } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf, type PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { byName, moment } from '../../words/format';
import { peerStateNames, peerWords as w } from '../../words/peers';
import { writePoints, toHundredths } from '../../words/points';
import type { ViewProps } from '../routes';
import { placeOf } from '../sheet/place';

type Pair = Schema['PairView'];

const kinds: Readonly<Record<Schema['PeerState'], BadgeKind>> = { notBegun: 'plain', draft: 'info', submitted: 'good' };

/** The sheets that a unit scores, and what others gave it. */
export default function Peers({ params }: ViewProps) {
  const place = placeOf(params);
  const { year, period, bloc, unit } = place;
  const asked = useAnswer(async signal => (await allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/cross-scoring', {
    params: { path: { year, period, bloc }, query: continuation ? { continuation } : {} }, signal,
  }))).data)).flatMap(page => page.pairs), [place]);
  return (
    <Page title={w.title} lead={w.lead}>
      <Show of={asked}>{pairs => pairs.length === 0 ? <Empty>{w.none}</Empty> : (
        <>
          <ToScore place={place} pairs={pairs.filter(pair => pair.scorer === unit)} />
          <OfMe pairs={pairs.filter(pair => pair.unit === unit)} />
        </>
      )}</Show>
    </Page>
  );
}

function ToScore({ place, pairs }: { place: PlaceId; pairs: readonly Pair[] }) {
  return (
    <>
      <h2>{w.toScore}</h2>
      {pairs.length === 0 ? <Empty>{w.notMine}</Empty> : (
        <ul class="tasks">
          {[...pairs].sort(byName(pair => pair.unitName)).map(pair => (
            <li key={pair.unit}>
              <div class="task-what">
                <span class="task-name">{pair.unitName}</span>
                <p><StatusBadge kind={kinds[pair.state]}>{peerStateNames[pair.state]}</StatusBadge> {pair.submittedAt && <span class="small">{moment(pair.submittedAt)}</span>}</p>
              </div>
              <div class="row">
                <a class={`button ${pair.state === 'submitted' ? '' : 'primary'}`} href={addressOf('peers', place, pair.unit)}>{pair.state === 'submitted' ? w.look : w.score}<span class="hidden"> – {pair.unitName}</span></a>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function OfMe({ pairs }: { pairs: readonly Pair[] }) {
  return (
    <>
      <Table
        caption={w.ofMe} rows={[...pairs].sort(byName(pair => pair.scorerName))} rowKey={pair => pair.scorer}
        columns={[
          { head: w.scorer, cell: pair => pair.scorerName, sort: pair => pair.scorerName },
          { head: common.state, cell: pair => <StatusBadge kind={kinds[pair.state]}>{peerStateNames[pair.state]}</StatusBadge>, sort: pair => pair.state },
          { head: w.given, isNumber: true, cell: pair => pair.scores ? writePoints(pair.scores.reduce((sum, score) => sum + toHundredths(score.points ?? 0), 0)) : <span class="soft">{w.hidden}</span> },
          { head: w.comment, cell: pair => pair.comment && <span class="pre">{pair.comment}</span> },
        ]} />
      <p class="hint">{w.ofMeHint}</p>
    </>
  );
}
