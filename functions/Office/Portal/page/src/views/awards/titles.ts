import type { Schema } from '../../api/client';
import type { Bar } from '../../parts/Chart';

/** How many awards that stand each year has, oldest first; a year without one between two others is there, too. */
export function perYear(titles: readonly Pick<Schema['RecordedTitleView'], 'year' | 'revoked'>[]): readonly Bar[] {
  const years = titles.map(one => one.year);
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => first + at)
    .map(year => ({ name: String(year), value: titles.filter(one => one.year === year && !one.revoked).length }));
}
