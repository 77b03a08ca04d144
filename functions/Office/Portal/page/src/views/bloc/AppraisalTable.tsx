import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import { Download } from '../../parts/Download';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table, type Column } from '../../parts/Table';
import type { PlaceId } from '../../shell/places';
import { day, size } from '../../words/format';
import { words } from '../../words/language';
import { nameOfCounted } from '../../words/appraisal';
import { points } from '../../words/points';
import { bodyOf, isGiven, isMoved, isUpheldFor, roundToScore, rowsOf, sayScore, type Row } from './appraisal';
import { Grade } from './Grade';
import { mayIn, mineIn } from './place';

const w = words({
  caption: 'Điểm từng tiêu chí',
  criterion: 'Tiêu chí',
  most: (most: string) => `tối đa ${most}`,
  own: 'Tự chấm',
  peers: 'Chấm chéo',
  round: (round: number) => `Vòng ${round}`,
  moved: 'khác điểm tự chấm',
  grade: 'Ghi điểm',
  what: 'Việc',
  basis: 'Căn cứ chấm điểm',
  more: (files: number) => files > 0 ? `Giải trình, ${files} minh chứng` : 'Giải trình, lý do',
  explanation: 'Đơn vị giải trình',
  afterwards: (round: number) => `Giải trình sau vòng ${round}`,
  reason: (round: number, by: string) => `Lý do ở vòng ${round} (${by})`,
  byBody: 'do cơ quan chuyên ngành chấm',
  computed: 'tính từ chỉ tiêu và kết quả',
  legend: '– chưa chấm · × không áp dụng',
  counts: 'Điểm của vòng đang mở được tính khi vòng đóng.',
  total: 'Tổng điểm',
}, {
  caption: 'Points of each criterion',
  criterion: 'Criterion',
  most: most => `at most ${most}`,
  own: 'Own',
  peers: 'Peers',
  round: round => `Round ${round}`,
  moved: 'other than its own',
  grade: 'Record points',
  what: 'To do',
  basis: 'Scored on the ground of',
  more: files => files > 0 ? `Explanation, ${files} papers` : 'Explanation, reasons',
  explanation: 'The unit explains',
  afterwards: round => `Explained after round ${round}`,
  reason: (round, by) => `Reason in round ${round} (${by})`,
  byBody: 'scored by its body',
  computed: 'follows from targets and results',
  legend: '– not scored · × does not apply',
  counts: 'Points of the open round count once it is closed.',
  total: 'Total',
});

const offices: Readonly<Record<Schema['AppraiserOffice'], string>> = words(
  { head: 'Khối trưởng', deputy: 'Khối phó', office: 'cơ quan thường trực', specialist: 'cơ quan chuyên ngành' },
  { head: 'the head', deputy: 'the deputy', office: 'the office', specialist: 'a body' });

export interface AppraisalTableProps {
  readonly place: PlaceId;
  readonly appraisal: Schema['AppraisalView'];
  readonly etag: string | null;
  readonly sheet: Schema['SheetView'];
  readonly evidence: Schema['EvidenceList'];
  readonly scheme: Schema['SchemeContent'];
  readonly upheld: readonly Schema['ComplaintView'][];
  readonly findings: readonly Schema['InspectionView'][];
  /** In which points can be recorded now. */
  readonly round: number | null;
  readonly onSaved: () => void;
}

