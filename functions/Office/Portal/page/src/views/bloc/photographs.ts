import type { Schema } from '../../api/client';

/** A picture that may be shown with a meeting: chosen or not, and what stands under it. */
export interface Choice {
  /** Its file; null of one that is known by its caption alone. */
  readonly attachment: string | null;
  readonly caption: string;
  readonly isChosen: boolean;
}

type File = Pick<Schema['AttachmentView'], 'id' | 'type' | 'caption'>;

/** Those that were chosen, in their order; then the pictures among the meeting's files that were not. */
export function choicesOf(chosen: readonly Schema['MeetingPhotograph'][], files: readonly File[]): readonly Choice[] {
  const isPicture = (file: File) => file.type === 'jpeg' || file.type === 'png';
  return [
    ...chosen.map(one => ({ attachment: one.attachment ?? null, caption: one.caption, isChosen: true })),
    ...files.filter(file => isPicture(file) && !chosen.some(one => one.attachment === file.id)).map(file => ({ attachment: file.id, caption: file.caption ?? '', isChosen: false })),
  ];
}

/** What is typed stays while files come and go. */
export function carriedOver(typed: readonly Choice[], now: readonly Choice[]): readonly Choice[] {
  const same = (one: Choice) => (other: Choice) => one.attachment === other.attachment && (one.attachment !== null || one.caption === other.caption);
  return [...typed.filter(one => one.attachment === null || now.some(same(one))), ...now.filter(one => one.attachment !== null && !typed.some(same(one)))];
}

export const photographsOf = (choices: readonly Choice[]): Schema['MeetingPhotograph'][] =>
  choices.filter(one => one.isChosen).map(({ attachment, caption }) => ({ caption: caption.trim(), attachment }));

/** Each has to say what it shows. */
export const lacksCaption = (choices: readonly Choice[]): boolean => choices.some(one => one.isChosen && !one.caption.trim());
