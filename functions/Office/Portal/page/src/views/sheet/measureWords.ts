import type { Schema } from '../../api/client';
import { points } from '../../words/points';
import { language } from '../../words/language';
import { writeNumber } from './numbers';

/** How points follow from a and b, in a line or a few. */
export function measureWords(rule: Schema['MeasureRule'], maximum: number): readonly string[] {
  const isVi = language.value === 'vi';
  const isShare = (rule.of ?? 'share') === 'share';
  const of = isShare ? (isVi ? 'tỷ lệ b/a' : 'the share b/a') : 'b';
  const unit = isShare ? ' %' : '';
  const most = points(maximum);
  switch (rule.formula) {
    case 'linear': return [`${isVi ? 'Điểm' : 'Points'} = ${most} × b/a${rule.target && rule.target !== 100 ? ` (${isVi ? 'đủ điểm khi đạt' : 'in full from'} ${writeNumber(rule.target)} %)` : ''}`];
    case 'allOrNothing': return [isVi ? `${most} điểm khi ${of} đạt ${writeNumber(rule.target ?? 100)}${unit}, dưới mức đó 0 điểm` : `${most} points once ${of} reaches ${writeNumber(rule.target ?? 100)}${unit}, else none`];
    case 'steps': {
      const { beyond, every, each, at } = rule.steps!;
      return [isVi
        ? `${of} đạt ${writeNumber(beyond)}${unit}: ${points(at ?? 0)} điểm; thêm mỗi ${writeNumber(every)}${unit}: +${points(each)} điểm, nhiều nhất ${most}`
        : `${of} at ${writeNumber(beyond)}${unit}: ${points(at ?? 0)} points; each further ${writeNumber(every)}${unit}: +${points(each)}, at most ${most}`];
    }
    case 'ladder': return (rule.ladder ?? []).map(step => `${capitalOf(of)} ${stretch(step.of, unit)}${step.whole ? ` (a ${stretch(step.whole, '')})` : ''}: ${points(step.points)} ${isVi ? 'điểm' : 'points'}`);
    default: return [isVi ? 'Chỉ ghi số liệu, không tính điểm' : 'Only recorded, without points'];
  }
}

const capitalOf = (text: string): string => text === 'b' ? text : text.charAt(0).toUpperCase() + text.slice(1);

function stretch({ from, fromIncluded = true, to, toIncluded = true }: Schema['Bounds'], unit: string): string {
  const start = from === null || from === undefined ? '' : `${fromIncluded ? '≥' : '>'} ${writeNumber(from)}${unit}`;
  const end = to === null || to === undefined ? '' : `${toIncluded ? '≤' : '<'} ${writeNumber(to)}${unit}`;
  return [start, end].filter(Boolean).join(language.value === 'vi' ? ' và ' : ' and ');
}
