import type { Schema } from '../../api/client';
import { readingNames, validityNames } from '../../words/awards';

/** Where a rule is from: the text that was read, or that it is a default; and whether that still holds. */
export function Source({ source }: { source: Schema['AwardSourceView'] }) {
  const validity = source.validity && source.validity !== 'inForce' ? validityNames[source.validity] : null;
  return (
    <span class="small">
      {source.cited ?? source.article ?? readingNames[source.reading]}
      {source.cited && source.reading === 'configurableDefault' && ` (${readingNames.configurableDefault})`}
      {validity && <strong> – ⚠ {validity}</strong>}
      {source.note && <>. {source.note}</>}
    </span>
  );
}
