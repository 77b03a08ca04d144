import { useEffect, useMemo, useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { here, may, periodName } from '../../shell/session';
import { common } from '../../words/common';
import { sheetWords as w } from '../../words/sheet';
import type { ViewProps } from '../routes';
import { ClashDialog } from './ClashDialog';
import { Contents } from './Contents';
import { createModel, pathOf, type Evidence, type SheetModel } from './model';
import { placeOf } from './place';
import { usePrint } from './SheetPrint';
import { ScoreForm } from './ScoreForm';
import './sheet.css';
import { StateNotice } from './StateNotice';
import { SubmitDialog } from './SubmitDialog';
import { TotalsBar } from './TotalsBar';
import { Workbook } from './Workbook';

/** A unit's own score sheet. Two calls open it, one saves it. */
export default function Sheet({ params }: ViewProps) {
  const place = placeOf(params);
  const asked = useAnswer(async signal => {
    const path = pathOf(place);
    const [sheet, evidence] = await Promise.all([
      ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}', { params: { path }, signal })),
      ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/evidence', { params: { path }, signal })),
    ]);
    return { sheet, evidence: evidence.data };
  }, [place]);
  return (
    <Page
      title={w.title} lead={asked.value && w.of(asked.value.sheet.data.unitName, place.year, periodName(place))}
      actions={asked.value && <button type="button" onClick={() => print()}>{common.print}</button>}>
      <Show of={asked}>{({ sheet, evidence }) => <Work key={sheet.etag ?? ''} place={place} sheet={sheet} evidence={evidence} reload={asked.reload} />}</Show>
    </Page>
  );
}

function Work({ place, sheet, evidence, reload }: { place: PlaceId; sheet: Answer<Schema['SheetView']>; evidence: Evidence; reload: () => void }) {
  const mayWrite = may('SaveScores', here.value?.unit === place.unit ? here.value : null);
  const model = useMemo(() => createModel(place, sheet, evidence, mayWrite), []);
  const [isSubmitting, setSubmitting] = useState(false);
  const [isClashShown, showClash] = useState(true);
  usePrint(model);
  useEffect(() => {
    void model.takeUp();
    return () => model.saver.end();
  }, []);
  useEffect(() => model.clashes.subscribe(clashes => showClash(clashes.length > 0)), []);
  const isOpen = mayWrite && model.view.isOpen && ['notStarted', 'draft', 'returned', 'revisionRequested'].includes(model.summary.value.state);
  return (
    <div class="sheet">
      <StateNotice model={model} place={place} mayWrite={mayWrite} />
      <div class="sheet-tools">
        <Contents model={model} />
        <Workbook model={model} isOpen={isOpen} onImported={reload} />
      </div>
      <Form model={model} />
      <TotalsBar model={model} isOpen={isOpen} onSubmit={() => setSubmitting(true)} onClash={() => showClash(true)} />
      {isSubmitting && <SubmitDialog model={model} onClose={() => setSubmitting(false)} onSubmitted={() => { setSubmitting(false); scrollTo(0, 0); }} />}
      <ClashDialog model={model} isOpen={isClashShown} onClose={() => showClash(false)} />
    </div>
  );
}

function Form({ model }: { model: SheetModel }) {
  return (
    <section class="form-box" aria-label={model.view.title}>
      <h2 class="form-title">{model.view.title}</h2>
      <div class="line line-head" aria-hidden="true">
        <span>{w.criterion}</span><span>{w.maximum}</span><span>{w.own}</span><span>{w.said}</span>
      </div>
      <ScoreForm model={model} />
    </section>
  );
}
