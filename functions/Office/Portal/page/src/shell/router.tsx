import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { base } from '../auth/settings';
import { Loading, ProblemView } from '../parts/States';
import { routes, type View, type ViewProps } from '../views/routes';
import NotFound from '../views/home/NotFound';
import { isHeld, mayLeave } from './leaving';
import { match, type Params } from './match';
import { path } from './session';

/** What stands behind `?` in the address shown. */
export const query = signal(new URLSearchParams(location.search));

/** How many steps of the browser's history this page has made: an entry knows its own number, so that one that was not to be shown can be gone back from. */
let step = 0;

/** Goes to an address of the page. A plain `<a href>` does the same, after asking where something would be lost. */
export function go(address: string, replace = false): void {
  step += replace ? 0 : 1;
  history[replace ? 'replaceState' : 'pushState']({ step }, '', address);
  read();
  if (!replace) {
    scrollTo(0, 0);
  }
}

function read(): void {
  query.value = new URLSearchParams(location.search);
  path.value = location.pathname;
}

/** Back or forward in the history. The browser has gone already: who wants to stay is brought back. */
function travel(event: PopStateEvent): void {
  const to = (event.state as { step?: number } | null)?.step;
  if (to === undefined) {
    // A jump within the page, which the browser made itself.
    history.replaceState({ step: ++step }, '');
    read();
  } else if (to !== step) {
    if (isShown() || mayLeave()) {
      step = to;
      read();
    } else {
      history.go(step - to);
    }
  }
}

/** Whether the address names the view that stands there, whatever place in it. */
const isShown = (): boolean => location.pathname === path.value && new URLSearchParams(location.search).toString() === query.value.toString();

/** Links within the page do not load it anew; everything else is the browser's business. */
export function startRouter(): void {
  read();
  step = (history.state as { step?: number } | null)?.step ?? 0;
  history.replaceState({ step }, '');
  addEventListener('popstate', travel);
  addEventListener('beforeunload', event => isHeld() && event.preventDefault());
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.defaultPrevented;
    if (!link || !isPlain || link.target || link.hasAttribute('download') || link.origin !== location.origin || !link.pathname.startsWith(`${base}/`)) {
      return;
    }

    if (link.pathname === location.pathname && link.search === location.search && link.hash) {
      return;
    }

    event.preventDefault();
    if (mayLeave()) {
      go(link.pathname + link.search + link.hash);
    }
  });
}

/** The view of an address, with the parts of it. */
function find(address: string): { view: View; params: Params } | null {
  const relative = address.slice(base.length) || '/';
  for (const view of routes) {
    const params = match(view.path, relative);
    if (params) {
      return { view, params };
    }
  }

  return null;
}

/** May everybody see what the address shows, without a sign-in? */
export const isOpenTo = (address: string): boolean => find(address)?.view.isOpen === true;

/** The view of the address. */
export function Shown() {
  const found = find(path.value);
  return found ? <Loaded key={`${found.view.path} ${JSON.stringify(found.params)}`} {...found} /> : <NotFound />;
}

const loaded = new Map<View, ComponentType<ViewProps>>();

/** A view is loaded when it is opened first. Where that fails (no line, or the program was renewed meanwhile), it says so. */
function Loaded({ view, params }: { view: View; params: Params }) {
  const [Found, show] = useState<ComponentType<ViewProps> | undefined>(() => loaded.get(view));
  const [failed, fail] = useState(false);
  const load = () => {
    fail(false);
    view.load().then(module => {
      loaded.set(view, module.default);
      show(() => module.default);
    }, () => fail(true));
  };
  useEffect(() => {
    if (!Found) {
      load();
    }
  }, []);

  // A module that once failed is not asked for again by the browser: only the page anew helps.
  return Found ? <Found params={params} /> : failed ? <ProblemView retry={() => location.reload()} /> : <Loading />;
}
