import type { ComponentType } from 'preact';
import { isOffice, leads, may, places } from '../shell/session';
import type { Place } from '../shell/places';
import { words } from '../words/language';

/** What a view is given: the parts of its address. */
export interface ViewProps {
  readonly params: Readonly<Record<string, string>>;
}

export interface View {
  /** Below `/portal`; `:name` is one part, `:name*` the rest. Addresses of a place begin with `/area/:year/:period/:bloc/:unit`. */
  readonly path: string;
  readonly load: () => Promise<{ default: ComponentType<ViewProps> }>;
  /** Its word in the menu; without one it is reached from other views only. */
  readonly menu?: () => string;
  /** The word behind which it stands in the menu, with the others of that word; without one it stands there itself. */
  readonly group?: () => string;
  /** Who sees it in the menu, at the place of the header (null for who has no unit). All by default. */
  readonly shown?: (place: Place | null) => boolean;
  /** Seen by everybody, without a sign-in, too; asks by `openApi`. */
  readonly isOpen?: boolean;
}

const menu = words(
  {
    home: 'Năm của tôi', work: 'Việc cần làm', sheet: 'Phiếu tự chấm', pact: 'Giao ước', reports: 'Báo cáo', peers: 'Chấm chéo', standings: 'Xếp hạng',
    meetings: 'Hội nghị', papers: 'Văn bản', movements: 'Phong trào', awards: 'Khen thưởng', bloc: 'Khối tôi phụ trách', office: 'Cơ quan thường trực',
    emulation: 'Thi đua', talks: 'Họp, báo cáo',
  },
  {
    home: 'My year', work: 'To do', sheet: 'Own score sheet', pact: 'Pact', reports: 'Reports', peers: 'Cross-scoring', standings: 'Standings',
    meetings: 'Meetings', papers: 'Papers', movements: 'Movements', awards: 'Awards', bloc: 'My bloc', office: 'The office',
    emulation: 'Emulation', talks: 'Meetings, reports',
  });

