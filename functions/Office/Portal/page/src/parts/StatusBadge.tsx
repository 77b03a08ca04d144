import type { ComponentChildren } from 'preact';
import type { Schema } from '../api/client';
import { sheetStateNames } from '../words/names';

export type BadgeKind = 'good' | 'warn' | 'bad' | 'plain' | 'info';

const signs: Readonly<Record<BadgeKind, string>> = { good: '✓', warn: '⚠', bad: '✕', plain: '○', info: 'ℹ' };

/** A state as sign and word; the colour only adds to it. */
export function StatusBadge({ kind, children, sign = signs[kind] }: { kind: BadgeKind; sign?: string; children: ComponentChildren }) {
  return <span class={`badge ${kind}`}><span aria-hidden="true">{sign} </span>{children}</span>;
}

const sheetKinds: Readonly<Record<Schema['SheetState'], BadgeKind>> = {
  notStarted: 'plain', draft: 'info', submitted: 'good', returned: 'bad', revisionRequested: 'warn', locked: 'good', closed: 'plain',
};

/** Where a score sheet stands, the same wherever it is shown. */
export const SheetState = ({ state }: { state: Schema['SheetState'] }) => <StatusBadge kind={sheetKinds[state]}>{sheetStateNames[state]}</StatusBadge>;
