import { today } from '../shell/session';
import { daysBetween, urgency } from '../words/days';
import { day, type Day } from '../words/format';
import { words } from '../words/language';

const w = words({
  late: (days: number) => `quá hạn ${days} ngày`,
  today: 'hôm nay là hạn cuối',
  left: (days: number) => `còn ${days} ngày`,
}, {
  late: days => days === 1 ? '1 day late' : `${days} days late`,
  today: 'today is the last day',
  left: days => days === 1 ? '1 day left' : `${days} days left`,
});

/** A last day, and how many calendar days are left until it. */
export function DaysLeft({ until, isDone = false }: { until: Day; isDone?: boolean }) {
  const left = daysBetween(today.value, until);
  const kind = urgency(left);
  return (
    <span class="days">
      <time dateTime={until}>{day(until)}</time>
      {!isDone && <span class={`badge ${{ late: 'bad', today: 'warn', soon: 'warn', later: 'plain' }[kind]}`}>{kind === 'late' ? `✕ ${w.late(-left)}` : kind === 'today' ? `⚠ ${w.today}` : kind === 'soon' ? `⚠ ${w.left(left)}` : w.left(left)}</span>}
    </span>
  );
}
