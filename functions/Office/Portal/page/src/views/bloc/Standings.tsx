import { api, ask, type Schema } from '../../api/client';
import { Download } from '../../parts/Download';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { BarChart } from '../../parts/Chart';
import { useAnswer } from '../../parts/useAnswer';
import { moment } from '../../words/format';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { points } from '../../words/points';
import type { ViewProps } from '../routes';
import { ApartActions } from './Apart';
import { Frame } from './Frame';
import { inPeriod, mayIn, placeIn } from './place';
import { Ties } from './Ties';
import { WhatIf } from './WhatIf';
import './bloc.css';

const w = words({
  title: 'Xếp hạng của khối',
  preview: 'Đang tính từ các phiếu đã nộp; chưa công bố nên còn thay đổi.',
  publishing: 'Đang công bố.',
  published: (at: string) => `Đã công bố lúc ${at}.`,
  table: 'Thứ hạng',
  place: 'Hạng',
  shared: 'đồng hạng',
  value: 'Kết quả',
  base: 'Điểm',
  bonus: 'Thưởng',
  penalty: 'Trừ',
  class: 'Xếp loại',
  why: 'Vì sao',
  chart: 'Kết quả của từng đơn vị',
  apart: 'Đơn vị chưa xếp hạng',
  reason: 'Lý do',
  none: 'Chưa có đơn vị nào được xếp hạng.',
  xlsx: 'Tải bảng xếp hạng',
  warnings: 'Cần xem lại',
  noPlace: '–',
}, {
  title: 'Standings of the bloc',
  preview: 'Computed from the sheets that were handed in; not published, so they still change.',
  publishing: 'Being published.',
  published: at => `Published ${at}.`,
  table: 'Places',
  place: 'Place',
  shared: 'shared',
  value: 'Result',
  base: 'Points',
  bonus: 'Bonus',
  penalty: 'Taken off',
  class: 'Class',
  why: 'Why',
  chart: 'Result of each unit',
  apart: 'Units without a place',
  reason: 'Reason',
  none: 'No unit has a place yet.',
  xlsx: 'Download the standings',
  warnings: 'To be looked at',
  noPlace: '–',
});

type PlaceOf = Schema['PlaceView'];

/** The running standings for who leads, with the reason of each place, and what they would be if something were otherwise. */
export default function Standings({ params }: ViewProps) {
  const place = placeIn(params);
  const path = inPeriod(place);
  const asked = useAnswer(async signal => (await ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/standings', { params: { path }, signal }))).data, [path]);
  const result = (one: PlaceOf) => points(one.value ?? one.total ?? one.base);
  return (
    <Frame
      place={place} view="standings" title={w.title}
      actions={mayIn('ExportStandings', place) && asked.value?.state === 'published' && <Download address={`/api/cycles/${path.year}/periods/${path.period}/blocs/${path.bloc}/standings/export`}>{w.xlsx}</Download>}>
      {asked.problem?.status === 409 ? <Notice>{asked.problem.document.detail}</Notice> : <Show of={asked}>
        {data => (
          <>
            <Notice kind={data.state === 'published' ? 'good' : 'note'}>{data.state === 'published' ? w.published(moment(data.publishedAt)) : w[data.state]}</Notice>
            <Table
              caption={w.table} rows={data.places} rowKey={one => one.unit} empty={w.none}
              columns={[
                { head: w.place, cell: one => <>{one.rank}{one.isShared && <span class="small"> ({w.shared})</span>}</>, isNumber: true, sort: one => one.rank },
                { head: common.unit, cell: one => one.name, isRowHead: true, sort: one => one.name },
                { head: w.value, cell: result, isNumber: true, sort: one => one.value ?? one.total ?? one.base },
                { head: w.base, cell: one => points(one.base), isNumber: true, sort: one => one.base },
                { head: w.bonus, cell: one => one.bonus ? `+${points(one.bonus)}` : '0', isNumber: true },
                { head: w.penalty, cell: one => one.penalty ? `−${points(one.penalty)}` : '0', isNumber: true },
                { head: w.class, cell: one => one.class?.title ?? w.noPlace },
                { head: w.why, cell: one => <span class="small">{one.explanation}{one.classExplanation && <><br />{one.classExplanation}</>}</span>, class: 'wide' },
              ]} />
            {data.apart.length > 0 && (
              <Table
                caption={w.apart} rows={data.apart} rowKey={one => one.unit}
                columns={[
                  { head: common.unit, cell: one => one.name },
                  { head: w.reason, cell: one => <>{one.reason}{one.classExplanation && <><br /><span class="small">{one.classExplanation}</span></>}</>, class: 'wide' },
                ]} />
            )}
            {data.state === 'preview' && <ApartActions place={place} standings={data} onSaved={asked.reload} />}
            {mayIn('ListTies', place) && <Ties place={place} standings={data} onChange={asked.reload} />}
            {data.warnings.length > 0 && <><h2>{w.warnings}</h2><ul>{data.warnings.map(one => <li><StatusBadge kind="warn">{one.detail}</StatusBadge></li>)}</ul></>}
            {data.places.length > 0 && (
              <BarChart
                title={w.chart} names={{ what: common.unit, value: w.value }}
                bars={data.places.map(one => ({ name: `${one.rank}. ${one.name}`, value: one.value ?? one.total ?? one.base, text: result(one), most: data.scheme.maximum }))} />
            )}
            {data.state === 'preview' && data.places.length > 0 && mayIn('SimulateStandings', place) && <WhatIf place={place} standings={data} />}
          </>
        )}
      </Show>}
    </Frame>
  );
}
