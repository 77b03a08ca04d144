/**
 * Points are JSON numbers with two decimals at most in the API. In the page they are whole hundredths, so that sums are exact.
 * People write them with a comma; a point is taken, too.
 */
export type Hundredths = number;

export const most: Hundredths = 1_000_000_00;

export const toHundredths = (points: number): Hundredths => Math.round(points * 100);

export const toPoints = (hundredths: Hundredths): number => hundredths / 100;

export type PointsRead = { kind: 'empty' } | { kind: 'points'; hundredths: Hundredths } | { kind: 'wrong'; why: 'not-a-number' | 'too-fine' | 'too-big' };

/** Reads what somebody typed: `38,25`, `38.25`, ` 38 `, `-1`. A third decimal is refused, not rounded. */
export function readPoints(text: string): PointsRead {
  const typed = text.trim().replace(/\s/gu, '').replace('−', '-');
  if (typed === '') {
    return { kind: 'empty' };
  }

  const parts = /^(-?)(\d*)(?:[.,](\d*))?$/u.exec(typed);
  const [, sign = '', whole = '', fraction = ''] = parts ?? [];
  if (!parts || whole + fraction === '') {
    return { kind: 'wrong', why: 'not-a-number' };
  }

  if (/[1-9]/u.test(fraction.slice(2))) {
    return { kind: 'wrong', why: 'too-fine' };
  }

  const hundredths = Number(whole || '0') * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  return hundredths > most ? { kind: 'wrong', why: 'too-big' } : { kind: 'points', hundredths: sign && hundredths ? -hundredths : hundredths };
}

/** Hundredths as people write them: `38,25`, `38,5`, `38`. Nothing for nothing. */
export function writePoints(hundredths: Hundredths | null | undefined): string {
  if (hundredths === null || hundredths === undefined) {
    return '';
  }

  const whole = Math.trunc(Math.abs(hundredths) / 100);
  const fraction = (Math.abs(hundredths) % 100).toString().padStart(2, '0').replace(/0+$/u, '');
  return `${hundredths < 0 ? '-' : ''}${whole}${fraction ? `,${fraction}` : ''}`;
}

/** Points of the API as people write them. */
export const points = (value: number | null | undefined): string => writePoints(value === null || value === undefined ? null : toHundredths(value));
