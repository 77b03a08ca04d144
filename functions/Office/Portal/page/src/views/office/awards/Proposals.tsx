import type { Schema } from '../../../api/client';
import { StatusBadge } from '../../../parts/StatusBadge';
import { Table } from '../../../parts/Table';
import { words } from '../../../words/language';
import { outcomeNames } from './names';

type View = Schema['CouncilProposalView'];

const w = words({
  caption: 'Đề nghị và kết quả', number: 'Số', unit: 'Đơn vị', award: 'Danh hiệu, hình thức', votes: 'Kết quả bỏ phiếu', outcome: 'Kết luận', none: 'Chưa có đề nghị nào.', for: (n: number, of: number | null) => of === null ? `Đồng ý ${n}` : `Đồng ý ${n}/${of}`, others: (against: number, other: number) => `không đồng ý ${against}, ý kiến khác ${other}`,
  written: (yes: number, no: number, other: number) => `Văn bản của người vắng: đồng ý ${yes}, không đồng ý ${no}, ý kiến khác ${other}`, carried: 'Đạt', failed: 'Không đạt', needed: (what: string) => `cần ${what}`, waits: 'Chưa kết luận',
}, {
  caption: 'Proposals and what came of them', number: 'No.', unit: 'Unit', award: 'Award', votes: 'Votes', outcome: 'Outcome', none: 'There is no proposal yet.', for: (n, of) => of === null ? `${n} for it` : `${n} of ${of} for it`, others: (against, other) => `${against} against, ${other} other`,
  written: (yes, no, other) => `Absent members in writing: ${yes} for, ${no} against, ${other} other`, carried: 'Carried', failed: 'Not carried', needed: what => `needed: ${what}`, waits: 'No outcome yet',
});

/** Each proposal with its last round and its outcome. */
export function Proposals({ of }: { of: Schema['CouncilSessionView'] }) {
  return (
    <Table
      caption={w.caption} rows={of.proposals} rowKey={one => one.number} empty={w.none}
      columns={[
        { head: w.number, cell: one => one.number, sort: one => one.number },
        { head: w.unit, cell: one => one.unitName, sort: one => one.unitName },
        { head: w.award, cell: one => one.awardTitle, sort: one => one.awardTitle },
        { head: w.votes, cell: one => <Votes of={one.vote} /> },
        { head: w.outcome, cell: one => <Outcome of={one} />, sort: one => one.outcome && outcomeNames[one.outcome] },
      ]} />
  );
}

function Votes({ of }: { of: View['vote'] }) {
  if (!of) {
    return <>–</>;
  }

  const hasWritten = of.writtenFor + of.writtenAgainst + of.writtenOther > 0;
  return (
    <>
      {w.for(of.for + of.writtenFor, of.of)}, {w.others(of.against + of.writtenAgainst, of.other + of.writtenOther)}{' '}
      {of.isCarried !== null && <StatusBadge kind={of.isCarried ? 'good' : 'bad'}>{of.isCarried ? w.carried : w.failed}</StatusBadge>}
      {of.threshold && <p class="small">{w.needed(of.threshold)}</p>}
      {hasWritten && <p class="small">{w.written(of.writtenFor, of.writtenAgainst, of.writtenOther)}</p>}
    </>
  );
}

function Outcome({ of }: { of: View }) {
  const kind = of.outcome === 'passed' ? 'good' : of.outcome === 'notPassed' ? 'bad' : 'warn';
  return of.outcome === null ? <StatusBadge kind="plain">{w.waits}</StatusBadge> : <><StatusBadge kind={kind}>{outcomeNames[of.outcome]}</StatusBadge>{of.reason && <p class="small">{of.reason}</p>}</>;
}
