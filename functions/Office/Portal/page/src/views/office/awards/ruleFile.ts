import type { Schema } from '../../../api/client';

/** The rules that a file holds; null where it holds none. What else they must be, the program says when they are saved. */
export function contentOf(text: string): Schema['AwardRulesBody'] | null {
  try {
    const read = JSON.parse(text.replace(/^\uFEFF/u, '')) as Partial<Schema['AwardRulesBody']> | null;
    return typeof read?.from === 'string' && Array.isArray(read.awards) ? read as Schema['AwardRulesBody'] : null;
  } catch {
    return null;
  }
}
