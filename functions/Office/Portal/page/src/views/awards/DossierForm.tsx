import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { FaultSummary } from '../../parts/Field';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useChanges } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { bodyOf, inOutline, pathOf, type Known } from './dossier';
import { FileFields } from './FileFields';
import { letterPaths, LetterFields } from './LetterFields';
import { minutesPaths, MinutesFields } from './MinutesFields';
import { ReportFields, reportPaths } from './ReportFields';

export interface DossierFormProps {
  readonly place: PlaceId;
  readonly award: string;
  readonly known: Known;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Writes what is in a dossier, all of it at once; what is not there yet stays empty. */
export function DossierForm({ place, award, known, onDone, onClose }: DossierFormProps) {
  const [body, set] = useState(() => bodyOf(known.dossier));
  const act = useAct();
  useChanges(body, act.isBusy);
  // Those of the outline under which it was opened; the template's of today only before a report is there.
  const sections = known.dossier?.report?.sections.map(one => ({ code: one.section, title: one.title })) ?? known.outline.sections;
  const faults = inOutline(act.faults, body.report?.sections ?? [], sections);
  const save = async (event: Event) => {
    event.preventDefault();
    if (await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/dossiers/{award}/{unit}', { params: { path: pathOf(place, award), header: known.etag ? { 'If-Match': known.etag } : {} }, body })))) {
      onDone();
    }
  };
  return (
    <form class="card no-print" onSubmit={event => void save(event)}>
      <FaultSummary faults={faults} paths={[...letterPaths(body.letter), ...minutesPaths, ...reportPaths(sections), ...body.files.map((_, at) => `$.files[${at}]`)]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <LetterFields letter={body.letter} onChange={letter => set({ ...body, letter })} faults={faults} />
      <MinutesFields place={place} ballot={known.dossier?.ballot ?? null} minutes={body.minutes} onChange={minutes => set({ ...body, minutes })} faults={faults} />
      <ReportFields report={body.report} sections={sections} onChange={report => set({ ...body, report })} faults={faults} />
      <FileFields files={body.files} sent={known.files} papers={known.outline.papers ?? []} onChange={files => set({ ...body, files })} faults={faults} />
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy}>{common.save}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
      </div>
    </form>
  );
}
