import { useId } from 'preact/hooks';
import { words } from '../words/language';
import { Table } from './Table';

const w = words({ table: 'Xem dạng bảng', what: 'Mục', value: 'Giá trị' }, { table: 'As a table', what: 'Item', value: 'Value' });

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** As people read it; the number itself by default. */
  readonly text?: string;
  /** What is reached at most; drawn as the bar's ground. */
  readonly most?: number;
  readonly kind?: 'good' | 'warn' | 'bad' | 'plain';
}

export interface ChartProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly names?: { readonly what: string; readonly value: string };
}

/** Bars with their names and figures; the same as a table below for who would rather read. */
export function BarChart({ title, bars, names = { what: w.what, value: w.value } }: ChartProps) {
  const id = useId();
  const most = Math.max(...bars.map(bar => Math.max(bar.most ?? 0, bar.value)), 1e-9);
  const share = (value: number) => `${Math.max(0, value) / most * 100}%`;
  return (
    <figure class="chart" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <ul class="bars" aria-hidden="true">
        {bars.map(bar => (
          <li>
            <span class="bar-name">{bar.name}</span>
            <svg class="bar" width="100%" height="18">
              {bar.most !== undefined && <rect class="chart-ground" width={share(bar.most)} height="18" />}
              <rect class={`chart-bar ${bar.kind ?? 'plain'}`} width={share(bar.value)} height="18" />
            </svg>
            <span class="bar-value">{bar.text ?? bar.value}</span>
          </li>
        ))}
      </ul>
      <AsTable title={title} names={names} rows={bars.map(bar => ({ name: bar.name, text: bar.text ?? String(bar.value) }))} />
    </figure>
  );
}

export interface LinePoint {
  readonly name: string;
  readonly value: number | null;
  readonly text?: string;
}

export interface LineChartProps {
  readonly title: string;
  readonly points: readonly LinePoint[];
  readonly names?: { readonly what: string; readonly value: string };
  /** For places: the smaller stands higher. */
  readonly isSmallerBetter?: boolean;
}

const width = 640;
const height = 220;
const edge = { top: 24, bottom: 28, side: 40 };

/** A line from point to point, for example over the years. What has no value leaves a gap. */
export function LineChart({ title, points, names = { what: w.what, value: w.value }, isSmallerBetter }: LineChartProps) {
  const id = useId();
  const values = points.flatMap(point => point.value ?? []);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const x = (at: number) => edge.side + at * (width - 2 * edge.side) / Math.max(points.length - 1, 1);
  const y = (value: number) => {
    const share = most === least ? 0.5 : (value - least) / (most - least);
    return edge.top + (isSmallerBetter ? share : 1 - share) * (height - edge.top - edge.bottom);
  };
  const shown = points.map((point, at) => point.value === null ? null : { ...point, x: x(at), y: y(point.value) });
  return (
    <figure class="chart">
      <figcaption id={id}>{title}</figcaption>
      <div class="chart-scroll" tabIndex={0} role="region" aria-labelledby={id}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
          {shown.map((point, at) => {
            const before = shown[at - 1];
            return point && before && <line class="chart-line" x1={before.x} y1={before.y} x2={point.x} y2={point.y} />;
          })}
          {shown.map(point => point && (
            <>
              <circle class="chart-dot" cx={point.x} cy={point.y} r={4} />
              <text class="chart-over" x={point.x} y={point.y - 10}>{point.text ?? point.value}</text>
            </>
          ))}
          {points.map((point, at) => <text class="chart-under" x={x(at)} y={height - 8}>{cut(point.name, 12)}</text>)}
        </svg>
      </div>
      <AsTable title={title} names={names} rows={points.map(point => ({ name: point.name, text: point.text ?? (point.value === null ? '–' : String(point.value)) }))} />
    </figure>
  );
}

function AsTable({ title, names, rows }: { title: string; names: { what: string; value: string }; rows: readonly { name: string; text: string }[] }) {
  return (
    <details>
      <summary>{w.table}</summary>
      <Table
        caption={title} isCaptionHidden rows={rows} rowKey={one => one.name}
        columns={[{ head: names.what, cell: one => one.name }, { head: names.value, cell: one => one.text, isNumber: true }]} />
    </details>
  );
}

const cut = (text: string, most: number): string => text.length > most ? `${text.slice(0, most - 1)}…` : text;
