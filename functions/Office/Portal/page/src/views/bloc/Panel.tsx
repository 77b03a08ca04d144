import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { moment } from '../../words/format';
import { common } from '../../words/common';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { others } from './panelRules';
import { inPeriod, mayIn, placeIn } from './place';
import './bloc.css';

const w = words({
  title: 'Phân công chấm điểm chéo',
  none: 'Bảng điểm của khối không có chấm điểm chéo.',
  notDrawn: 'Chưa bốc thăm phân công.',
  draw: 'Bốc thăm phân công',
  again: 'Bốc thăm lại',
  what: (peers: number) => `Chương trình bốc thăm để mỗi đơn vị chấm cho ${peers} đơn vị khác và được ${peers} đơn vị chấm. Các đơn vị chấm nhận được thư.`,
  againWhat: 'Phân công cũ bị bỏ. Cần ghi lý do.',
  drawn: (at: string, seed: number) => `Bốc thăm lúc ${at}, số gieo ${seed}: cùng danh sách đơn vị và số gieo này luôn cho cùng kết quả, ai cũng kiểm tra được.`,
  frozen: 'Đã có đơn vị chấm nên không bốc thăm lại được; chỉ thay được từng đơn vị chấm.',
  table: 'Ai chấm cho ai',
  scored: 'Đơn vị được chấm',
  scorer: 'Đơn vị chấm',
  submittedAt: 'Nộp lúc',
  replace: 'Thay đơn vị chấm',
  replaceWhat: (scorer: string, unit: string) => `${scorer} đang chấm cho ${unit}. Những gì đơn vị này chấm dở sẽ mất; cả hai đơn vị nhận được thư kèm lý do.`,
  by: 'Thay bằng',
  choose: 'Chọn đơn vị',
  done: (done: number, all: number) => `Đã nộp ${done}/${all} phiếu chấm chéo.`,
  ready: 'Đã bốc thăm.',
  replaced: 'Đã thay đơn vị chấm.',
}, {
  title: 'Who scores whom',
  none: 'The bloc’s scheme has no cross-scoring.',
  notDrawn: 'Nothing was drawn yet.',
  draw: 'Draw by lot',
  again: 'Draw again',
  what: peers => `The program draws so that each unit scores ${peers} others and is scored by ${peers}. Who scores gets a mail.`,
  againWhat: 'What was drawn before is dropped. A reason is needed.',
  drawn: (at, seed) => `Drawn ${at} from the seed ${seed}: the same units and seed always give the same, which anybody can check.`,
  frozen: 'A unit has begun to score, so nothing is drawn again; single scorers can be replaced.',
  table: 'Who scores whom',
  scored: 'Unit that is scored',
  scorer: 'Scorer',
  submittedAt: 'Handed in',
  replace: 'Replace the scorer',
  replaceWhat: (scorer, unit) => `${scorer} scores ${unit}. What it has begun is lost; both units get the reason by mail.`,
  by: 'By',
  choose: 'Choose a unit',
  done: (done, all) => `${done} of ${all} handed in.`,
  ready: 'Drawn.',
  replaced: 'The scorer was replaced.',
});

const states: Readonly<Record<Schema['PeerState'], string>> = words(
  { notBegun: 'Chưa chấm', draft: 'Đang chấm', submitted: 'Đã nộp' }, { notBegun: 'Not begun', draft: 'Begun', submitted: 'Handed in' });

type Pair = Schema['PairView'];

