import type { ComponentChildren } from 'preact';
import { Notice } from '../../parts/States';
import { awardWords as w } from '../../words/awards';

/** That a unit, or which units, are suspended from awards, and what does not happen meanwhile; why is told to the unit alone, and to those who oversee. */
export const Suspended = ({ who, children }: { who: string; children?: ComponentChildren }) => <Notice><strong>{who}</strong><p>{w.meanwhile}</p>{children}</Notice>;
