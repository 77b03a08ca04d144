import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { common } from '../../words/common';
import { byName, moment } from '../../words/format';
import { words } from '../../words/language';
import { partStates } from './reportWords';

const w = words({
  title: 'Phần báo cáo của các đơn vị',
  sentAt: 'Gửi lúc',
  late: (days: number) => `chậm ${days} ngày`,
  back: 'Trả lại',
  what: 'Việc',
  reason: 'Lý do, gửi cho đơn vị qua thư',
  returned: 'Lý do trả lại',
}, {
  title: 'Parts of the units',
  sentAt: 'Sent',
  late: days => `${days} days late`,
  back: 'Return',
  what: 'To do',
  reason: 'The reason, mailed to the unit',
  returned: 'Why it was returned',
});

export interface ReportPartsProps {
  readonly path: { readonly year: number; readonly bloc: string; readonly report: string };
  readonly parts: readonly Schema['PartStatusView'][];
  readonly mayReturn: boolean;
  readonly onDone: () => void;
}

/** Who has sent a part of a report, who is missing or late; a part that was sent can be given back. */
export function ReportParts({ path, parts, mayReturn, onDone }: ReportPartsProps) {
  const [returned, choose] = useState<Schema['PartStatusView'] | null>(null);
  const [reason, setReason] = useState('');
  const rank = (part: Schema['PartStatusView']) => ['missing', 'draft', 'returned', 'sent'].indexOf(part.state);
  return (
    <>
      <Table
        caption={w.title} rows={[...parts].sort(byName(one => one.unitName)).sort((a, b) => rank(a) - rank(b))} rowKey={part => part.unit}
        columns={[
          { head: common.unit, cell: part => part.unitName, sort: part => part.unitName },
          { head: common.state, cell: part => <>
            <StatusBadge kind={part.state === 'sent' ? 'good' : part.state === 'returned' ? 'warn' : 'plain'}>{partStates[part.state]}</StatusBadge>{' '}
            {part.daysLate > 0 && <StatusBadge kind="bad">{w.late(part.daysLate)}</StatusBadge>}
            {part.returnReason && <p class="small pre">{w.returned}: {part.returnReason}</p>}
          </>, sort: rank },
          { head: w.sentAt, cell: part => moment(part.sentAt), sort: part => part.sentAt },
          ...mayReturn ? [{ head: w.what, cell: (part: Schema['PartStatusView']) => part.state === 'sent' && <button type="button" aria-label={`${w.back}: ${part.unitName}`} onClick={() => { setReason(''); choose(part); }}>{w.back}</button> }] : [],
        ]} />
      {returned && (
        <Confirm
          title={`${w.back}: ${returned.unitName}`} isOpen onClose={() => choose(null)} yes={w.back} isDisabled={reason.trim() === ''}
          onConfirm={async () => {
            const unit = { ...path, unit: returned.unit };
            const { etag } = await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/reports/{report}/parts/{unit}', { params: { path: unit } }));
            await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/reports/{report}/parts/{unit}/return', { params: { path: unit, header: etag ? { 'If-Match': etag } : {} }, body: { reason } }));
            onDone();
          }}>
          <Field label={w.reason} isRequired><textarea value={reason} onInput={event => setReason(event.currentTarget.value)} /></Field>
        </Confirm>
      )}
    </>
  );
}
