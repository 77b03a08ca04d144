import { api, ask, type Schema } from '../../api/client';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { Empty, Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf, type PlaceId } from '../../shell/places';
import { here, may, periodName } from '../../shell/session';
import { appraiserNames, isOfficial, nameOfCounted, roundStateNames } from '../../words/appraisal';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { points } from '../../words/points';
import { sheetWords } from '../../words/sheet';
import type { ViewProps } from '../routes';
import { Explain } from './Explain';
import { printed } from './describe';
import { pathOf } from './model';
import { placeOf } from './place';
import './sheet.css';

const w = words({
  caption: 'Điểm qua từng bước',
  own: 'Tự chấm',
  peers: 'Trung bình chấm chéo',
  round: (round: number) => `Thẩm định vòng ${round}`,
  class: (name: string) => `tạm xếp loại ${name}`,
  isClass: (name: string) => `xếp loại ${name}`,
  reasons: 'Lý do thay đổi',
  none: 'Chưa có điểm thẩm định nào được công bố cho đơn vị.',
  total: 'Tổng điểm',
  complain: 'Gửi kiến nghị về điểm',
}, {
  caption: 'Points step by step',
  own: 'Own',
  peers: 'Average of peers',
  round: round => `Appraisal, round ${round}`,
  class: name => `${name} so far`,
  isClass: name => `class ${name}`,
  reasons: 'Why it was changed',
  none: 'No appraised points have been shown to your unit yet.',
  total: 'In all',
  complain: 'Complain about points',
});

type View = Schema['AppraisalView'];
type Line = Schema['AppraisedCriterion'] & { readonly node: Schema['SheetNode'] };

/** A unit's points from its own to the official ones, and its word to each round. */
export default function Appraised({ params }: ViewProps) {
  const place = placeOf(params);
  const asked = useAnswer(async signal => {
    const path = pathOf(place);
    const [appraisal, sheet] = await Promise.all([
      ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/appraisal', { params: { path }, signal })),
      ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}', { params: { path }, signal })),
    ]);
    return { view: appraisal.data, nodes: new Map(sheet.data.criteria.map(node => [node.criterion, node])) };
  }, [place]);
  return (
    <Page
      title={sheetWords.appraised} lead={asked.value && sheetWords.of(asked.value.view.unitName, place.year, periodName(place))} back={{ href: addressOf('sheet', place), name: sheetWords.back }}
      actions={<button type="button" onClick={() => print()}>{common.print}</button>}>
      <Show of={asked}>{({ view, nodes }) => <Steps place={place} view={view} nodes={nodes} reload={asked.reload} />}</Show>
    </Page>
  );
}

function Steps({ place, view, nodes, reload }: { place: PlaceId; view: View; nodes: ReadonlyMap<string, Schema['SheetNode']>; reload: () => void }) {
  const lines = view.criteria.flatMap((one): Line[] => {
    const node = nodes.get(one.criterion);
    return node ? [{ ...one, node }] : [];
  });
  const isPeers = lines.some(line => line.peers);
  const rounds = view.rounds.filter(round => lines.some(line => line.rounds.some(score => score.round === round.round)));
  const isMine = may('ExplainScores', here.value?.unit === place.unit ? here.value : null);
  return (
    <>
      <p class="sheet-state">
        {view.rounds.filter(round => view.state !== 'locked' || round.state !== 'upcoming').map(round => <StatusBadge kind={round.state === 'closed' ? 'good' : round.state === 'open' ? 'info' : 'plain'}>{w.round(round.round)}: {roundStateNames[round.state]}</StatusBadge>)}
        {view.official?.class && (isOfficial(view) ? <StatusBadge kind="good">{w.isClass(view.official.class.title)}</StatusBadge> : <StatusBadge kind="plain">{w.class(view.official.class.title)}</StatusBadge>)}
      </p>
      {isMine && view.rounds.filter(round => round.mayExplain).map(round => <Explain key={round.round} place={place} round={round} lines={lines} onSent={reload} />)}
      {rounds.length === 0 && <Empty>{w.none}</Empty>}
      <Table
        caption={w.caption} isStacked rows={lines} rowKey={line => line.criterion} rowClass={line => line.node.kind === 'group' ? undefined : 'leaf-row'}
        columns={[
          { head: sheetWords.criterion, cell: line => <>{printed(line.node)} {line.node.title}</> },
          { head: sheetWords.maximum, cell: line => line.node.kind === 'group' ? points(line.own.assigned) : points(line.node.maximum), isNumber: true },
          { head: w.own, cell: line => given(line.own), isNumber: true },
          ...isPeers ? [{ head: w.peers, cell: (line: Line) => given(line.peers), isNumber: true }] : [],
          ...rounds.map(({ round }) => ({ head: w.round(round), cell: (line: Line) => points(line.rounds.find(score => score.round === round)?.points), isNumber: true })),
          ...view.official ? [{ head: nameOfCounted(view), cell: (line: Line) => <strong>{given(line.official)}</strong>, isNumber: true }] : [],
          ...rounds.length > 0 ? [{ head: w.reasons, cell: (line: Line) => line.rounds.map(score => <p class="pre">{appraiserNames[score.by]}: {score.reason}</p>) }] : [],
        ]}
        foot={(
          <tr>
            <th scope="row">{w.total}</th><td class="number" data-head={sheetWords.maximum}>{points(view.own.scores.assigned)}</td><td class="number" data-head={w.own}>{points(view.own.scores.total)}</td>
            {isPeers && <td />}{rounds.map(() => <td />)}{view.official && <td class="number" data-head={nameOfCounted(view)}>{points(view.official.scores.total)}</td>}{rounds.length > 0 && <td />}
          </tr>
        )} />
      {rounds.length > 0 && isMine && <Notice><a href={addressOf('complaints', place)}>{w.complain}</a></Notice>}
    </>
  );
}

/** Points of the base, or of bonus and penalty where a line gives only these. */
function given(score: Schema['NodeScore'] | null | undefined): string {
  if (!score || (score.state !== 'scored' && score.state !== undefined && score.state !== 'missing')) {
    return '';
  }

  const { bonus = 0, penalty = 0 } = score;
  const beside = [bonus ? `+${points(bonus)}` : '', penalty ? `−${points(penalty)}` : ''].filter(Boolean).join(' ');
  return score.assigned || !beside ? `${points(score.points ?? 0)}${beside ? ` (${beside})` : ''}` : beside;
}
