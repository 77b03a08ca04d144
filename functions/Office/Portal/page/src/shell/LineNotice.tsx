import { line } from '../api/retry';
import { words } from '../words/language';

const w = words({
  waiting: 'Chưa kết nối được với máy chủ, đang thử lại. Những gì đã nhập vẫn được giữ trên máy này.',
}, {
  waiting: 'The server cannot be reached, trying again. What was typed is kept on this machine.',
});

/** Says in words that the line is down. */
export function LineNotice() {
  return <div class="line-notice" role="status">{line.value === 'waiting' && <p>⚠ {w.waiting}</p>}</div>;
}
