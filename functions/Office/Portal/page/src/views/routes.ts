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
  /** Who sees it in the menu, at the place of the header (null for who has no unit). All by default. */
  readonly shown?: (place: Place | null) => boolean;
}

const menu = words({ home: 'Năm của tôi', work: 'Việc cần làm', office: 'Cơ quan thường trực' }, { home: 'My year', work: 'To do', office: 'The office' });

/** Every view, in the order of the menu. One line a view; a view is loaded when it is opened. */
export const routes: readonly View[] = [
  { path: '/', load: () => import('./home/Home'), menu: () => places.value.length > 0 && !isOffice.value ? menu.home : menu.work },
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
  { path: '/office/year/:year', load: () => import('./office/Year') },
  { path: '/office/officers', load: () => import('./office/Officers') },
  { path: '/office/schemes', load: () => import('./office/Schemes') },
  { path: '/office/scheme/:scheme', load: () => import('./office/SchemeEditor') },
  { path: '/office/scheme/:scheme/comparison', load: () => import('./office/CompareSchemes') },
  { path: '/office/operations', load: () => import('./office/Operations') },
  { path: '/office/mail', load: () => import('./office/Mail') },
  { path: '/office/extensions', load: () => import('./office/Extensions') },
  { path: '/office/setup', load: () => import('./office/SetUp') },
  { path: '/office/publication', load: () => import('./office/Publication') },
  { path: '/office/publication/:year/:period/:bloc', load: () => import('./office/PublishBloc') },
];

/** For `shown`. */
export const atPlace = (place: Place | null): boolean => place !== null;
export const ofLeaders = (place: Place | null): boolean => leads(place);
export const ofOffice = (): boolean => isOffice.value;
export const whoMay = (name: string) => (place: Place | null): boolean => may(name, place);
