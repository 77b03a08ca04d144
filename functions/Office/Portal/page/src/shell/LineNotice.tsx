import { line } from '../api/retry';
import { words } from '../words/language';

const w = words({
  waiting: 'Chưa kết nối được với máy chủ. Những gì đã nhập được giữ trên máy này và sẽ gửi đi khi có kết nối.',
}, {
  waiting: 'The server cannot be reached. What was typed is kept on this machine, and sent when it can.',
});

/** Says in words that the line is down. */
export function LineNotice() {
  return <div class="line-notice" role="status">{line.value === 'waiting' && <p>⚠ {w.waiting}</p>}</div>;
}
