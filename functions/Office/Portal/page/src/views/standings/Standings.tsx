import { api, ask, type Schema } from '../../api/client';
import { absent } from '../../api/absent';
import { Download } from '../../parts/Download';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { nobody, type PlaceId } from '../../shell/places';
import { periodName } from '../../shell/session';
import { common } from '../../words/common';
import { moment } from '../../words/format';
import { points } from '../../words/points';
import { standingsStateNames, standingsWords as w } from '../../words/standings';
import type { ViewProps } from '../routes';
import { placeOf } from '../sheet/place';
import './standings.css';
import { Trace } from './Trace';
import { Years } from './Years';

/** The standings of a bloc with their reasons, how one's own points came about, and one's unit over the years. */
export default function Standings({ params }: ViewProps) {
  const place = placeOf(params);
  const { year, period, bloc } = place;
  const asked = useAnswer(signal => absent(ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/standings', { params: { path: { year, period, bloc } }, signal }))), [place]);
  return (
    <Page title={w.title(year, periodName(place))} lead={asked.value?.data.blocName} actions={asked.value && <button type="button" onClick={() => print()}>{common.print}</button>}>
      <Show of={asked}>{answer => answer === null ? <Notice>{w.notYet}</Notice> : <Whole place={place} standings={answer.data} />}</Show>
      {place.unit !== nobody && <Years place={place} />}
    </Page>
  );
}

function Whole({ place, standings }: { place: PlaceId; standings: Schema['StandingsView'] }) {
  const { scheme } = standings;
  return (
    <>
      <p>
        <StatusBadge kind={standings.state === 'published' ? 'good' : 'warn'}>{standingsStateNames[standings.state]}</StatusBadge>{' '}
        {standings.publishedAt && <>{w.publishedAt(moment(standings.publishedAt))}. </>}{w.by(scheme.title, points(scheme.maximum))}.
      </p>
      <p class="no-print"><Download address={`/api/cycles/${place.year}/periods/${encodeURIComponent(place.period)}/blocs/${encodeURIComponent(place.bloc)}/standings/export`}>{w.workbook}</Download></p>
      <Table
        caption={w.places} isStacked rows={standings.places} rowKey={one => one.unit} rowClass={one => one.unit === place.unit ? 'is-mine' : undefined}
        columns={[
          { head: w.rank, cell: one => <>{one.rank}{one.isShared && <span class="small"> ({w.shared})</span>}</>, sort: one => one.rank, isNumber: true },
          { head: common.unit, cell: one => <>{one.name}{one.unit === place.unit && <>{' '}<StatusBadge kind="info" sign="★">{w.mine}</StatusBadge></>}</>, sort: one => one.name, isRowHead: true },
          { head: w.value, cell: one => one.measures ?? <strong>{points(one.value)}</strong>, sort: one => one.value, isNumber: true },
          { head: w.bonus, cell: one => one.bonus > 0 && `+${points(one.bonus)}`, sort: one => one.bonus, isNumber: true },
          { head: w.penalty, cell: one => one.penalty > 0 && `−${points(one.penalty)}`, sort: one => one.penalty, isNumber: true },
          { head: w.class, cell: one => <><span class="nowrap">{one.class?.title}</span></>, sort: one => one.class?.title },
          { head: w.why, class: 'why', cell: one => `${one.explanation} ${one.classExplanation}` },
        ]} />
      {standings.apart.length > 0 && (
        <Table
          caption={w.apart} rows={standings.apart} rowKey={one => one.unit}
          columns={[
            { head: common.unit, cell: one => one.name },
            { head: common.reason, cell: one => one.reason },
            { head: w.class, cell: one => one.class?.title },
          ]} />
      )}
      {standings.ties.length > 0 && (
        <>
          <h2>{w.ties}</h2>
          <ul>{standings.ties.filter(tie => tie.counts).map(tie => <li>{tie.units.map(unit => unit.name).join(', ')}: {tie.authority} – {tie.reason}</li>)}</ul>
        </>
      )}
      {standings.warnings.length > 0 && <><h2>{w.warnings}</h2><ul>{standings.warnings.map(warning => <li>⚠ {warning.detail}</li>)}</ul></>}
      {place.unit !== nobody && [...standings.places, ...standings.apart].some(one => one.unit === place.unit) && <Trace place={place} />}
    </>
  );
}
