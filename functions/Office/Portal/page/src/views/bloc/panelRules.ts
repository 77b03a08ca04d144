import type { Schema } from '../../api/client';
import { byName } from '../../words/format';

type Pair = Schema['PairView'];

/** Who could score instead: every unit of the panel but the scored one and those that score it already. */
export function others(pairs: readonly Pair[], leaving: Pair): readonly { readonly unit: string; readonly name: string }[] {
  const taken = new Set([leaving.unit, ...pairs.filter(pair => pair.unit === leaving.unit).map(pair => pair.scorer)]);
  const all = new Map(pairs.flatMap(pair => [[pair.unit, pair.unitName], [pair.scorer, pair.scorerName]] as const));
  return [...all].filter(([unit]) => !taken.has(unit)).map(([unit, name]) => ({ unit, name })).sort(byName(one => one.name));
}
