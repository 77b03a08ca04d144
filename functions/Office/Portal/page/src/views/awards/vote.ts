import type { Schema } from '../../api/client';

/** What somebody has marked on the paper. It lives in the memory of the open view alone: no draft, no address, no storage ever has it. */
export interface Marked {
  readonly choices: readonly string[];
  readonly isBlank: boolean;
}

export const unmarked: Marked = { choices: [], isBlank: false };

/** A choice marked, or its mark taken off; a blank paper has none. */
export const mark = ({ choices }: Marked, unit: string, isMarked: boolean): Marked =>
  ({ choices: isMarked ? [...choices.filter(one => one !== unit), unit] : choices.filter(one => one !== unit), isBlank: false });

export const markBlank = (isBlank: boolean): Marked => ({ choices: [], isBlank });

const bytesOf = (body: Schema['CastBody']): number => new TextEncoder().encode(JSON.stringify(body)).length;

/**
 * What is sent for a vote. Of a secret one it has exactly so many bytes as UTF-8, whatever it says: padding fills it up.
 * @param bytes How many; null where any number does.
 */
export function castBody({ choices, isBlank }: Marked, bytes: number | null): Schema['CastBody'] {
  if (bytes === null) {
    return { choices: [...choices], isBlank };
  }

  const body = { choices: [...choices], isBlank, padding: '' };
  const missing = bytes - bytesOf(body);
  if (missing < 0) {
    throw new RangeError(`A vote of ${bytes - missing} bytes is longer than ${bytes}.`);
  }

  return { ...body, padding: '.'.repeat(missing) };
}
