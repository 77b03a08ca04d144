import type { Schema } from '../../api/client';
import { awardWords as w, quotaScopeNames } from '../../words/awards';
import { Source } from './Source';

/** How far an award's quotas are used, with what is to be looked at. */
export function Quotas({ quotas }: { quotas: readonly Schema['QuotaView'][] }) {
  return quotas.length === 0 ? null : (
    <>
      <p class="label">{w.quotas}</p>
      <ul>
        {quotas.map(one => (
          <li>
            {w.quota(quotaScopeNames[one.scope], one.nominated, one.allowed === null ? w.quotaUnknown : String(one.allowed))}{one.blocks && ` (${w.blocks})`}{' '}
            {one.warning ? <strong>⚠ {one.warning}</strong> : <Source source={one.source} />}
          </li>
        ))}
      </ul>
    </>
  );
}
