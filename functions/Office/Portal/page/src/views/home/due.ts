import type { Schema } from '../../api/client';
import { addressOf, type PlaceId } from '../../shell/places';
import type { Bar } from '../../parts/Chart';
import { capital } from '../../words/format';
import { words } from '../../words/language';

type BlocYear = Schema['BlocYearView'];

/** What a duty is done with. The last one is newer than the description of the API from which the others are taken. */
export type DutyKind = Schema['DutyKind'];

/** Something that a unit owes. */
export interface Task {
  /** Of the year before where it is left of that. */
  readonly year: number;
  readonly what: string;
  readonly stage: Schema['StageKind'];
  /** What it is done with; null where the step says all. */
  readonly kind: DutyKind | null;
  readonly item: string | null;
  readonly period: string;
  /** Its own last day; null where none was set. */
  readonly due: string | null;
}

/** What a unit owes in its bloc's year, the first last day first. */
export function tasksOf(year: BlocYear, unit: string): readonly Task[] {
  return year.work
    .flatMap(work => work.missing.filter(missing => missing.unit === unit).map(missing => ({ year: work.year, what: work.what, stage: work.stage, kind: work.kind, item: work.item, period: work.period, due: missing.due ?? null })))
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
  plan: 'Mở kế hoạch', regulation: 'Mở quy chế', handover: 'Mở bàn giao', movements: 'Mở phong trào', titles: 'Mở đăng ký danh hiệu', progress: 'Mở tiến độ chỉ tiêu',
  awards: 'Mở khen thưởng', openBallot: 'Mở cuộc bỏ phiếu', vote: 'Bỏ phiếu', count: 'Kiểm phiếu', dossier: 'Mở hồ sơ khen thưởng', given: 'Mở thành tích qua các năm', visits: 'Mở kiểm tra chéo',
}, {
  sheet: 'Open the score sheet', peers: 'Open cross-scoring', pact: 'Open pact and registration', reports: 'Open reports', meetings: 'Open meetings', bloc: 'Open the page of the bloc',
  plan: 'Open the plan', regulation: 'Open the regulation', handover: 'Open the handover', movements: 'Open movements', titles: 'Open the registration', progress: 'Open the progress of targets',
  awards: 'Open awards', openBallot: 'Open a ballot', vote: 'Vote', count: 'Count the votes', dossier: 'Open the dossier', given: 'Open titles over the years', visits: 'Open the visits',
});

const areas: Readonly<Record<Schema['StageKind'], readonly (keyof typeof names)[]>> = {
  registration: ['pact'],
  pact: ['pact'],
  'half-year': ['reports'],
  'self-score': ['sheet'],
  'cross-score': ['peers'],
  appraisal: ['bloc'],
  'bloc-meeting': ['reports', 'meetings', 'awards'],
  submission: ['awards', 'bloc'],
  handover: ['bloc'],
};

interface Link {
  readonly href: string;
  readonly name: string;
}

/** Where a duty is done: in the view of its own, of the very meeting or report where it is about one. */
function placeOfDuty(kind: DutyKind, item: string | null, place: PlaceId): Link {
  switch (kind) {
    case 'plan': return { href: addressOf('bloc', place, 'plan'), name: names.plan };
    case 'regulation': return { href: addressOf('bloc', place, 'regulation'), name: names.regulation };
    case 'leadership': return { href: addressOf('bloc', place, 'handover'), name: names.handover };
    case 'meeting': return { href: addressOf('bloc', place, 'meetings'), name: names.meetings };
    case 'finding': return { href: addressOf('bloc', { ...place, period: item?.split('/')[0] ?? place.period }, 'visits'), name: names.visits };
    case 'conclusion': return { href: addressOf('meetings', place), name: names.meetings };
    case 'reportPart': return { href: addressOf('reports', place, ...item ? [item] : []), name: names.reports };
    case 'movement': return { href: addressOf('movements', place), name: names.movements };
    case 'registration': return { href: `${addressOf('pact', place)}?tab=titles`, name: names.titles };
    case 'progress': return { href: `${addressOf('pact', place)}?tab=progress`, name: names.progress };
    case 'ballot': return { href: addressOf('bloc', place, 'ballots'), name: names.openBallot };
    case 'vote': return { href: item ? addressOf('awards', place, 'ballots', item) : `${addressOf('awards', place)}?tab=ballots`, name: names.vote };
    case 'count': return { href: addressOf('bloc', place, 'ballots', ...item ? [item] : []), name: names.count };
    case 'dossier': return dossierOf(item, place);
    case 'giveBack': return { href: `${addressOf('awards', place)}?tab=titles`, name: names.given };
    case 'pact': case 'signature': return { href: addressOf('pact', place), name: names.pact };
  }
}

