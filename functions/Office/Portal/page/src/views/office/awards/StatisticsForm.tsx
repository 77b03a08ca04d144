import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../../api/client';
import { FaultSummary, Field } from '../../../parts/Field';
import { ProblemView } from '../../../parts/States';
import { useAct } from '../../../parts/useAct';
import { useChanges } from '../../../parts/useGuard';
import { may } from '../../../shell/session';
import { common } from '../../../words/common';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { options } from '../names';
import { Out } from './Fields';
import { measureNames, statisticRowNames } from './names';
import { ifMatch } from './reads';

type Template = Schema['StatisticsTemplate'];
type Table = Schema['StatisticTable'];

const w = words({
  title: 'Mẫu bảng thống kê', name: 'Tên trang', heading: 'Tiêu đề bảng', rows: 'Dòng', column: (n: number) => `Cột ${n}`, above: 'Tên cột', measure: 'Đếm gì', awards: 'Chỉ của danh hiệu (mã, cách nhau bằng dấu phẩy; trống: tất cả)', moreColumns: 'Thêm cột', moreTables: 'Thêm bảng', table: (n: number) => `Bảng ${n}`,
}, {
  title: 'Template of the tables', name: 'Name of the tab', heading: 'Title', rows: 'Rows', column: n => `Column ${n}`, above: 'Heading', measure: 'What is counted', awards: 'Only of awards (codes with commas between; blank: all)', moreColumns: 'Add a column', moreTables: 'Add a table', table: n => `Table ${n}`,
});

/** How the tables of statistics are laid out. */
export function StatisticsForm({ known, onSaved }: { known: Answer<Template>; onSaved: () => void }) {
  const [tables, set] = useState<Table[]>(known.data.tables ?? []);
  const act = useAct();
  useChanges(tables, act.isBusy);
  const send = async (event: Event) => {
    event.preventDefault();
    if (await act.run(() => ask(api.PUT('/api/statistics/template', { params: { header: ifMatch(known.etag) }, body: { tables } })))) {
      onSaved();
    }
  };
  return !may('PutStatisticsTemplate') ? null : (
    <form class="card" onSubmit={event => void send(event)}>
      <h2>{w.title}</h2>
      <FaultSummary faults={act.faults} paths={[...new Set(act.faults.map(fault => fault.path))]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      {tables.map((one, at) => {
        const path = `$.tables[${at}]`;
        const put = (change: Partial<Table>) => set(tables.with(at, { ...one, ...change }));
        const columns = one.columns ?? [];
        return (
          <details>
            <summary>{one.name || w.table(at + 1)}</summary>
            <div class="inline-form">
              <Field label={w.name} path={`${path}.name`} faults={act.faults} isRequired><input type="text" maxLength={31} value={one.name} onInput={event => put({ name: event.currentTarget.value })} /></Field>
              <Field label={w.heading} path={`${path}.title`} faults={act.faults} isRequired><input type="text" maxLength={300} value={one.title} onInput={event => put({ title: event.currentTarget.value })} /></Field>
              <Field label={w.rows} path={`${path}.rows`} faults={act.faults}><Select value={one.rows} onChange={rows => put({ rows })} choices={options(statisticRowNames)} /></Field>
            </div>
            {columns.map((column, index) => (
              <fieldset>
                <legend>{w.column(index + 1)}</legend>
                <div class="inline-form">
                  <Field label={w.above} path={`${path}.columns[${index}].heading`} faults={act.faults} isRequired><input type="text" value={column.heading} onInput={event => put({ columns: columns.with(index, { ...column, heading: event.currentTarget.value }) })} /></Field>
                  <Field label={w.measure} path={`${path}.columns[${index}].measure`} faults={act.faults}><Select value={column.measure} onChange={measure => put({ columns: columns.with(index, { ...column, measure }) })} choices={options(measureNames)} /></Field>
                  <Field label={w.awards} path={`${path}.columns[${index}].awards`} faults={act.faults}><input type="text" value={(column.awards ?? []).join(', ')} onChange={event => put({ columns: columns.with(index, { ...column, awards: codesOf(event.currentTarget.value) }) })} /></Field>
                </div>
                <Out what={column.heading || w.column(index + 1)} onOut={() => put({ columns: columns.filter((_, other) => other !== index) })} />
              </fieldset>
            ))}
            <div class="buttons">
              <button type="button" onClick={() => put({ columns: [...columns, { heading: '', measure: 'given' }] })}>{w.moreColumns}</button>
              <Out what={one.name || w.table(at + 1)} onOut={() => set(tables.filter((_, other) => other !== at))} />
            </div>
          </details>
        );
      })}
      <div class="buttons">
        <button type="button" onClick={() => set([...tables, { name: '', title: '', rows: 'bloc', columns: [{ heading: '', measure: 'given' }] }])}>{w.moreTables}</button>
        <button type="submit" class="primary" disabled={act.isBusy || tables.length === 0}>{common.save}</button>
      </div>
    </form>
  );
}

const codesOf = (text: string): string[] | null => {
  const codes = text.split(',').map(one => one.trim()).filter(one => one);
  return codes.length > 0 ? codes : null;
};
