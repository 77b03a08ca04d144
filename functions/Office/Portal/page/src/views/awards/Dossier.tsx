import { useEffect, useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { Done, ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf } from '../../shell/places';
import { common } from '../../words/common';
import { dossierWords as w } from '../../words/dossiers';
import type { ViewProps } from '../routes';
import { placeOf } from '../sheet/place';
import { bodyOf, fieldOf, isOfForm, pathOf, readDossier, type Known } from './dossier';
import { DossierForm } from './DossierForm';
import { DossierHead } from './DossierHead';
import { DossierText } from './DossierText';
import { Opinions } from './Opinions';
import { writesDossier } from './rights';
import './awards.css';

/** The dossier of a unit for an award: what is in it, what it lacks, whom it asks, by when it is where. Printed it is the dossier without the tools. */
export default function Dossier({ params }: ViewProps) {
  const place = placeOf(params);
  const award = params.award!;
  const asked = useAnswer(signal => readDossier(place, award, signal), [place, award]);
  const [isEdited, edit] = useState(false);
  const [wanted, want] = useState<string | null>(null);
  const [said, say] = useState('');
  const mayWrite = writesDossier(place);
  // A gap leads to its field, which the form has to have drawn first.
  useEffect(() => {
    const id = wanted && fieldOf(wanted, one => document.getElementById(one) !== null);
    if (id) {
      const field = document.getElementById(id)!;
      field.scrollIntoView({ block: 'center' });
      field.focus({ preventScroll: true });
      want(null);
    }
  }, [wanted, isEdited]);
  const done = (text: string) => {
    say(text);
    edit(false);
    asked.reload();
  };
  const dossier = asked.value?.dossier;
  const isOpen = dossier?.state === 'open' || dossier?.state === 'returned';
  const toGap = (path: string) => {
    if (mayWrite && isOpen && isOfForm(path)) {
      edit(true);
    }

    want(path);
  };
  return (
    <Page
      title={dossier ? w.titleOf(dossier.awardTitle, dossier.unitName) : asked.value?.title ?? w.title} back={{ href: `${addressOf('awards', place)}?tab=dossiers`, name: w.back }}
      actions={dossier && !isEdited && <>
        {mayWrite && isOpen && <button type="button" class="primary" onClick={() => edit(true)}>{common.edit}</button>}
        <button type="button" onClick={() => print()}>{w.print}</button>
      </>}>
      {said && <Done key={said}>{said}</Done>}
      <Show of={asked}>{known => known.dossier === null ? (mayWrite ? <Start place={place} award={award} known={known} onDone={asked.reload} /> : <p>{w.none}</p>) : (
        <>
          <DossierHead place={place} award={award} known={known} mayWrite={mayWrite} onGap={toGap} onDone={done} />
          {isEdited
            ? <DossierForm place={place} award={award} known={known} onDone={() => done(w.saved)} onClose={() => edit(false)} />
            : <DossierText place={place} award={award} known={known} mayWrite={mayWrite && isOpen} />}
          <Opinions place={place} award={award} dossier={known.dossier} onDone={asked.reload} />
        </>
      )}</Show>
    </Page>
  );
}

/** Opens the dossier, with nothing in it yet. */
function Start({ place, award, known, onDone }: { place: ReturnType<typeof placeOf>; award: string; known: Known; onDone: () => void }) {
  const act = useAct();
  const start = async () => {
    if (await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/dossiers/{award}/{unit}', { params: { path: pathOf(place, award) }, body: bodyOf(known.dossier) })))) {
      onDone();
    }
  };
  return (
    <section class="card">
      <p>{w.startWhat}</p>
      {act.problem && <ProblemView problem={act.problem} />}
      <div class="buttons"><button type="button" class="primary" disabled={act.isBusy} onClick={() => void start()}>{w.start}</button></div>
    </section>
  );
}
