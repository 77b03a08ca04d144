import type { Schema } from '../../../api/client';
import { StatusBadge } from '../../../parts/StatusBadge';
import { Table } from '../../../parts/Table';
import { cited } from '../../../words/cited';
import { day } from '../../../words/format';
import { words } from '../../../words/language';
import { remarkOutcomeNames, senderNames } from './names';

type Remark = Schema['RemarkView'];

const w = words({
  caption: 'Góp ý, đơn thư', none: 'Chưa có góp ý nào.', by: 'Của ai', text: 'Nội dung', received: 'Ngày nhận', late: 'sau hạn', answer: 'Trả lời', waits: 'Chưa trả lời', change: 'Sửa câu trả lời', to: (who: string, on: string) => `${who}, ${on}`,
}, {
  caption: 'Remarks and letters', none: 'Nothing was said.', by: 'By whom', text: 'What is said', received: 'Came on', late: 'late', answer: 'Answer', waits: 'Not answered', change: 'Change the answer', to: (who, on) => `${who}, ${on}`,
});

/** What was said to a disclosure, with the answers; the button to answer is for who may. */
export function Remarks({ all, onAnswer }: { all: readonly Remark[]; onAnswer?: ((one: Remark) => void) | undefined }) {
  const by = (one: Remark) => one.unitName ?? senderNames[one.sender];
  return (
    <Table
      caption={w.caption} rows={all} rowKey={one => `${one.unit} ${one.remark}`} empty={w.none}
      columns={[
        { head: w.by, cell: one => <>{by(one)}{one.letter && <p class="small">{cited(one.letter)}</p>}</>, sort: by },
        { head: w.text, cell: one => <span class="pre">{one.text}</span>, class: 'wide' },
        { head: w.received, cell: one => <>{day(one.received)} {one.isLate && <StatusBadge kind="warn">{w.late}</StatusBadge>}</>, sort: one => one.received },
        {
          head: w.answer,
          cell: one => (
            <>
              {one.answer ? <><StatusBadge kind="info">{remarkOutcomeNames[one.answer.outcome]}</StatusBadge> {one.answer.text} <span class="small">({day(one.answer.day)})</span></> : <StatusBadge kind="warn">{w.waits}</StatusBadge>}{' '}
              {onAnswer && <button type="button" class="quiet" onClick={() => onAnswer(one)}>{one.answer ? w.change : w.answer}<span class="hidden"> – {w.to(by(one), day(one.received))}</span></button>}
            </>
          ),
        },
      ]} />
  );
}
