export type NumberRead = { kind: 'empty' } | { kind: 'number'; value: number } | { kind: 'wrong'; why: 'not-a-number' | 'two-numbers' | 'not-whole' | 'too-fine' | 'below-zero' | 'too-big' };

const most = 1_000_000_000_000;

/**
 * Reads a number that somebody counted or measured, with as many decimals: `1234`, `1.234.567`, `85,5`, `85.5`. What could be two numbers (`1.234`, where decimals are taken) is refused.
 */
export function readNumber(text: string, decimals: 0 | 4): NumberRead {
  const typed = text.trim().replace(/[\s\u00a0]/gu, '').replace('−', '-');
  if (typed === '') {
    return { kind: 'empty' };
  }

  const isGrouped = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(typed);
  if (isGrouped && decimals > 0 && /^-?\d{1,3}\.\d{3}$/u.test(typed)) {
    return { kind: 'wrong', why: 'two-numbers' };
  }

  const parts = /^(-?)(\d+)(?:[.,](\d*))?$/u.exec(isGrouped ? typed.replace(/\./gu, '') : typed);
  if (!parts) {
    return { kind: 'wrong', why: 'not-a-number' };
  }

  const [, sign, whole = '', fraction = ''] = parts;
  const rest = fraction.replace(/0+$/u, '');
  const value = Number(`${whole}.${rest || '0'}`);
  return rest.length > decimals ? { kind: 'wrong', why: decimals === 0 ? 'not-whole' : 'too-fine' }
    : sign && value > 0 ? { kind: 'wrong', why: 'below-zero' }
    : value > most ? { kind: 'wrong', why: 'too-big' }
    : { kind: 'number', value };
}

/** As people write it: without groups of thousands, with a comma. */
export const writeNumber = (value: number | null | undefined): string => value === null || value === undefined ? '' : value.toString().replace('.', ',');