/** Every view, in the order of the menu. One line a view; a view is loaded when it is opened. */
export const routes: readonly View[] = [
  { path: '/', load: () => import('./home/Home'), menu: () => places.value.length > 0 && !isOffice.value ? menu.home : menu.work },
  { path: '/sheet/:year/:period/:bloc/:unit', load: () => import('./sheet/Sheet'), menu: () => menu.sheet, shown: place => atPlace(place) },
  { path: '/sheet/:year/:period/:bloc/:unit/appraisal', load: () => import('./sheet/Appraised') },
  { path: '/sheet/:year/:period/:bloc/:unit/conditions', load: () => import('./conditions/Conditions') },
  { path: '/complaints/:year/:period/:bloc/:unit', load: () => import('./complaints/Complaints') },
  { path: '/peers/:year/:period/:bloc/:unit', load: () => import('./peers/Peers'), menu: () => menu.peers, shown: place => atPlace(place) },
  { path: '/peers/:year/:period/:bloc/:unit/:scored', load: () => import('./peers/PeerSheet') },
  { path: '/standings/:year/:period/:bloc/:unit', load: () => import('./standings/Standings'), menu: () => menu.standings, shown: place => atPlace(place) },
  { path: '/pact/:year/:period/:bloc/:unit', load: () => import('./pact/Pact'), menu: () => menu.pact, group: () => menu.emulation, shown: place => atPlace(place) },
  { path: '/reports/:year/:period/:bloc/:unit', load: () => import('./reports/Reports'), menu: () => menu.reports, group: () => menu.talks, shown: place => atPlace(place) },
  { path: '/reports/:year/:period/:bloc/:unit/:report', load: () => import('./reports/Report') },
  { path: '/movements/:year/:period/:bloc/:unit', load: () => import('./movements/Movements'), menu: () => menu.movements, group: () => menu.emulation, shown: place => atPlace(place) },
  { path: '/meetings/:year/:period/:bloc/:unit', load: () => import('./meetings/Meetings'), menu: () => menu.meetings, group: () => menu.talks, shown: place => atPlace(place) },
  { path: '/meetings/:year/:period/:bloc/:unit/:meeting', load: () => import('./meetings/Meeting') },
  { path: '/papers/:year/:period/:bloc/:unit', load: () => import('./papers/Papers'), menu: () => menu.papers, group: () => menu.talks, shown: place => atPlace(place) },
  { path: '/awards/:year/:period/:bloc/:unit', load: () => import('./awards/Awards'), menu: () => menu.awards, shown: place => atPlace(place) },
  { path: '/awards/:year/:period/:bloc/:unit/ballots/:ballot', load: () => import('./awards/Ballot') },
  { path: '/awards/:year/:period/:bloc/:unit/ballots/:ballot/count', load: () => import('./awards/CountPrint') },
  { path: '/awards/:year/:period/:bloc/:unit/dossiers/:award', load: () => import('./awards/Dossier') },
  { path: '/bloc/:year/:period/:bloc/:unit', load: () => import('./bloc/Bloc'), menu: () => menu.bloc, shown: place => ofLeaders(place) },
  { path: '/bloc/:year/:period/:bloc/:unit/sheet/:sheet', load: () => import('./bloc/Appraise') },
  { path: '/bloc/:year/:period/:bloc/:unit/plan', load: () => import('./bloc/Plan') },
  { path: '/bloc/:year/:period/:bloc/:unit/regulation', load: () => import('./bloc/Regulation') },
  { path: '/bloc/:year/:period/:bloc/:unit/figures', load: () => import('./bloc/Figures') },
  { path: '/bloc/:year/:period/:bloc/:unit/panel', load: () => import('./bloc/Panel') },
  { path: '/bloc/:year/:period/:bloc/:unit/complaints', load: () => import('./bloc/Complaints') },
  { path: '/bloc/:year/:period/:bloc/:unit/visits', load: () => import('./bloc/Visits') },
  { path: '/bloc/:year/:period/:bloc/:unit/standings', load: () => import('./bloc/Standings') },
  { path: '/bloc/:year/:period/:bloc/:unit/meetings', load: () => import('./bloc/Meetings') },
  { path: '/bloc/:year/:period/:bloc/:unit/meetings/:meeting', load: () => import('./bloc/Meeting') },
  { path: '/bloc/:year/:period/:bloc/:unit/reports', load: () => import('./bloc/Reports') },
  { path: '/bloc/:year/:period/:bloc/:unit/reports/:report', load: () => import('./bloc/Report') },
  { path: '/bloc/:year/:period/:bloc/:unit/nominations', load: () => import('./bloc/Nominations') },
  { path: '/bloc/:year/:period/:bloc/:unit/ballots', load: () => import('./bloc/Ballots') },
  { path: '/bloc/:year/:period/:bloc/:unit/ballots/:ballot', load: () => import('./bloc/Ballot') },
  { path: '/bloc/:year/:period/:bloc/:unit/dossiers', load: () => import('./bloc/Dossiers') },
  { path: '/bloc/:year/:period/:bloc/:unit/handover', load: () => import('./bloc/Handover') },
  { path: '/bloc/:year/:period/:bloc/:unit/files', load: () => import('./bloc/Files') },
  { path: '/bloc/:year/:period/:bloc/:unit/contacts', load: () => import('./bloc/Contacts') },
  { path: '/bloc/:year/:period/:bloc/:unit/letterhead', load: () => import('./bloc/Letterhead') },
  { path: '/letterhead/:unit', load: () => import('./papers/Letterhead') },
  { path: '/about', load: () => import('./home/About') },
  { path: '/rights', load: () => import('./home/Rights') },
  { path: '/office', load: () => import('./office/Office'), menu: () => menu.office, shown: () => isOffice.value },
  { path: '/office/roster', load: () => import('./office/Roster') },
  { path: '/office/roster/import', load: () => import('./office/RosterImport') },
  { path: '/office/unit', load: () => import('./office/UnitForm') },
  { path: '/office/unit/:unit', load: () => import('./office/UnitForm') },
  { path: '/office/bloc', load: () => import('./office/BlocForm') },
  { path: '/office/bloc/:bloc', load: () => import('./office/BlocForm') },
  { path: '/office/years', load: () => import('./office/Years') },
  { path: '/office/calendar', load: () => import('./office/CalendarTemplate') },
  { path: '/office/year/:year', load: () => import('./office/Year') },
  { path: '/office/officers', load: () => import('./office/Officers') },
  { path: '/office/schemes', load: () => import('./office/Schemes') },
  { path: '/office/scheme/:scheme', load: () => import('./office/SchemeEditor') },
  { path: '/office/scheme/:scheme/preview', load: () => import('./office/SchemePreview') },
  { path: '/office/scheme/:scheme/comparison', load: () => import('./office/CompareSchemes') },
  { path: '/office/operations', load: () => import('./office/Operations') },
  { path: '/office/mail', load: () => import('./office/Mail') },
  { path: '/office/extensions', load: () => import('./office/Extensions') },
  { path: '/office/successions', load: () => import('./office/Successions') },
  { path: '/office/succession', load: () => import('./office/SuccessionForm') },
  { path: '/office/succession/:succession', load: () => import('./office/Succession') },
  { path: '/office/texts', load: () => import('./office/LegalTexts') },
  { path: '/office/reminders', load: () => import('./office/Reminders') },
  { path: '/office/setup', load: () => import('./office/SetUp') },
  { path: '/office/publication', load: () => import('./office/Publication') },
  { path: '/office/publication/:year/:period/:bloc', load: () => import('./office/PublishBloc') },
  { path: '/office/award-rules', load: () => import('./office/awards/AwardRules') },
  { path: '/office/award-rules/:rules', load: () => import('./office/awards/AwardRules') },
  { path: '/office/award-rules/:rules/change', load: () => import('./office/awards/RulesForm') },
  { path: '/office/award-rules/:rules/copy', load: () => import('./office/awards/RulesForm') },
  { path: '/office/outside-lists/:year', load: () => import('./office/awards/OutsideLists') },
  { path: '/office/suspensions/:year', load: () => import('./office/awards/Suspensions') },
  { path: '/office/holidays/:year', load: () => import('./office/awards/Holidays') },
  { path: '/office/dossier-template', load: () => import('./office/awards/DossierTemplate') },
  { path: '/office/council/:year', load: () => import('./office/awards/Council') },
  { path: '/office/council/:year/:session', load: () => import('./office/awards/Session') },
  { path: '/office/council/:year/:session/edit', load: () => import('./office/awards/SessionForm') },
  { path: '/office/council/:year/:session/print/:paper', load: () => import('./office/awards/SessionPrint') },
  { path: '/office/decisions/:year', load: () => import('./office/awards/Decisions') },
  { path: '/office/decisions/:year/:decision', load: () => import('./office/awards/Decision') },
  { path: '/office/decisions/:year/:decision/edit', load: () => import('./office/awards/DecisionForm') },
  { path: '/office/salaries', load: () => import('./office/awards/Salaries') },
  { path: '/office/titles', load: () => import('./office/awards/Titles') },
  { path: '/office/titles/:unit', load: () => import('./office/awards/Titles') },
  { path: '/office/disclosures/:year', load: () => import('./office/awards/Disclosures') },
  { path: '/office/disclosures/:year/:disclosure', load: () => import('./office/awards/Disclosure') },
  { path: '/office/disclosures/:year/:disclosure/edit', load: () => import('./office/awards/DisclosureForm') },
  { path: '/office/archive/:year', load: () => import('./office/awards/Archive') },
  { path: '/public', load: () => import('./public/Disclosures'), isOpen: true },
  { path: '/public/:year', load: () => import('./public/Disclosures'), isOpen: true },
  { path: '/public/:year/:disclosure', load: () => import('./public/Disclosed'), isOpen: true },
];

/** For `shown`. */
export const atPlace = (place: Place | null): boolean => place !== null;
export const ofLeaders = (place: Place | null): boolean => leads(place);
export const ofOffice = (): boolean => isOffice.value;
export const whoMay = (name: string) => (place: Place | null): boolean => may(name, place);
