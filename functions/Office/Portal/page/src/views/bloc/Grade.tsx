import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { PointsField } from '../../parts/PointsField';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { points, toHundredths, toPoints } from '../../words/points';
import { sayScore, type Row } from './appraisal';

const w = words({
  title: (round: number) => `Ghi điểm thẩm định, vòng ${round}`,
  given: 'Điểm đến nay',
  own: 'Tự chấm',
  peers: 'Chấm chéo',
  points: (most: string) => `Điểm thẩm định (tối đa ${most})`,
  penalty: (most: string) => `Điểm trừ (số dương, tối đa ${most})`,
  reason: 'Lý do, đơn vị đọc được',
  finding: 'Theo kết quả kiểm tra chéo',
  noFinding: 'Không',
  takeBack: 'Bỏ điểm của vòng này',
  overtaken: 'Tải lại điểm mới nhất',
}, {
  title: round => `Points of the appraisal, round ${round}`,
  given: 'Points so far',
  own: 'Own',
  peers: 'Peers',
  points: most => `Points (at most ${most})`,
  penalty: most => `Points taken off (a positive number, at most ${most})`,
  reason: 'The reason, which the unit reads',
  finding: 'After a finding of a visit',
  noFinding: 'None',
  takeBack: 'Take back this round’s points',
  overtaken: 'Load the newest points',
});

export interface GradeProps {
  readonly sheet: PlaceId;
  readonly round: number;
  readonly row: Row;
  /** What the points that count by now are called. */
  readonly counted: string;
  readonly etag: string | null;
  readonly findings: readonly Schema['InspectionView'][];
  readonly onClose: () => void;
  /** Also when somebody else was faster: what is there now is asked for. */
  readonly onSaved: () => void;
}

/** Records the points of one criterion with their reason. What was typed stays until it is saved or given up. */
export function Grade({ sheet, round, row, counted, etag, findings, onClose, onSaved }: GradeProps) {
  const { criterion, given } = row;
  const before = given?.rounds.find(one => one.round === round);
  const counts = given?.official ?? given?.own;
  const start = before?.points ?? (criterion.kind === 'penalty' ? counts?.penalty : criterion.kind === 'bonus' ? counts?.bonus : counts?.points);
  const [value, setValue] = useState(start === undefined ? null : toHundredths(start));
  const [wrong, setWrong] = useState<string | null>(null);
  const [reason, setReason] = useState(before?.reason ?? '');
  const [finding, setFinding] = useState(before?.finding ?? '');
  const act = useAct();
  const path = { year: sheet.year, period: sheet.period, bloc: sheet.bloc, unit: sheet.unit, round };
  const save = async (hundredths: number | null) => {
    const score = { criterion: criterion.code, points: hundredths === null ? null : toPoints(hundredths), reason, ...finding && hundredths !== null ? { finding } : null };
    const isDone = await act.run(() => ask(api.PATCH('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/appraisal/{round}', {
      params: { path, header: etag ? { 'If-Match': etag } : {} }, body: { scores: [score] },
    })));
    if (isDone) {
      onSaved();
      onClose();
    }
  };
  const most = points(criterion.maximum);
  const options = findings.flatMap(visit => visit.findings.map(one => ({ id: `${visit.inspection}/${one.number}`, text: one.text })));
  return (
    <Dialog title={w.title(round)} isOpen onClose={onClose}>
      <form onSubmit={event => { event.preventDefault(); void save(value); }}>
        <p><strong>{criterion.number ?? criterion.code}. {criterion.title}</strong></p>
        <p class="small">{w.given}: {w.own} {sayScore(given?.own)}{given?.peers && <>, {w.peers} {sayScore(given.peers)}</>}{given?.official && given.official.points !== given.own.points && <>, {counted} {sayScore(given.official)}</>}</p>
        <Field label={criterion.kind === 'penalty' ? w.penalty(most) : w.points(most)} path="$.scores[0].points" faults={act.faults} isRequired>
          <PointsField value={value} least={0} most={criterion.isUncapped ? undefined : toHundredths(criterion.maximum)} onChange={setValue} onWrong={setWrong} />
        </Field>
        <Field label={w.reason} path="$.scores[0].reason" faults={act.faults} isRequired>
          <textarea value={reason} onInput={event => setReason(event.currentTarget.value)} />
        </Field>
        {criterion.kind === 'penalty' && options.length > 0 && (
          <Field label={w.finding} path="$.scores[0].finding" faults={act.faults}>
            <select value={finding} onChange={event => setFinding(event.currentTarget.value)}>
              <option value="">{w.noFinding}</option>
              {options.map(one => <option value={one.id}>{one.text}</option>)}
            </select>
          </Field>
        )}
        {act.problem && <ProblemView problem={act.problem} />}
        <div class="buttons">
          <button type="submit" class="primary" disabled={act.isBusy || value === null || wrong !== null || reason.trim() === ''}>{common.save}</button>
          {act.problem?.isOvertaken && <button type="button" onClick={() => { act.clear(); onSaved(); }}>{w.overtaken}</button>}
          {before && <button type="button" class="danger" disabled={act.isBusy} onClick={() => void save(null)}>{w.takeBack}</button>}
          <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
        </div>
      </form>
    </Dialog>
  );
}
