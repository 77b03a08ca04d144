import { DaysLeft } from '../../parts/DaysLeft';
import { Notice } from '../../parts/States';
import { SheetState } from '../../parts/StatusBadge';
import { addressOf, type PlaceId } from '../../shell/places';
import { today } from '../../shell/session';
import { day, moment } from '../../words/format';
import { words } from '../../words/language';
import { sheetWords } from '../../words/sheet';
import { printed } from './describe';
import type { SheetModel } from './model';

const w = words({
  submitted: (at: string) => `Đã nộp lúc ${at}. Điểm và minh chứng không sửa được nữa.`,
  hash: 'Mã xác nhận nội dung đã nộp',
  returned: 'Phiếu được trả lại, lý do:',
  revision: 'Phiếu được yêu cầu chỉnh sửa, lý do:',
  only: 'Chỉ sửa được các tiêu chí:',
  locked: 'Kết quả đã công bố dựa trên phiếu này; phiếu đã khóa.',
  closed: 'Phiếu đã được đóng khi đơn vị kết thúc hoặc chuyển khối; không được xếp hạng.',
  notOpen: 'Hiện không trong thời gian nhập phiếu này.',
  late: (day: string) => `Thời gian tự chấm điểm của đơn vị đã hết ngày ${day}. Cần thêm thời gian, xin đề nghị cơ quan thường trực gia hạn.`,
  readOnly: 'Bạn xem được phiếu này nhưng không nhập thay đơn vị.',
  none: 'chưa đặt hạn',
  after: 'Xem thêm',
  dueBy: (due: string) => `hạn ${due}`,
}, {
  submitted: at => `Handed in at ${at}. Points and evidence can no longer be changed.`,
  hash: 'Code of what was handed in',
  returned: 'The sheet was returned, because:',
  revision: 'A revision was asked for, because:',
  only: 'Only these criteria can be changed:',
  locked: 'Published standings rest on this sheet; it is locked.',
  closed: 'The sheet was closed when the unit ended or left the bloc; it is ranked nowhere.',
  notOpen: 'It is not the time to fill in this sheet.',
  late: day => `The unit’s time to score itself was over with ${day}. For more time please ask the office.`,
  readOnly: 'You may read this sheet, but not fill it in for the unit.',
  none: 'no day was set',
  after: 'See also',
  dueBy: due => `by ${due}`,
});

/** Where the sheet stands, until when, and what it asks for. */
export function StateNotice({ model, place, mayWrite }: { model: SheetModel; place: PlaceId; mayWrite: boolean }) {
  const { state, deadline, submittedAt, hash, returnReason, revisionCriteria } = model.summary.value;
  const isEditable = ['notStarted', 'draft', 'returned', 'revisionRequested'].includes(state);
  const named = (revisionCriteria ?? []).map(code => model.rows.find(row => row.node.criterion === code)?.node).filter(node => node !== undefined);
  return (
    <>
      <p class="sheet-state">
        <SheetState state={state} />
        <span>{sheetWords.until}: {deadline ? <DaysLeft until={deadline} isDone={!isEditable} /> : w.none}</span>
      </p>
      {state === 'submitted' && submittedAt && <Notice kind="good">{w.submitted(moment(submittedAt))}{hash && <details><summary>{w.hash}</summary><code>{hash}</code></details>}</Notice>}
      {state === 'locked' && <Notice>{w.locked}</Notice>}
      {state === 'closed' && <Notice>{w.closed}</Notice>}
      {isEditable && returnReason && (
        <Notice kind="bad">
          <strong>{state === 'revisionRequested' ? w.revision : w.returned}</strong> <span class="pre">{returnReason}</span>
          {named.length > 0 && <><br />{w.only} {named.map(node => `${printed(node)} ${node.title}`).join('; ')}</>}
        </Notice>
      )}
      {isEditable && !mayWrite && <Notice>{w.readOnly}</Notice>}
      {isEditable && mayWrite && !model.view.isOpen && <Notice>{deadline && deadline < today.value ? w.late(day(deadline)) : w.notOpen}</Notice>}
      <ul class="see-also no-print" aria-label={w.after}>
        {['submitted', 'locked', 'revisionRequested'].includes(state) && (
          <>
            <li><a href={addressOf('sheet', place, 'appraisal')}>{sheetWords.appraised}</a></li>
            <li><a href={addressOf('complaints', place)}>{sheetWords.complaints}</a></li>
          </>
        )}
        <li><a href={addressOf('sheet', place, 'conditions')}>{sheetWords.declare}</a></li>
      </ul>
      <List head={sheetWords.effects} of={model.view.effects.map(effect => `${effect.because}: ${effect.follows}`)} />
      <List head={sheetWords.undeclared} of={model.view.undeclared.map(one => `${one.title}${one.due ? ` (${w.dueBy(day(one.due))})` : ''}`)} />
      <Warnings model={model} />
    </>
  );
}

function Warnings({ model }: { model: SheetModel }) {
  return <List head={sheetWords.warnings} of={model.summary.value.warnings.map(warning => warning.detail)} />;
}

function List({ head, of }: { head: string; of: readonly string[] }) {
  return of.length === 0 ? null : (
    <details class="sheet-notes no-print" open={of.length <= 3}>
      <summary>⚠ {head} ({of.length})</summary>
      <ul>{of.map(line => <li>{line}</li>)}</ul>
    </details>
  );
}
