import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { words } from '../words/language';
import { sortRows } from './sort';
import { Empty } from './States';

const w = words({ sort: 'Sắp xếp theo' }, { sort: 'Sort by' });

export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => ComponentChildren;
  /** By what it is sorted; a column without one is not. Texts in Vietnamese order. */
  readonly sort?: (row: T) => string | number | null | undefined;
  readonly isNumber?: boolean;
  /** The row's head, for who listens. One column at most, the first by default. */
  readonly isRowHead?: boolean;
  readonly class?: string;
}

export interface TableProps<T> {
  /** What the table shows; always said, hidden from sight with `isCaptionHidden`. */
  readonly caption: ComponentChildren;
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string | number;
  readonly rowClass?: (row: T) => string | undefined;
  readonly empty?: ComponentChildren;
  readonly foot?: ComponentChildren;
  /** On a phone each row stands as a block with the heads before its cells: for few rows of long texts, which nobody finds beside the screen. */
  readonly isStacked?: boolean;
}

/** A table in its own scroll box, sorted by a press on a column's head. */
export function Table<T>({ caption, isCaptionHidden, columns, rows, rowKey, rowClass, empty, foot, isStacked }: TableProps<T>) {
  const [order, setOrder] = useState<{ column: number; isDown: boolean } | null>(null);
  const sort = order && columns[order.column]?.sort;
  const sorted = sort ? sortRows(rows, sort, order.isDown) : rows;
  const head = Math.max(columns.findIndex(column => column.isRowHead), 0);
  const press = (column: number) => setOrder({ column, isDown: order?.column === column && !order.isDown });
  return (
    <div class="scroll-box" tabIndex={0} role="region" aria-label={typeof caption === 'string' ? caption : undefined}>
      <table class={isStacked ? 'stacked' : undefined}>
        <caption class={isCaptionHidden ? 'hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th scope="col" class={classOf(column)} aria-sort={order?.column === at ? order.isDown ? 'descending' : 'ascending' : undefined}>
                {column.sort
                  ? <button type="button" class="sort" title={`${w.sort}: ${column.head}`} onClick={() => press(at)}>{column.head} <span aria-hidden="true">{order?.column === at ? order.isDown ? '▼' : '▲' : '↕'}</span></button>
                  : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map(row => (
            <tr key={rowKey(row)} class={rowClass?.(row)}>
              {columns.map((column, at) => at === head
                ? <th scope="row" class={classOf(column)}>{column.cell(row)}</th>
                : <td class={classOf(column)} data-head={isStacked ? column.head : undefined}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
      {rows.length === 0 && <Empty>{empty}</Empty>}
    </div>
  );
}

const classOf = <T,>(column: Column<T>): string | undefined => [column.isNumber && 'number', column.class].filter(Boolean).join(' ') || undefined;
