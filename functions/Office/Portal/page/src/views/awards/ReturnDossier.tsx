import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { FormDialog } from '../../parts/FormDialog';
import { PaperFields, paperPaths } from '../../parts/PaperFields';
import { useAct } from '../../parts/useAct';
import { isOffice, may, today } from '../../shell/session';
import type { PlaceId } from '../../shell/places';
import { dossierWords as w } from '../../words/dossiers';
import { pathOf, type Known } from './dossier';

/** Sends a dossier that the office has back to who proposes, with the reason and the text on which that rests. */
export function ReturnDossier({ place, award, known, onDone }: { place: PlaceId; award: string; known: Known; onDone: (said: string) => void }) {
  const [isAsked, question] = useState(false);
  const [body, set] = useState<Schema['DossierReturnBody']>({ reason: '', basis: { kind: 'Công văn' }, on: today.value });
  const act = useAct();
  if (known.dossier!.state !== 'sent' || !isOffice.value || !may('ReturnDossier')) {
    return null;
  }

  const send = () => ask(api.POST('/api/cycles/{year}/blocs/{bloc}/dossiers/{award}/{unit}/return', { params: { path: pathOf(place, award), header: { 'If-Match': known.etag! } }, body }));
  return (
    <>
      <button type="button" onClick={() => question(true)}>{w.sendBack}</button>
      {isAsked && (
        <FormDialog title={w.sendBack} act={act} send={send} onSaved={() => onDone(w.sentBack)} onClose={() => question(false)} paths={['$.reason', '$.on', ...paperPaths('$.basis')]} yes={w.sendBack} isDisabled={!body.reason.trim()}>
          <Field label={w.backReason} path="$.reason" faults={act.faults} isRequired><textarea rows={3} value={body.reason} onInput={event => set({ ...body, reason: event.currentTarget.value })} /></Field>
          <Field label={w.backOn} path="$.on" faults={act.faults} isRequired><DayField value={body.on} onChange={on => on && set({ ...body, on })} /></Field>
          <p class="label">{w.backBasis}</p>
          <PaperFields paper={body.basis} onChange={basis => set({ ...body, basis })} path="$.basis" faults={act.faults} isNumberRequired />
        </FormDialog>
      )}
    </>
  );
}
