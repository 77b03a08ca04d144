import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { SheetState, StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { words } from '../../words/language';
import { isOfficial, nameOfCounted } from '../../words/appraisal';
import { points } from '../../words/points';
import type { ViewProps } from '../routes';
import { AppraisalTable } from './AppraisalTable';
import { roundToScore } from './appraisal';
import { CloseRound } from './CloseRound';
import { Frame } from './Frame';
import { blocAddress, mayIn, mineIn, placeIn } from './place';
import { SendBack } from './SendBack';
import './bloc.css';

const w = words({
  title: (unit: string) => `Thẩm định: ${unit}`,
  plain: 'Phiếu và thẩm định',
  sheet: 'Phiếu',
  own: 'Tự chấm',
  back: 'Tình hình khối',
  sendBack: 'Trả lại phiếu',
  closedRound: 'Đã đóng vòng thẩm định.',
  sent: 'Đã trả phiếu; đơn vị nhận được thư kèm lý do.',
  round: (round: number, of: number) => `Vòng ${round}/${of}`,
  upcoming: 'chưa mở',
  open: 'đang mở',
  closed: 'đã đóng',
  notSubmitted: 'Phiếu chưa nộp nên chưa thẩm định được.',
  locked: 'Xếp hạng đã công bố nên điểm của phiếu không thay đổi nữa.',
  notOpen: 'Chưa có vòng thẩm định nào đang mở nên chưa ghi điểm được.',
  itself: 'Đơn vị không tự thẩm định phiếu của mình; cơ quan thường trực thẩm định phiếu này.',
  ended: 'Mọi vòng thẩm định đã đóng. Chỉ còn sửa được điều mà một kiến nghị được chấp nhận.',
  class: (name: string) => `xếp loại ${name}`,
  classSoFar: (name: string) => `tạm xếp loại ${name}`,
  total: (total: string) => `${total} điểm`,
  peersHidden: 'Điểm bình quân chấm chéo hiện ra khi đơn vị của bạn đã nộp hết các phiếu chấm chéo của mình.',
  untouched: 'Tiêu chí nào không ghi điểm ở vòng này thì giữ nguyên điểm đến nay.',
  noPeers: 'Chưa có điểm bình quân chấm chéo.',
}, {
  title: unit => `Appraisal: ${unit}`,
  plain: 'Sheet and appraisal',
  sheet: 'Sheet',
  own: 'Own',
  back: 'The bloc now',
  sendBack: 'Return the sheet',
  closedRound: 'The round was closed.',
  sent: 'The sheet was returned; the unit gets the reason by mail.',
  round: (round, of) => `Round ${round}/${of}`,
  upcoming: 'not open yet',
  open: 'open',
  closed: 'closed',
  notSubmitted: 'The sheet was not handed in, so it is not appraised yet.',
  locked: 'The standings are published: the points of this sheet do not change any more.',
  notOpen: 'No round of appraisal is open, so no points are recorded.',
  itself: 'A unit does not appraise its own sheet; the office does.',
  ended: 'Every round is closed. What a complaint was upheld for can still be put right.',
  class: name => `class ${name}`,
  classSoFar: name => `class ${name} so far`,
  total: total => `${total} points`,
  peersHidden: 'The peers’ average shows once your unit has handed in all its cross-scores.',
  untouched: 'A criterion without points of this round keeps those it has.',
  noPeers: 'There is no peers’ average yet.',
});

/** A member's sheet side by side: what the unit gave itself, its peers, each round, what counts; and where a leader records points. */
export default function Appraise({ params }: ViewProps) {
  const place = placeIn(params);
  const sheet: PlaceId = { ...place, unit: params.sheet! };
  const path = { year: sheet.year, period: sheet.period, bloc: sheet.bloc, unit: sheet.unit };
  const [isReturning, setReturning] = useState(false);
  const [said, say] = useState('');
  const asked = useAnswer(async signal => {
    const [appraisal, own, evidence, complaints, visits] = await Promise.all([
      ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/appraisal', { params: { path }, signal })),
      ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}', { params: { path }, signal })),
      ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/evidence', { params: { path }, signal })),
      ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/complaints', { params: { path, query: { pageSize: 200 } }, signal })).catch(() => null),
      ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/inspections', { params: { path, query: { pageSize: 200 } }, signal })).catch(() => null),
    ]);
    const { scheme, schemeVersion } = appraisal.data;
    const { data } = await ask(api.GET('/api/schemes/{scheme}', { params: { path: { scheme }, query: { version: schemeVersion } }, signal }));
    return {
      appraisal: appraisal.data, etag: appraisal.etag, sheet: own.data, evidence: evidence.data, scheme: data.content,
      upheld: complaints?.data.complaints.filter(one => one.state === 'answered' && one.answer?.outcome === 'upheld') ?? [],
      findings: visits?.data.inspections.filter(one => one.unit === sheet.unit) ?? [],
    };
  }, [path]);
  const value = asked.value;
  const name = value?.appraisal.unitName ?? '';
  const isSubmitted = value?.sheet.summary.state === 'submitted';
  return (
    <Frame
      place={place} view="sheet" title={name ? w.title(name) : w.plain}
      actions={<>
        {isSubmitted && mayIn('ReturnSheet', place) && <button type="button" onClick={() => { say(''); setReturning(true); }}>{w.sendBack}</button>}
        {value && mayIn('CloseAppraisalRound', place) && <CloseRound place={place} rounds={value.appraisal.rounds} onDone={() => { say(w.closedRound); asked.reload(); }} />}
      </>}>
      <p class="back no-print"><a href={blocAddress(place)}>‹ {w.back}</a></p>
      {said && <Notice kind="good">{said}</Notice>}
      <Show of={asked}>
        {given => {
          const { appraisal, upheld } = given;
          const round = roundToScore(appraisal.rounds, upheld);
          const isOwn = appraisal.unit === place.unit;
          const isPeers = given.scheme.crossScoring != null;
          return (
            <>
              <dl class="card facts">
                <Total name={w.own} of={appraisal.own} isOfficial={false} />
                {appraisal.official && <Total name={nameOfCounted(appraisal)} of={appraisal.official} isOfficial={isOfficial(appraisal)} />}
                {appraisal.rounds.map(one => (
                  <div><dt>{w.round(one.round, appraisal.rounds.length)}</dt><dd><StatusBadge kind={one.state === 'open' ? 'info' : one.state === 'closed' ? 'good' : 'plain'}>{w[one.state]}</StatusBadge></dd></div>
                ))}
                <div><dt>{w.sheet}</dt><dd><SheetState state={appraisal.state} /></dd></div>
              </dl>
              {isOwn ? <Notice>{w.itself}</Notice>
                : appraisal.state === 'locked' ? <Notice>{w.locked}</Notice>
                  : appraisal.rounds.length > 0 && appraisal.rounds.every(one => one.state === 'closed') ? <Notice>{w.ended}</Notice>
                  : !isSubmitted ? <Notice>{w.notSubmitted}</Notice>
                    : round === null ? <Notice>{w.notOpen}</Notice> : <p class="hint">{w.untouched}</p>}
              {isPeers && appraisal.criteria.every(one => !one.peers) && <p class="hint">{mineIn(place) ? w.peersHidden : w.noPeers}</p>}
              <AppraisalTable place={place} {...given} round={isOwn || !isSubmitted || !mayIn('SaveAppraisal', place) ? null : round} onSaved={asked.reload} />
            </>
          );
        }}
      </Show>
      {isReturning && value && (
        <SendBack
          sheet={sheet} name={name} deadline={value.sheet.summary.deadline} onClose={() => setReturning(false)}
          onDone={() => { say(w.sent); asked.reload(); }} />
      )}
    </Frame>
  );
}

function Total({ name, of, isOfficial }: { name: string; isOfficial: boolean; of: { scores: { total: number }; class?: { title: string } | null } }) {
  return <div><dt>{name}</dt><dd>{w.total(points(of.scores.total))}{of.class && `, ${isOfficial ? w.class(of.class.title) : w.classSoFar(of.class.title)}`}</dd></div>;
}
