import { useRef } from 'preact/hooks';

export interface MenuItem {
  readonly href: string;
  readonly name: string;
  readonly isCurrent: boolean;
}

/** Links of a menu that belong together, behind one word; the one that is shown stands beside it. Closed by Escape, by a choice, and by going elsewhere. */
export function MenuGroup({ name, items }: { name: string; items: readonly MenuItem[] }) {
  const group = useRef<HTMLDetailsElement>(null);
  const current = items.find(item => item.isCurrent);
  const close = () => {
    group.current!.open = false;
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && group.current!.open) {
      close();
      group.current!.querySelector('summary')!.focus();
    }
  };
  const leave = (event: FocusEvent) => {
    if (event.relatedTarget instanceof Node && !group.current!.contains(event.relatedTarget)) {
      close();
    }
  };
  return (
    <details class={`menu-group ${current ? 'is-current' : ''}`} ref={group} onKeyDown={escape} onFocusOut={leave}>
      <summary>{name}{current && <span class="menu-current">: {current.name}</span>} <span aria-hidden="true">▾</span></summary>
      <ul onClick={close}>{items.map(item => <li><a href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>{item.name}</a></li>)}</ul>
    </details>
  );
}
