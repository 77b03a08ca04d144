import type { ReadonlySignal } from '@preact/signals';
import type { SaveStatus } from '../api/saver';
import { common } from '../words/common';
import { words } from '../words/language';
import { sayProblem } from './States';

const w = words({
  byItself: 'Tự lưu khi nhập',
  typing: 'Chưa lưu – sẽ tự lưu ngay',
  saving: 'Đang lưu…',
  saved: (at: string) => `Đã lưu lúc ${at}`,
  unsaved: 'Chưa lưu được',
  trying: 'Sẽ tự thử lại.',
}, {
  byItself: 'Saves by itself',
  typing: 'Not saved yet – it will be in a moment',
  saving: 'Saving…',
  saved: at => `Saved at ${at}`,
  unsaved: 'Not saved',
  trying: 'It will be tried again by itself.',
});

/** Says whether what was typed is saved, is being saved, or is not, and why. */
export function SaveState({ status, retry }: { status: ReadonlySignal<SaveStatus>; retry?: () => void }) {
  const now = status.value;
  switch (now.kind) {
    case 'idle': return <p class="save-state soft" role="status">{w.byItself}</p>;
    case 'typing': return <p class="save-state" role="status">● {w.typing}</p>;
    case 'saving': return <p class="save-state" role="status">↻ {w.saving}</p>;
    case 'saved': return <p class="save-state is-good" role="status">✓ {w.saved(time(now.at))}</p>;
    default: {
      const { title, text } = sayProblem(now.problem);
      return (
        <div class="save-state is-bad" role="alert">
          <p><strong>✕ {w.unsaved}: {title}.</strong> {text} {now.isTrying && w.trying}</p>
          {now.problem.faults.length > 0 && <ul>{now.problem.faults.map(fault => <li>{fault.detail}</li>)}</ul>}
          {retry && <button type="button" onClick={retry}>{common.again}</button>}
        </div>
      );
    }
  }
}

const time = (at: Date): string => at.toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