/** Every criterion in a row, everybody's points in columns. */
export function AppraisalTable(props: AppraisalTableProps) {
  const { place, appraisal, etag, scheme, upheld, findings, round, onSaved } = props;
  const [graded, grade] = useState<Row | null>(null);
  const rows = rowsOf(scheme.criteria, appraisal.criteria);
  const afterRounds = appraisal.rounds.every(one => one.state === 'closed');
  const mine = mineIn(place);
  const power = mine?.roles.includes('head') ? scheme.appraisal?.head : mine?.roles.includes('deputy') ? scheme.appraisal?.deputy : scheme.appraisal?.office;
  const bodies = scheme.appraisal?.specialists ?? [];
  const may = (row: Row): boolean => {
    const body = bodyOf(row.criterion.code, scheme.criteria, bodies);
    return round !== null && !row.isGroup && isGiven(row.criterion) && power !== 'sendBack' && (body === null || body === mine?.unit)
      && (!afterRounds || isUpheldFor(row.criterion.code, upheld));
  };
  const columns: Column<Row>[] = [
    { head: w.criterion, cell: row => <CriterionCell row={row} {...props} body={bodyOf(row.criterion.code, scheme.criteria, bodies)} /> },
    { head: w.own, cell: row => sayScore(row.given?.own), isNumber: true },
    ...scheme.crossScoring ? [{ head: w.peers, cell: (row: Row) => sayScore(row.given?.peers), isNumber: true }] : [],
    ...appraisal.rounds.map(({ round: of }) => ({ head: w.round(of), cell: (row: Row) => points(row.given?.rounds.find(one => one.round === of)?.points), isNumber: true })),
    { head: nameOfCounted(appraisal), cell: row => isMoved(row) ? <span class="moved" title={w.moved}>≠ {sayScore(row.given?.official)}<span class="hidden"> ({w.moved})</span></span> : sayScore(row.given?.official), isNumber: true },
    ...round !== null && mayIn('SaveAppraisal', place) ? [{
      head: w.what,
      cell: (row: Row) => may(row) && <button type="button" aria-label={`${w.grade}: ${row.criterion.number ?? row.criterion.code} ${row.criterion.title}`} onClick={() => grade(row)}>{w.grade}</button>,
    }] : [],
  ];
  const totals = [appraisal.own, ...scheme.crossScoring ? [null] : [], ...appraisal.rounds.map(() => null), appraisal.official];
  return (
    <>
      <Table
        caption={w.caption} rows={rows} rowKey={row => row.criterion.code} rowClass={row => row.isGroup ? 'is-group' : undefined} columns={columns}
        foot={<tr><th scope="row">{w.total}</th>{totals.map(one => <td class="number">{one && points(one.scores.total)}</td>)}{columns.length > totals.length + 1 && <td />}</tr>} />
      <p class="hint">{w.legend} · ≠ {w.moved}. {appraisal.rounds.some(one => one.state === 'open') && w.counts}</p>
      {graded && round !== null && (
        <Grade
          sheet={{ ...place, unit: appraisal.unit }} round={roundToScore(appraisal.rounds, upheld) ?? round} row={rows.find(row => row.criterion.code === graded.criterion.code) ?? graded}
          counted={nameOfCounted(appraisal)} etag={etag} findings={findings} onClose={() => grade(null)} onSaved={onSaved} />
      )}
    </>
  );
}

function CriterionCell({ row, place, appraisal, evidence, body }: AppraisalTableProps & { row: Row; body: string | null }) {
  const { criterion, level, given } = row;
  const files = evidence.files.filter(file => file.criterion === criterion.code);
  const papers = evidence.references.filter(one => one.criterion === criterion.code);
  const said = given?.entered?.entry.explanation;
  const recorded = given?.rounds ?? [];
  const { year, period, bloc } = place;
  return (
    <span class={`criterion criterion-${Math.min(level, 3)}`}>
      {criterion.number ?? criterion.code}. {criterion.title}
      {!row.isGroup && <span class="small soft"> ({w.most(points(criterion.maximum))})</span>}
      {body && !row.isGroup && <> <StatusBadge kind="plain">{w.byBody}</StatusBadge></>}
      {!row.isGroup && !isGiven(criterion) && <> <StatusBadge kind="plain">{w.computed}</StatusBadge></>}
      {(said || criterion.basis || files.length + papers.length + recorded.length > 0) && (
        <details>
          <summary>{w.more(files.length + papers.length)}</summary>
          <ul>
            {criterion.basis && <li>{w.basis}: <span class="pre">{criterion.basis}</span></li>}
            {said && <li>{w.explanation}: <span class="pre">{said}</span></li>}
            {files.map(file => <li><Download class="quiet" address={`/api/cycles/${year}/periods/${period}/blocs/${bloc}/sheets/${appraisal.unit}/evidence/${file.id}`}>{file.name} ({size(file.bytes)})</Download></li>)}
            {papers.map(({ paper }) => <li>{[paper.kind, paper.number, paper.day && day(paper.day), paper.issuer, paper.subject].filter(Boolean).join(', ')}</li>)}
            {recorded.map(one => <li>{w.reason(one.round, offices[one.by])}: <span class="pre">{one.reason}</span>{one.explanation && <><br />{w.afterwards(one.round)}: <span class="pre">{one.explanation.text}</span></>}</li>)}
          </ul>
        </details>
      )}
    </span>
  );
}
