import type { Schema } from '../../api/client';
import { addressOf, type PlaceId } from '../../shell/places';
import { words } from '../../words/language';

type BlocYear = Schema['BlocYearView'];

/** Something that a unit owes. */
export interface Task {
  readonly what: string;
  readonly stage: Schema['StageKind'];
  readonly period: string;
  /** Its own last day; null where none was set. */
  readonly due: string | null;
}

/** What a unit owes in its bloc's year, the first last day first. */
export function tasksOf(year: BlocYear, unit: string): readonly Task[] {
  return year.work
    .flatMap(work => work.missing.filter(missing => missing.unit === unit).map(missing => ({ what: work.what, stage: work.stage, period: work.period, due: missing.due ?? null })))
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
}

const unled = words({ office: 'cơ quan thường trực (khối chưa có Khối trưởng)' }, { office: 'the office (nobody leads the bloc)' });

/** What people call it; what is the bloc's while nobody leads it is the office's. */
export const who = (missing: Schema['BlocYearUnit']): string => missing.name ?? missing.unit ?? unled.office;

/** Names of who has not, each once; behind one that owes several things of the kind stands how many. */
export function listed(names: readonly string[]): string {
  const times = (name: string) => names.filter(one => one === name).length;
  return [...new Set(names)].map(name => times(name) > 1 ? `${name} (×${times(name)})` : name).join(', ');
}

const names = words({
  sheet: 'Mở phiếu tự chấm điểm', peers: 'Mở chấm điểm chéo', pact: 'Mở giao ước và đăng ký', reports: 'Mở báo cáo', meetings: 'Mở hội nghị', bloc: 'Mở trang của khối',
}, {
  sheet: 'Open the score sheet', peers: 'Open cross-scoring', pact: 'Open pact and registration', reports: 'Open reports', meetings: 'Open meetings', bloc: 'Open the page of the bloc',
});

const areas: Readonly<Record<Schema['StageKind'], readonly (keyof typeof names)[]>> = {
  registration: ['pact'],
  pact: ['pact'],
  'half-year': ['reports'],
  'self-score': ['sheet'],
  'cross-score': ['peers'],
  appraisal: ['bloc'],
  'bloc-meeting': ['reports', 'meetings'],
  submission: ['bloc'],
  handover: ['bloc'],
};

/** Where the work of a step is done. */
export function placesOfWork(stage: Schema['StageKind'], place: PlaceId): readonly { readonly href: string; readonly name: string }[] {
  return areas[stage].map(area => ({ href: addressOf(area, place), name: names[area] }));
}
