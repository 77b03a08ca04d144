import type { Schema } from '../../../api/client';
import { StatusBadge } from '../../../parts/StatusBadge';
import { readingNames } from './names';
import { sayTime } from './says';

/** Where a rule is from, and whether that was read: a sign and a word for each. */
export function Source({ of, cited }: { of: Schema['AwardSource']; cited: readonly Schema['CitedText'][] }) {
  const known = cited.find(one => one.text === of.text && (one.article ?? null) === (of.article ?? null));
  const text = known?.cited ?? [of.article, of.text].filter(Boolean).join(', ');
  const time = sayTime(of);
  return (
    <span class="small">
      <StatusBadge kind={of.reading === 'read' ? 'good' : 'plain'}>{readingNames[of.reading]}</StatusBadge>{' '}
      {[text, time, of.note].filter(Boolean).join('. ')}
    </span>
  );
}
