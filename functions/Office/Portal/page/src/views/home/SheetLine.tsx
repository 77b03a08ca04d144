import { api, ask } from '../../api/client';
import { SheetState } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { words } from '../../words/language';
import { points } from '../../words/points';

const w = words({
  total: (total: string) => `tổng ${total} điểm`,
  complete: 'đủ để nộp',
  incomplete: 'còn mục chưa chấm hoặc thiếu minh chứng',
  undeclared: (titles: string) => `chưa khai: ${titles}`,
  returned: 'Lý do trả lại',
}, {
  total: total => `${total} points in all`,
  complete: 'ready to hand in',
  incomplete: 'scores or evidence are missing',
  undeclared: titles => `not declared: ${titles}`,
  returned: 'Why it was returned',
});

/** How far a unit's sheet is, and what it lacks. */
export function SheetLine({ place }: { place: PlaceId }) {
  const { year, period, bloc, unit } = place;
  const asked = useAnswer(
    signal => ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}', { params: { path: { year, period, bloc, unit } }, signal })), [year, period, bloc, unit]);
  if (!asked.value) {
    return null;
  }

  const { summary, undeclared } = asked.value.data;
  return (
    <>
      <p>
        <SheetState state={summary.state} /> {w.total(points(summary.totals.total))}
        {!['submitted', 'locked', 'closed'].includes(summary.state) && (summary.isComplete ? `, ✓ ${w.complete}` : `, ⚠ ${w.incomplete}`)}{undeclared.length > 0 && `; ${w.undeclared(undeclared.map(one => one.title).join(', '))}`}.
      </p>
      {summary.returnReason && <p class="pre">{w.returned}: {summary.returnReason}</p>}
    </>
  );
}
