import type { ComponentChildren } from 'preact';
import { MenuGroup } from '../../parts/MenuGroup';
import { Page } from '../../parts/Page';
import { addressOf, type PlaceId } from '../../shell/places';
import { periodName } from '../../shell/session';
import { words } from '../../words/language';
import { useBlocName } from './blocName';
import { blocAddress, mayIn, mineIn } from './place';

const w = words({
  nav: 'Các trang của khối',
  overview: 'Tình hình khối',
  start: 'Kế hoạch, giao ước',
  scores: 'Chấm điểm, xếp hạng',
  talks: 'Họp, báo cáo',
  awards: 'Khen thưởng',
  nominations: 'Đề nghị',
  ballots: 'Bỏ phiếu',
  dossiers: 'Hồ sơ khen thưởng',
  records: 'Tài liệu, liên hệ',
  plan: 'Kế hoạch',
  regulation: 'Quy chế',
  figures: 'Chỉ tiêu, kết quả',
  panel: 'Phân công chấm chéo',
  complaints: 'Kiến nghị',
  visits: 'Kiểm tra chéo',
  standings: 'Xếp hạng',
  reports: 'Báo cáo',
  meetings: 'Hội nghị',
  handover: 'Bàn giao',
  files: 'Tệp của năm',
  contacts: 'Đầu mối liên hệ',
  letterhead: 'Thể thức văn bản',
  pact: 'Giao ước',
  movements: 'Phong trào, hoạt động',
  papers: 'Văn bản',
  year: (year: number) => `năm ${year}`,
}, {
  nav: 'Pages of the bloc',
  overview: 'The bloc now',
  start: 'Plan, pact',
  scores: 'Scores, standings',
  talks: 'Meetings, reports',
  awards: 'Awards',
  nominations: 'Nominations',
  ballots: 'Ballots',
  dossiers: 'Award dossiers',
  records: 'Papers, contacts',
  plan: 'Plan',
  regulation: 'Regulation',
  figures: 'Targets, results',
  panel: 'Who scores whom',
  complaints: 'Complaints',
  visits: 'Visits',
  standings: 'Standings',
  reports: 'Reports',
  meetings: 'Meetings',
  handover: 'Handover',
  files: 'Files of the year',
  contacts: 'Contacts',
  letterhead: 'Letterhead',
  pact: 'Pact',
  movements: 'Movements, activities',
  papers: 'Papers',
  year: year => `year ${year}`,
});

/** The views of a bloc, each with the call without which it has nothing to show. */
const views = { plan: 'PutPlan', regulation: 'PutRegulation', figures: 'SetTargets', panel: 'GetCrossScoring', complaints: 'ListBlocComplaints', visits: 'ListInspections', meetings: 'ListMeetings', reports: 'ListReports', standings: 'SimulateStandings', handover: 'GetHandover', nominations: 'ListNominations', ballots: 'ListBallots', dossiers: 'ListDossiers', files: 'ListAttachments', contacts: 'ListContacts', letterhead: 'PutBlocLetterhead' } as const;

export type BlocView = 'overview' | keyof typeof views;

/** What a unit has of its own in the menu, and who has no unit in the bloc reaches from here. */
type Elsewhere = 'pact' | 'movements' | 'papers';

const groups: readonly { readonly name: 'start' | 'scores' | 'talks' | 'awards' | 'records'; readonly views: readonly (keyof typeof views | Elsewhere)[] }[] = [
  { name: 'start', views: ['plan', 'regulation', 'pact', 'movements', 'figures'] },
  { name: 'scores', views: ['panel', 'complaints', 'visits', 'standings'] },
  { name: 'talks', views: ['meetings', 'reports', 'handover'] },
  { name: 'awards', views: ['nominations', 'ballots', 'dossiers'] },
  { name: 'records', views: ['papers', 'files', 'contacts', 'letterhead'] },
];

export interface FrameProps {
  readonly place: PlaceId;
  readonly view: BlocView | 'sheet';
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What stands around every view of a bloc: which bloc, which year, and the way to the other views. */
export function Frame({ place, view, title, lead, actions, children }: FrameProps) {
  const name = useBlocName(place);
  const itemsOf = (ids: typeof groups[number]['views']) => ids
    .filter(id => id in views ? mayIn(views[id as keyof typeof views], place) : !mineIn(place))
    .map(id => ({ href: id in views ? blocAddress(place, id) : addressOf(id, place), name: w[id], isCurrent: id === view }));
  return (
    <Page title={title} lead={<>{[name, w.year(place.year), periodName({ ...place })].filter(Boolean).join(' · ')}{lead && <>. {lead}</>}</>} actions={actions}>
      <nav class="bloc-nav no-print" aria-label={w.nav}>
        <ul>
          <li><a href={blocAddress(place)} aria-current={view === 'overview' ? 'page' : undefined}>{w.overview}</a></li>
          {groups.map(group => ({ name: w[group.name], items: itemsOf(group.views) })).filter(group => group.items.length > 0).map(group => <li><MenuGroup {...group} /></li>)}
        </ul>
      </nav>
      {children}
    </Page>
  );
}