/** A dossier may be of the year before. */
function dossierOf(item: string | null, place: PlaceId): Link {
  const [year, award] = item?.split('/') ?? [];
  return { href: award ? addressOf('awards', { ...place, year: Number(year) }, 'dossiers', award) : `${addressOf('awards', place)}?tab=dossiers`, name: names.dossier };
}

/** Where a leader sees to what others owe. */
export const placesOfLeader = ({ kind, stage, item, year }: Pick<Schema['BlocYearWork'], 'kind' | 'stage' | 'item' | 'year'>, place: PlaceId): readonly Link[] =>
  kind === 'conclusion' ? [{ href: addressOf('bloc', { ...place, year }, 'meetings', ...item ? [item.split('/')[0]!] : []), name: names.meetings }] : placesOfWork(stage, { ...place, year }, kind, item);

/** Where work is done: by what it is done with, else by its step. */
export const placesOfWork = (stage: Schema['StageKind'], place: PlaceId, kind: DutyKind | null = null, item: string | null = null): readonly Link[] =>
  kind ? [placeOfDuty(kind, item, place)] : areas[stage].map(area => ({ href: addressOf(area, place), name: names[area] }));

const ofBloc: ReadonlySet<Schema['DutyKind']> = new Set(['plan', 'regulation', 'pact', 'meeting', 'leadership', 'ballot', 'count']);

/** How far each work is, as bars; of a secret ballot nobody is told before its last day. */
export const barsOf = (all: readonly Schema['BlocYearWork'][]): readonly Bar[] => all.filter(work => !isSecret(work)).map(work => ({
  name: capital(work.what), value: work.total === 0 ? 0 : work.done / work.total, most: 1, text: `${work.done}/${work.total}`, kind: work.state === 'late' ? 'bad' : work.state === 'done' ? 'good' : 'plain',
}));

/** Whether it is not told who has: a secret ballot before its last day. */
export const isSecret = ({ kind, state }: Pick<Schema['BlocYearWork'], 'kind' | 'state'>): boolean => kind === 'vote' && state === 'notKnown';

const counts = words({
  secret: 'phiếu kín, không cho biết ai đã bỏ',
  units: (done: number, all: number) => `${done}/${all} đơn vị đã xong`, tasks: (done: number, all: number) => `${done}/${all} việc được giao đã xong`, done: 'khối đã xong', open: 'khối chưa xong',
}, {
  secret: 'secret: who has voted is not told',
  units: (done, all) => `${done} of ${all} units have`, tasks: (done, all) => `${done} of ${all} tasks are done`, done: 'the bloc has', open: 'the bloc has not',
});

/** How far something is, and what is counted: units where each has one to do, tasks where one unit may have several; of what the bloc does as a whole whether it has. */
export function counted({ kind, state, done, total }: Pick<Schema['BlocYearWork'], 'kind' | 'state' | 'done' | 'total'>): string {
  return isSecret({ kind, state }) ? counts.secret : kind && ofBloc.has(kind) ? done === total ? counts.done : counts.open : kind === 'conclusion' || kind === 'finding' ? counts.tasks(done, total) : counts.units(done, total);
}
