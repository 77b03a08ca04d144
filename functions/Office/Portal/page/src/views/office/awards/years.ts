import { today } from '../../../shell/session';

/** The year of the program's day. */
export const yearNow = (): number => Number(today.value.slice(0, 4));

/** The years that are offered, the latest first: the next one, and those since the register of titles usually begins. */
export const yearsOffered = (chosen: number): readonly number[] => {
  const latest = Math.max(yearNow() + 1, chosen);
  return Array.from({ length: Math.max(latest - 2015, latest - chosen) + 1 }, (_, back) => latest - back);
};
