import { words } from '../words/language';

const w = words({ leave: 'Những thay đổi chưa lưu sẽ mất. Rời trang này?' }, { leave: 'Changes that are not saved will be lost. Leave this page?' });

/** The forms that have something which is not saved. */
const holds = new Set<symbol>();

/** Holds the page until what it gives is called. */
export function hold(): () => void {
  const one = Symbol('form');
  holds.add(one);
  return () => void holds.delete(one);
}

export const isHeld = (): boolean => holds.size > 0;

/** Asks, once, where something would be lost. */
export const mayLeave = (): boolean => !isHeld() || confirm(w.leave);
