import { words } from '../../words/language';
import { points } from '../../words/points';
import { writeNumber } from './numbers';
import type { Entry, Node } from './reckon';

const w = words({
  nothing: '(để trống)',
  points: (points: string) => `${points} điểm`,
  times: (count: string) => `${count} lần`,
  counts: (all: string, outer: string, inner: string) => `${outer}/${all} đạt, trong đó ${inner} xuất sắc`,
  result: (actual: string) => `kết quả ${actual}`,
}, {
  nothing: '(empty)',
  points: points => `${points} points`,
  times: count => `${count} times`,
  counts: (all, outer, inner) => `${outer} of ${all}, of them ${inner} excellent`,
  result: actual => `result ${actual}`,
});

/** A line's number as the form prints it: `I.`, `1.a)`. */
export function printed({ number, criterion }: Node): string {
  const text = number ?? criterion;
  return /[.)]$/u.test(text) ? text : `${text}.`;
}

/** An entry as people read it: its value, and its explanation below. */
export function describe(node: Node, entry: Entry | null): string {
  return [valueOf(node, entry), entry?.explanation?.trim()].filter(Boolean).join('\n') || w.nothing;
}

/** The value alone; nothing for none. */
export function valueOf(node: Node, entry: Entry | null): string {
  const option = node.options?.find(one => one.code === entry?.option);
  return [
    typeof entry?.points === 'number' && w.points(`${node.kind === 'penalty' && entry.points > 0 ? '−' : ''}${points(entry.points)}`),
    figuresOf(entry),
    option && `${option.title} (${w.points(points(option.points))})`,
  ].filter(Boolean).join('; ');
}

/** What was counted, measured or reached; nothing where it is points or an answer. */
export function figuresOf(entry: Entry | null): string {
  const { count, counts, measure, actual } = entry ?? {};
  return [
    typeof count === 'number' && w.times(writeNumber(count)),
    counts && w.counts(writeNumber(counts.all), writeNumber(counts.outer), writeNumber(counts.inner)),
    measure && [writeNumber(measure.part), writeNumber(measure.whole)].filter(Boolean).join('/'),
    typeof actual === 'number' && w.result(writeNumber(actual)),
  ].filter(Boolean).join('; ');
}
