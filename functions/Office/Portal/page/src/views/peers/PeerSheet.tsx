import { useEffect, useMemo, useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { Page } from '../../parts/Page';
import { SaveState } from '../../parts/SaveState';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf, type PlaceId } from '../../shell/places';
import { may } from '../../shell/session';
import { moment } from '../../words/format';
import { peerWords as w } from '../../words/peers';
import { writePoints } from '../../words/points';
import type { ViewProps } from '../routes';
import { printed } from '../sheet/describe';
import { mineAt, placeOf } from '../sheet/place';
import '../sheet/sheet.css';
import { createPeerModel, type PeerModel } from './model';
import { lineOf, PeerLine } from './PeerLine';

/** Another unit's sheet: what it put down, its evidence, and the points that this unit gives. */
export default function PeerSheet({ params }: ViewProps) {
  const place = placeOf(params);
  const scored = params.scored ?? '';
  const path = { year: place.year, period: place.period, bloc: place.bloc };
  const asked = useAnswer(async signal => {
    const [peer, sheet, files] = await Promise.all([
      ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/cross-scoring/{scorer}/sheets/{unit}', { params: { path: { ...path, scorer: place.unit, unit: scored } }, signal })),
      ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}', { params: { path: { ...path, unit: scored } }, signal })),
      ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/evidence', { params: { path: { ...path, unit: scored } }, signal })),
    ]);
    return { peer, sheet: sheet.data, files: files.data };
  }, [place, scored]);
  return (
    <Page title={asked.value ? w.of(asked.value.sheet.unitName) : w.title} back={{ href: addressOf('peers', place), name: w.back }}>
      <Show of={asked}>{({ peer, sheet, files }) => <Scoring key={`${peer.data.state === 'submitted'}`} place={place} scored={scored} peer={peer} sheet={sheet} files={files} reload={asked.reload} />}</Show>
    </Page>
  );
}

interface ScoringProps {
  readonly place: PlaceId;
  readonly scored: string;
  readonly peer: Answer<Schema['PeerSheetView']>;
  readonly sheet: Schema['SheetView'];
  readonly files: Schema['EvidenceList'];
  readonly reload: () => void;
}

function Scoring({ place, scored, peer, sheet, files, reload }: ScoringProps) {
  const model = useMemo(() => createPeerModel(place, scored, peer, sheet, files), []);
  const isSubmitted = peer.data.state === 'submitted';
  const isOpen = !isSubmitted && may('SaveCrossScores', mineAt(place));
  useEffect(() => {
    if (isOpen) {
      void model.takeUp();
    }
    return () => model.saver.end();
  }, []);
  return (
    <div class="sheet">
      {isSubmitted ? <Notice kind="good">{w.submitted(moment(peer.data.submittedAt))}</Notice> : !isOpen && <Notice>{w.readOnly}</Notice>}
      <Clashes model={model} />
      <section class="form-box" aria-label={w.of(sheet.unitName)}>
        <div class="line line-head" aria-hidden="true"><span>{w.criterion}</span><span>{w.maximum}</span><span>{w.mine}</span><span>{w.own}</span></div>
        <div class="score-form">{sheet.criteria.map(node => <PeerLine key={node.criterion} model={model} node={node} isOpen={isOpen} />)}</div>
      </section>
      <div class="card peer-comment">
        {isOpen
          ? <Field label={w.comment} hint={w.commentHint}><textarea rows={3} maxLength={2000} value={model.comment.value} onInput={event => model.say(event.currentTarget.value)} /></Field>
          : <p class="pre"><strong>{w.comment}:</strong> {model.comment.value || '–'}</p>}
      </div>
      <Bar model={model} isOpen={isOpen} reload={reload} />
    </div>
  );
}

function Bar({ model, isOpen, reload }: { model: PeerModel; isOpen: boolean; reload: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const missing = model.missing.value;
  const submit = async () => {
    await model.submit();
    reload();
    scrollTo(0, 0);
  };
  const goTo = (event: Event, criterion: string) => {
    event.preventDefault();
    setAsked(false);
    setTimeout(() => {
      document.getElementById(lineOf(criterion))?.scrollIntoView({ block: 'center' });
      document.getElementById(`given-${criterion}`)?.focus({ preventScroll: true });
    });
  };
  return (
    <div class="totals-bar">
      <div class="totals"><p>{w.total}: <strong class="grand-total">{writePoints(model.total.value)}</strong></p></div>
      {isOpen && (
        <>
          <div class="saved"><SaveState status={model.saver.status} retry={() => void model.saver.flush()} /> <p class="small">{missing.length === 0 ? w.complete : w.missing(missing.length)}</p></div>
          <button type="button" class="primary" disabled={model.wrong.value.size > 0 || model.clashes.value.length > 0} onClick={() => setAsked(true)}>{w.submit}…</button>
          <Confirm title={w.submit} yes={w.submit} isOpen={isAsked} isDisabled={missing.length > 0} onClose={() => setAsked(false)} onConfirm={submit}>
            {missing.length === 0 ? <p>{w.submitAsk} {w.total}: <strong>{writePoints(model.total.value)}</strong>.</p> : (
              <>
                <p>{w.missingList}</p>
                <ul>{missing.map(node => <li><a href={`#${lineOf(node.criterion)}`} onClick={event => goTo(event, node.criterion)}>{printed(node)} {node.title}</a></li>)}</ul>
              </>
            )}
          </Confirm>
        </>
      )}
    </div>
  );
}

function Clashes({ model }: { model: PeerModel }) {
  const clashes = model.clashes.value;
  const say = (value: number | string | null) => typeof value === 'number' ? writePoints(value) : value ?? w.nothing;
  return clashes.length === 0 ? null : (
    <div class="notice bad" role="alert">
      <p class="notice-title">{w.overtaken}</p>
      <Table
        caption={w.overtaken} isCaptionHidden rows={clashes} rowKey={clash => clash.key}
        columns={[
          { head: w.criterion, cell: clash => model.sheet.criteria.find(node => node.criterion === clash.key)?.title ?? w.comment },
          { head: w.typed, cell: clash => say(clash.mine) }, { head: w.saved, cell: clash => say(clash.theirs) },
        ]} />
      <div class="buttons">
        <button type="button" onClick={() => void model.settle(true)}>{w.keepMine}</button>
        <button type="button" onClick={() => void model.settle(false)}>{w.takeTheirs}</button>
      </div>
    </div>
  );
}
