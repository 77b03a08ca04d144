import type { Schema } from '../../api/client';

type Target = Schema['PactTarget'];
type Progress = Schema['ProgressView'];

const number = (value: number): string => value.toLocaleString('vi-VN', { maximumFractionDigits: 4 });

/** A target as papers say it: "100 % công chức hoàn thành tốt nhiệm vụ", "Sáng kiến: 3 sáng kiến", "Cơ quan: “Công sở văn hóa”". */
export function sayTarget({ kind, what, number: count, unit, percent, isAtMost, titles }: Target): string {
  const most = isAtMost ? 'không quá ' : '';
  switch (kind) {
    case 'number': return `${what}: ${most}${number(count ?? 0)} ${unit ?? ''}`.trim();
    case 'percentage': return `${most}${number(percent ?? 0)} % ${what}`;
    case 'title': return `${what}: ${(titles ?? []).map(title => `“${title}”`).join(' hoặc ')}`;
    default: return what;
  }
}

/** What a target is counted in; nothing where no number tells it. */
export const measureOf = ({ kind, unit }: Target): string | null => kind === 'percentage' ? '%' : kind === 'number' ? unit ?? '' : null;

/** What was reported last of a target; nothing for none. */
export const lastOf = (reports: readonly Progress[], target: string): Progress | undefined =>
  reports.filter(report => report.target === target).sort((a, b) => a.day.localeCompare(b.day)).at(-1);

/** A report in words: what was said, else its number, else whether it is reached. */
export function sayProgress(report: Progress, target: Target, reached: { yes: string; no: string }): string {
  const figure = report.number === null || report.number === undefined ? '' : `${number(report.number)} ${measureOf(target) ?? ''}`.trim();
  const { isReached } = report;
  return [report.said ?? figure, isReached === true ? reached.yes : isReached === false ? reached.no : ''].filter(Boolean).join(' – ');
}
