import type { ComponentChildren } from 'preact';
import { Page } from '../../parts/Page';
import type { PlaceId } from '../../shell/places';
import { periodName } from '../../shell/session';
import { words } from '../../words/language';
import { useBlocName } from './blocName';
import { blocAddress, mayIn } from './place';

const w = words({
  nav: 'Các trang của khối',
  overview: 'Tình hình khối',
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
  year: (year: number) => `năm ${year}`,
}, {
  nav: 'Pages of the bloc',
  overview: 'The bloc now',
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
  year: year => `year ${year}`,
});

/** The views of a bloc, each with the call without which it has nothing to show. */
const views = { plan: 'PutPlan', regulation: 'PutRegulation', figures: 'SetTargets', panel: 'GetCrossScoring', complaints: 'ListBlocComplaints', visits: 'ListInspections', meetings: 'ListMeetings', reports: 'ListReports', standings: 'SimulateStandings', handover: 'GetHandover', files: 'ListAttachments', contacts: 'ListContacts', letterhead: 'PutBlocLetterhead' } as const;

export type BlocView = 'overview' | keyof typeof views;

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
  const shown = Object.entries(views).filter(([, call]) => mayIn(call, place)).map(([id]) => id as BlocView);
  return (
    <Page title={title} lead={<>{[name, w.year(place.year), periodName({ ...place })].filter(Boolean).join(' · ')}{lead && <>. {lead}</>}</>} actions={actions}>
      <nav class="bloc-nav no-print" aria-label={w.nav}>
        <ul>
          {(['overview', ...shown] as const).map(id => (
            <li><a href={id === 'overview' ? blocAddress(place) : blocAddress(place, id)} aria-current={id === view ? 'page' : undefined}>{w[id]}</a></li>
          ))}
        </ul>
      </nav>
      {children}
    </Page>
  );
}
