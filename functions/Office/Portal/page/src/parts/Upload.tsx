import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Problem } from '../api/problem';
import { knownSettings } from '../auth/settings';
import { common } from '../words/common';
import { size } from '../words/format';
import { words } from '../words/language';
import { sayProblem } from './States';

const w = words({
  drop: 'Kéo tệp vào đây, hoặc',
  choose: 'chọn tệp',
  kinds: (types: readonly string[], most: string) => `${types.join(', ')}; mỗi tệp nhiều nhất ${most}.`,
  empty: 'Tệp rỗng (0 byte): xin chọn tệp khác.',
  big: (most: string) => `Tệp lớn hơn ${most}: xin chọn tệp nhỏ hơn.`,
  sending: (share: number) => `đang gửi ${share} %`,
  checking: 'đang kiểm tra…',
  sent: 'đã gửi',
  forget: (name: string) => `Bỏ dòng ${name}`,
}, {
  drop: 'Drop files here, or',
  choose: 'choose files',
  kinds: (types, most) => `${types.join(', ')}; a file of at most ${most}.`,
  empty: 'The file is empty (0 bytes): please choose another.',
  big: most => `The file is bigger than ${most}: please choose a smaller one.`,
  sending: share => `${share} % sent`,
  checking: 'being checked…',
  sent: 'sent',
  forget: name => `Take away the line ${name}`,
});

interface Item {
  readonly id: string;
  readonly file: File;
  readonly share: number;
  readonly state: 'sending' | 'sent' | 'failed';
  readonly why?: string;
  /** The file itself was refused: sent again it would be so again. */
  readonly isRefused?: boolean;
}

export interface UploadProps {
  /** What it is for, for who listens: "Minh chứng cho tiêu chí 1.2". */
  readonly label: string;
  /** Sends one file, by `sendFile`; a thrown problem is said beside the file, with a button to try again. */
  readonly send: (file: File, onProgress: (share: number) => void) => Promise<unknown>;
  /** After each file that was sent. */
  readonly onSent?: () => void;
  /** Bytes; what the program takes by default. */
  readonly most?: number;
  /** As in `<input accept>`. */
  readonly accept?: string;
  readonly isSingle?: boolean;
  readonly isDisabled?: boolean;
  /** What was sent is shown by the view itself: its line goes. */
  readonly isSentShownElsewhere?: boolean;
}

// A file that was dropped beside its place would be opened in place of the page.
for (const kind of ['dragover', 'drop'] as const) {
  addEventListener(kind, event => event.dataTransfer?.types.includes('Files') && event.preventDefault());
}

/** Files by drop or by choice, several at once, one after the other, each with its own progress. */
export function Upload({ label, send, onSent, most = knownSettings()?.files.mostBytes ?? Infinity, accept, isSingle, isDisabled, isSentShownElsewhere }: UploadProps) {
  const id = useId();
  const [items, setItems] = useState<readonly Item[]>([]);
  const [isOver, setOver] = useState(false);
  const [told, tell] = useState('');
  const queue = useRef(Promise.resolve());
  const put = (id: string, change: Partial<Item>) => setItems(all => all.map(item => item.id === id ? { ...item, ...change } : item));

  const isSending = items.some(item => item.state === 'sending');
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    if (isSending) {
      addEventListener('beforeunload', stay);
    }

    return () => removeEventListener('beforeunload', stay);
  }, [isSending]);

  const begin = (item: Item) => {
    put(item.id, { state: 'sending', share: 0 });
    queue.current = queue.current.then(async () => {
      try {
        await send(item.file, share => put(item.id, { share }));
        if (isSentShownElsewhere) {
          setItems(all => all.filter(one => one.id !== item.id));
          tell(`${item.file.name}: ${w.sent}`);
        } else {
          put(item.id, { state: 'sent', share: 1 });
        }

        onSent?.();
      } catch (thrown) {
        const problem = Problem.from(thrown);
        const { title, text } = sayProblem(problem);
        const faults = problem.faults.map(fault => fault.detail).join(' ');
        put(item.id, { state: 'failed', isRefused: [400, 413, 415, 422].includes(problem.status), why: faults || (problem.isPassing ? `${title}. ${text}` : text || title) });
        if (problem.isOffline) {
          addEventListener('online', () => begin(item), { once: true });
        }
      }
    });
  };
  const take = (files: FileList | null | undefined) => {
    const taken = [...files ?? []].slice(0, isSingle ? 1 : undefined).map((file): Item => {
      const why = file.size === 0 ? w.empty : file.size > most ? w.big(size(most)) : undefined;
      return { id: crypto.randomUUID(), file, share: 0, state: why ? 'failed' : 'sending', ...(why ? { why, isRefused: true } : null) };
    });
    setItems(all => [...isSingle ? [] : all, ...taken]);
    taken.filter(item => item.state === 'sending').forEach(begin);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!isDisabled) {
      take(event.dataTransfer?.files);
    }
  };
  return (
    <div class={`upload ${isOver ? 'is-over' : ''}`} onDragOver={event => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <p>
        <span class="drop-words">{w.drop} </span><label class="button" for={id}>{w.choose}<span class="hidden"> – {label}</span></label>
        <input
          id={id} type="file" class="hidden" multiple={!isSingle} accept={accept} aria-describedby={accept ? undefined : `${id}-kinds`} disabled={isDisabled}
          onChange={event => { take(event.currentTarget.files); event.currentTarget.value = ''; }} />
      </p>
      {!accept && <p class="hint" id={`${id}-kinds`}>{w.kinds(knownSettings()?.files.types ?? [], size(most))}</p>}
      <span class="hidden" role="status">{told}</span>
      <ul class="upload-items">
        {items.map(item => (
          <li key={item.id}>
            <span class="upload-name">{item.file.name}</span> <span class="small">({size(item.file.size)})</span>{' '}
            {item.state === 'sending' && <><progress max={1} value={item.share} aria-label={item.file.name} /> <span class="small">{item.share < 1 ? w.sending(Math.round(item.share * 100)) : w.checking}</span></>}
            {item.state === 'sent' && <span class="badge good" role="status">✓ {w.sent}</span>}
            {item.state === 'failed' && (
              <>
                <span class="fault" role="alert">✕ {item.why}</span>{' '}
                {!item.isRefused && <button type="button" onClick={() => begin(item)}>{common.again}</button>}
                <button type="button" class="quiet" aria-label={w.forget(item.file.name)} onClick={() => setItems(all => all.filter(one => one.id !== item.id))}>✕</button>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
