import { useState } from 'preact/hooks';
import { account } from '../auth/auth';
import { base } from '../auth/settings';
import { MenuGroup } from '../parts/MenuGroup';
import { routes } from '../views/routes';
import { common } from '../words/common';
import { words } from '../words/language';
import { LanguageButton } from './LanguageButton';
import { LocalClock } from './LocalClock';
import { PlaceChooser } from './PlaceChooser';
import { SignOutButton } from './SignOutButton';
import { addressOf } from './places';
import { here, path } from './session';

const w = words({ menu: 'Danh mục', main: 'Các trang' }, { menu: 'Menu', main: 'Pages' });

export function Header() {
  const [isOpen, open] = useState(false);
  return (
    <header class="head">
      <LocalClock />
      <div class="head-top">
        <a class="brand" href={`${base}/`}>{common.product}</a>
        <PlaceChooser />
        <button type="button" class="menu-button" aria-expanded={isOpen} aria-controls="menu" onClick={() => open(!isOpen)}>☰ {w.menu}</button>
      </div>
      <div id="menu" class={isOpen ? 'menu is-open' : 'menu'}>
        <nav aria-label={w.main} onClick={event => (event.target as Element).closest('a') && open(false)}>
          <Menu />
        </nav>
        <div class="head-tools">
          <LanguageButton />
          {account.value && <span class="who" title={account.value.name}>{account.value.name}</span>}
          <SignOutButton />
        </div>
      </div>
    </header>
  );
}

/** The views of the place in the header; a view of another place is not offered. */
function Menu() {
  const place = here.value;
  const all = routes.filter(view => view.menu && (view.shown?.(place) ?? true)).map(view => {
    const area = /^\/([\w-]+)\/:year\/:period\/:bloc\/:unit/u.exec(view.path)?.[1];
    const href = area ? place && addressOf(area, place) : base + view.path.replace(/\/:.*$/u, '');
    return href ? { href, name: view.menu!(), group: view.group?.(), isCurrent: isShown(href) } : null;
  }).filter(item => item !== null);
  return (
    <ul>
      {all.map((item, at) => item.group === undefined
        ? <li><a href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>{item.name}</a></li>
        : all.findIndex(other => other.group === item.group) === at && <li><MenuGroup name={item.group} items={all.filter(other => other.group === item.group)} /></li>)}
    </ul>
  );
}

const isShown = (href: string): boolean => href === `${base}/` ? path.value === href : path.value === href || path.value.startsWith(`${href}/`);
