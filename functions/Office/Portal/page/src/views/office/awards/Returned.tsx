import type { Schema } from '../../../api/client';
import { StatusBadge } from '../../../parts/StatusBadge';
import { day } from '../../../words/format';
import { words } from '../../../words/language';
import { dong } from './money';

const w = words({
  object: 'hiện vật', money: 'tiền', done: 'Đã thu hồi', late: 'Quá hạn', waits: 'Đang chờ', until: (on: string) => `hạn ${on}`, guess: 'tính từ ngày quyết định, vì chưa ghi ngày đơn vị nhận',
}, { object: 'object', money: 'money', done: 'All came back', late: 'Overdue', waits: 'Waiting', until: on => `until ${on}`, guess: 'counted from the decision’s day, for it is not recorded when the unit got it' });

/** What has come back of a title that was revoked, and by when it must. */
export function Returned({ of }: { of: Schema['TitleRevocationView'] }) {
  const isDone = of.objectReturned !== null && of.moneyReturned !== null;
  return (
    <>
      <StatusBadge kind={isDone ? 'good' : of.isOverdue ? 'bad' : 'info'}>{isDone ? w.done : of.isOverdue ? w.late : w.waits}</StatusBadge>
      <p class="small">
        {[w.until(day(of.due)), !of.isFromReceipt && w.guess, of.objectReturned && `${w.object}: ${day(of.objectReturned)}`, of.moneyReturned && `${w.money}: ${day(of.moneyReturned)}`, of.amount !== null && dong(of.amount)].filter(Boolean).join('; ')}
        {of.caution && <> ⚠ {of.caution}</>}
      </p>
    </>
  );
}
