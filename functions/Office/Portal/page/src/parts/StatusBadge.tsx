import type { ComponentChildren } from 'preact';

export type BadgeKind = 'good' | 'warn' | 'bad' | 'plain' | 'info';

const signs: Readonly<Record<BadgeKind, string>> = { good: '✓', warn: '⚠', bad: '✕', plain: '○', info: 'ℹ' };

/** A state as sign and word; the colour only adds to it. */
export function StatusBadge({ kind, children, sign = signs[kind] }: { kind: BadgeKind; sign?: string; children: ComponentChildren }) {
  return <span class={`badge ${kind}`}><span aria-hidden="true">{sign} </span>{children}</span>;
}