/** The draw of who scores whom, how far each is, and its replacement. */
export default function Panel({ params }: ViewProps) {
  const place = placeIn(params);
  const path = inPeriod(place);
  const asked = useAnswer(async signal => {
    const pairs: Pair[] = [];
    for (let continuation: string | undefined; ;) {
      const { data, etag } = await ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/cross-scoring', {
        params: { path, query: { pageSize: 200, ...continuation ? { continuation } : null } }, signal,
      }));
      pairs.push(...data.pairs);
      if (!data.continuation) {
        return { panel: data, etag, pairs };
      }

      continuation = data.continuation;
    }
  }, [path]);
  const [isDrawing, setDrawing] = useState(false);
  const [leaving, setLeaving] = useState<Pair | null>(null);
  const [reason, setReason] = useState('');
  const [scorer, setScorer] = useState('');
  const [said, say] = useState('');
  const begin = (pair: Pair | null) => {
    say('');
    setReason('');
    setScorer('');
    if (pair) {
      setLeaving(pair);
    } else {
      setDrawing(true);
    }
  };
  const value = asked.value;
  const isDrawn = value?.panel.drawnAt != null;
  const mayDraw = value?.panel.peers != null && !value.panel.isFrozen && mayIn('AssignCrossScoring', place);
  return (
    <Frame place={place} view="panel" title={w.title} actions={mayDraw && <button type="button" class={isDrawn ? '' : 'primary'} onClick={() => begin(null)}>{isDrawn ? w.again : w.draw}</button>}>
      {said && <Notice kind="good">{said}</Notice>}
      <Show of={asked}>
        {({ panel, pairs }) => panel.peers === null ? <Notice>{w.none}</Notice> : !isDrawn ? <Notice>{w.notDrawn}</Notice> : (
          <>
            <p>{w.done(pairs.filter(pair => pair.state === 'submitted').length, pairs.length)} {panel.isFrozen && w.frozen}</p>
            <Table
              caption={w.table} rows={pairs} rowKey={pair => `${pair.scorer} ${pair.unit}`}
              columns={[
                { head: w.scored, cell: pair => pair.unitName, sort: pair => pair.unitName },
                { head: w.scorer, cell: pair => pair.scorerName, sort: pair => pair.scorerName },
                { head: common.state, cell: pair => <StatusBadge kind={pair.state === 'submitted' ? 'good' : 'plain'}>{states[pair.state]}</StatusBadge>, sort: pair => pair.state },
                { head: w.submittedAt, cell: pair => moment(pair.submittedAt), sort: pair => pair.submittedAt },
                ...mayIn('ReplaceScorer', place) ? [{
                  head: w.replace,
                  cell: (pair: Pair) => pair.state !== 'submitted' && <button type="button" aria-label={`${w.replace}: ${pair.scorerName} – ${pair.unitName}`} onClick={() => begin(pair)}>{w.replace}</button>,
                }] : [],
              ]} />
            <p class="hint">{w.drawn(moment(panel.drawnAt), panel.seed ?? 0)}</p>
          </>
        )}
      </Show>
      {value && (
        <Confirm
          title={isDrawn ? w.again : w.draw} isOpen={isDrawing} onClose={() => setDrawing(false)} yes={w.draw} isDisabled={isDrawn && reason.trim() === ''}
          onConfirm={async () => {
            await ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/cross-scoring', {
              params: { path, header: isDrawn && value.etag ? { 'If-Match': value.etag } : {} }, body: reason.trim() ? { reason } : {},
            }));
            say(w.ready);
            asked.reload();
          }}>
          <p>{w.what(value.panel.peers ?? 0)}</p>
          {isDrawn && <><p>{w.againWhat}</p><Field label={common.reason} isRequired><textarea value={reason} onInput={event => setReason(event.currentTarget.value)} /></Field></>}
        </Confirm>
      )}
      {leaving && (
        <Confirm
          title={w.replace} isOpen onClose={() => setLeaving(null)} yes={w.replace} isDisabled={!scorer || reason.trim() === ''}
          onConfirm={async () => {
            await ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/cross-scoring/{scorer}/sheets/{unit}/replacement', {
              params: { path: { ...path, scorer: leaving.scorer, unit: leaving.unit } }, body: { scorer, reason },
            }));
            say(w.replaced);
            asked.reload();
          }}>
          <p>{w.replaceWhat(leaving.scorerName, leaving.unitName)}</p>
          <Field label={w.by} isRequired>
            <select value={scorer} onChange={event => setScorer(event.currentTarget.value)}>
              <option value="">{w.choose}</option>
              {others(value?.pairs ?? [], leaving).map(one => <option value={one.unit}>{one.name}</option>)}
            </select>
          </Field>
          <Field label={common.reason} isRequired><textarea value={reason} onInput={event => setReason(event.currentTarget.value)} /></Field>
        </Confirm>
      )}
    </Frame>
  );
}
