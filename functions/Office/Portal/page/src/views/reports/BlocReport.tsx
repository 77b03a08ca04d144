import type { Schema } from '../../api/client';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { common } from '../../words/common';
import { moment } from '../../words/format';
import { writeNumber } from '../sheet/numbers';
import { partStateNames, reportWords as w } from '../../words/reports';

/** The bloc's own text, where the caller sees it, and who has sent what, for those who see more than themselves. */
export function BlocReport({ report }: { report: Schema['ReportView'] }) {
  return (
    <>
      {report.parts.length > 1 && (
        <Table
          caption={w.asked} rows={report.parts} rowKey={part => part.unit}
          columns={[
            { head: common.unit, cell: part => part.unitName, sort: part => part.unitName },
            { head: common.state, cell: part => <StatusBadge kind={part.state === 'sent' ? 'good' : part.daysLate > 0 ? 'bad' : 'plain'}>{partStateNames[part.state]}</StatusBadge>, sort: part => part.state },
            { head: w.sentDay, cell: part => moment(part.sentAt), sort: part => part.sentAt },
            { head: w.daysLate, cell: part => part.daysLate > 0 ? part.daysLate : '', sort: part => part.daysLate, isNumber: true },
          ]} />
      )}
      {report.draft && (
        <section class="card">
          <h2>{w.wholeText}</h2>
          {report.draft.statistics.length > 0 && (
            <Table
              caption={w.statistics} rows={report.draft.statistics} rowKey={one => one.question}
              columns={[{ head: common.name, cell: one => one.title }, { head: common.total, cell: one => `${one.said ?? writeNumber(one.number)} ${one.measure}`, isNumber: true }]} />
          )}
          {report.draft.chapters.map(chapter => (
            <>
              <h3>{chapter.title}</h3>
              <ul>{chapter.items.map(item => <li class="pre">{item.text}{item.causes.length > 0 && ` (${item.causes.join('; ')})`}</li>)}</ul>
            </>
          ))}
        </section>
      )}
    </>
  );
}
