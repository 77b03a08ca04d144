import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

export interface Tab {
  readonly id: string;
  readonly name: ComponentChildren;
  readonly body: () => ComponentChildren;
}

/** Parts of one view, one shown at a time. Arrow keys go from tab to tab. */
export function Tabs({ label, tabs, first }: { label: string; tabs: readonly Tab[]; first?: string | undefined }) {
  const own = useId();
  const [shown, show] = useState(first ?? tabs[0]?.id);
  const at = Math.max(tabs.findIndex(tab => tab.id === shown), 0);
  const move = (event: KeyboardEvent) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (next) {
      event.preventDefault();
      show(next.id);
      document.getElementById(`${own}-${next.id}`)?.focus();
    }
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map((tab, index) => (
          <button
            type="button" role="tab" id={`${own}-${tab.id}`} aria-selected={index === at} aria-controls={`${own}-body`} tabIndex={index === at ? 0 : -1}
            onClick={() => show(tab.id)}>{tab.name}</button>
        ))}
      </div>
      <div class="tab-body" role="tabpanel" id={`${own}-body`} aria-labelledby={`${own}-${tabs[at]?.id}`} tabIndex={0} key={tabs[at]?.id}>{tabs[at]?.body()}</div>
    </>
  );
}
