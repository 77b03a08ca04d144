/** Without marks and capitals: `Sở Tài chính` → `so tai chinh`. Đ is a letter of its own and is taken apart by no normal form. */
export const fold = (text: string): string => lower(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

const lower = (text: string): string => text.normalize('NFC').toLocaleLowerCase('vi');

/** Does every word of what was asked for stand in the text? A word typed with marks wants them, one without does not. */
export function finds(asked: string, text: string): boolean {
  const [exact, folded] = [lower(text), fold(text)];
  return lower(asked).split(/\s+/u).filter(word => word).every(word => word === fold(word) ? folded.includes(word) : exact.includes(word));
}

/** An id for a name, of the form that the program takes: `Sở Tài chính` → `so-tai-chinh`. */
export const idOf = (name: string): string => fold(name).replace(/[^a-z0-9]+/gu, '-').slice(0, 64).replace(/^-+|-+$/gu, '');
