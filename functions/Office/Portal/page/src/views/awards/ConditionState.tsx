import type { Schema } from '../../api/client';
import { StatusBadge, type BadgeKind } from '../../parts/StatusBadge';
import { conditionStateNames } from '../../words/awards';

const kinds: Readonly<Record<Schema['EligibilityState'], BadgeKind>> = { met: 'good', notMet: 'bad', notKnown: 'warn' };

/** How a condition stands, or all of them together. */
export const ConditionState = ({ state }: { state: Schema['EligibilityState'] }) =>
  <StatusBadge kind={kinds[state]} {...state === 'notKnown' ? { sign: '?' } : null}>{conditionStateNames[state]}</StatusBadge>;
