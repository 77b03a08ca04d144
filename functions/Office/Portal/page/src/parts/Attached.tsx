import { allPages } from '../api/absent';
import { api, ask, type Schema } from '../api/client';
import { sendFile } from '../api/files';
import { useAnswer } from './useAnswer';
import { size } from '../words/format';
import { words } from '../words/language';
import { Download } from './Download';
import { Removal } from './Removal';
import { Show } from './Show';
import { Upload } from './Upload';

const w = words({ none: 'Chưa có tệp nào.' }, { none: 'There are no files.' });

/** What files belong to: which plan, meeting, part and so on, as the API says it. */
export interface AttachedTo {
  readonly subject: Schema['AttachmentSubject'];
  /** Which of them; of what the year has one of, none. */
  readonly item?: string;
  /** The unit whose own it is; of what is the bloc's, none. */
  readonly unit?: string;
}

export interface YearPath {
  readonly year: number;
  readonly bloc: string;
}

export const filesAddress = ({ year, bloc }: YearPath): string => `/api/cycles/${year}/blocs/${encodeURIComponent(bloc)}/attachments`;

/** Sends one file there. */
export const sendAttachment = (path: YearPath, to: AttachedTo, file: File, onProgress: (share: number) => void, caption = '') => {
  const query = new URLSearchParams({ ...to, name: file.name, ...caption.trim() ? { caption: caption.trim() } : null });
  return sendFile<Schema['AttachmentView']>(`${filesAddress(path)}?${query}`, file, { onProgress });
};

/** The files that belong there, first come first. */
export const readAttachments = async (path: YearPath, to: AttachedTo, signal: AbortSignal): Promise<readonly Schema['AttachmentView'][]> =>
  (await allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/attachments', {
    params: { path, query: { ...to, ...continuation ? { continuation } : null } }, signal,
  }))).data)).flatMap(page => page.attachments);

export const removeAttachment = (path: YearPath, attachment: string) => ask(api.DELETE('/api/cycles/{year}/blocs/{bloc}/attachments/{attachment}', { params: { path: { ...path, attachment } } }));

export interface AttachedProps {
  readonly place: YearPath;
  readonly to: AttachedTo;
  /** What the files are, over them and for who listens: "Tệp kèm câu trả lời". */
  readonly title: string;
  readonly hint?: string;
  readonly maySend: boolean;
}

/** The files of one thing: what was sent, with size and name, to save or take away; and the place to send more. */
export function Attached({ place, to, title, hint, maySend }: AttachedProps) {
  const path = { year: place.year, bloc: place.bloc };
  const files = useAnswer(signal => readAttachments(path, to, signal), [path, to]);
  return (
    <section class="attached no-print" aria-label={title}>
      <p class="label">{title}</p>
      {hint && <p class="hint">{hint}</p>}
      <Show of={files}>{sent => sent.length === 0 ? !maySend && <p class="soft">{w.none}</p> : (
        <ul>
          {sent.map(file => (
            <li key={file.id}>
              <Download class="quiet" address={`${filesAddress(path)}/${file.id}`} name={file.name}>{file.name}</Download> <span class="small">({size(file.bytes)})</span> {file.caption}{' '}
              {maySend && <Removal name={file.name} remove={async () => { await removeAttachment(path, file.id); files.reload(); }} />}
            </li>
          ))}
        </ul>
      )}</Show>
      {maySend && <Upload label={title} send={(file, onProgress) => sendAttachment(path, to, file, onProgress)} onSent={files.reload} isSentShownElsewhere />}
    </section>
  );
}
