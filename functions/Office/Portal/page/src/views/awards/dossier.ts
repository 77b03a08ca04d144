import { absent } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import { faultsAt, type Fault } from '../../api/problem';
import { readAttachments } from '../../parts/Attached';
import { fieldId } from '../../parts/Field';
import type { PlaceId } from '../../shell/places';
import { readAwardNames } from './awardNames';

export interface Known {
  readonly title: string;
  /** Null while there is none. */
  readonly dossier: Schema['DossierView'] | null;
  readonly etag: string | null;
  readonly check: Schema['DossierCheckView'] | null;
  readonly outline: Schema['DossierOutline'];
  readonly files: readonly Schema['AttachmentView'][];
  readonly outcome: Schema['CouncilOutcomeView'] | null;
}

export const pathOf = ({ year, bloc, unit }: PlaceId, award: string) => ({ year, bloc, award, unit });

/** A dossier with all that is to be known for its view. */
export async function readDossier(place: PlaceId, award: string, signal: AbortSignal): Promise<Known> {
  const path = pathOf(place, award);
  const [nameOf, dossier, template] = await Promise.all([
    readAwardNames(signal),
    absent(ask(api.GET('/api/cycles/{year}/blocs/{bloc}/dossiers/{award}/{unit}', { params: { path }, signal }))),
    ask(api.GET('/api/dossier-template', { signal })),
  ]);
  const [check, files, outcome] = dossier ? await Promise.all([
    ask(api.GET('/api/cycles/{year}/blocs/{bloc}/dossiers/{award}/{unit}/check', { params: { path }, signal })),
    readAttachments(place, { subject: 'dossier', item: award, unit: place.unit }, signal),
    absent(ask(api.GET('/api/cycles/{year}/blocs/{bloc}/dossiers/{award}/{unit}/outcome', { params: { path }, signal }))),
  ]) : [null, [], null];
  return {
    title: dossier?.data.awardTitle ?? nameOf(award), dossier: dossier?.data ?? null, etag: dossier?.etag ?? null, check: check?.data ?? null,
    outline: outlineOf(template.data.outlines, award), files, outcome: outcome?.data ?? null,
  };
}

/** The first that names the award, else the one that names none. */
export const outlineOf = (outlines: readonly Schema['DossierOutline'][], award: string): Schema['DossierOutline'] =>
  outlines.find(one => one.awards?.includes(award)) ?? outlines.find(one => (one.awards ?? []).length === 0)!;

/** The body that says what is in a dossier now. Sections that nobody has written stay away, and so does the result of a vote that a ballot says. */
export const bodyOf = (dossier: Schema['DossierView'] | null): Required<Schema['DossierBody']> => ({
  letter: dossier?.letter ?? null,
  minutes: dossier?.minutes ? { ...dossier.minutes, ...dossier.ballot ? { vote: null } : null } : null,
  report: dossier?.report ? {
    until: dossier.report.until, certifiedBy: dossier.report.certifiedBy,
    sections: dossier.report.sections.flatMap(({ section, text }) => text === null ? [] : [{ section, text }]),
  } : null,
  files: dossier?.files ?? [],
});

/** Faults name a section by its place among those that were sent; fields, as gaps do, by its place in the outline. */
export const inOutline = (faults: readonly Fault[], sent: readonly Schema['SectionText'][], sections: readonly { readonly code: string }[]): readonly Fault[] =>
  faults.map(fault => ({ ...fault, path: fault.path.replace(/^\$\.report\.sections\[(\d+)\]/u, (_, at: string) => `$.report.sections[${sections.findIndex(one => one.code === sent[Number(at)]?.section)}]`) }));

/** Where to go for something at a path: its own field, or the nearest around it that is there. */
export function fieldOf(path: string, has: (id: string) => boolean): string | null {
  for (let at = path; at.length > 1; at = at.replace(/(\.\w+|\[\d+\])$/u, '')) {
    if (has(fieldId(at))) {
      return fieldId(at);
    }
  }

  return null;
}

/** Whether a remark is about what the form writes; opinions and deadlines stand outside of it. */
export const isOfForm = (path: string): boolean => ['$.letter', '$.minutes', '$.report', '$.files'].some(part => faultsAt([{ path, detail: '' }], part).length > 0);
