import { useState } from 'preact/hooks';
import { LanguageButton } from '../shell/LanguageButton';
import { common } from '../words/common';
import { words } from '../words/language';
import { signIn } from './auth';
import { base } from './settings';

const w = words({
  title: 'Trang thi đua của đơn vị',
  text: 'Nơi đơn vị tự chấm điểm, nộp minh chứng, ký giao ước, gửi báo cáo và xem kết quả thi đua của khối.',
  how: 'Xin đăng nhập bằng tài khoản cơ quan cấp. Chưa có tài khoản hoặc không vào được: xin liên hệ cơ quan thường trực thi đua của tỉnh.',
  done: 'Đã đăng nhập lại',
  doneText: 'Bạn có thể đóng thẻ này và quay lại thẻ đang làm việc.',
  failed: 'Chưa đăng nhập được',
  failedText: 'Máy chủ hoặc trang đăng nhập không trả lời như mong đợi. Xin thử lại; nếu vẫn không được, xin báo cho cơ quan thường trực thi đua.',
}, {
  title: 'The emulation page of your unit',
  text: 'Here units score themselves, send evidence, sign the pact, send reports and see the results of their bloc.',
  how: 'Please sign in with the account of your office. No account, or it does not let you in: ask the emulation office of the province.',
  done: 'Signed in again',
  doneText: 'You may close this tab and go back to the one where you were at work.',
  failed: 'You could not be signed in',
  failedText: 'The server or the sign-in page did not answer as expected. Please try again; if it stays so, tell the emulation office.',
});

/** What is seen without a sign-in: the first visit, one that failed, and a tab that was opened to sign in for another. */
export function Welcome({ state }: { state: 'first' | 'failed' | 'done' }) {
  const [isFailed, fail] = useState(state === 'failed');
  const go = () => {
    signIn().catch(() => fail(true));
  };
  const [title, text] = isFailed ? [w.failed, w.failedText] : state === 'done' ? [w.done, w.doneText] : [w.title, w.text];
  document.title = `${title} · ${common.product}`;
  return (
    <main class="welcome">
      <p class="brand">{common.product}</p>
      <h1>{title}</h1>
      <p class="lead" role={isFailed ? 'alert' : undefined}>{text}</p>
      {state !== 'done' && (
        <>
          <div class="buttons"><button type="button" class="primary big" onClick={go}>{isFailed ? common.again : common.signIn}</button></div>
          <p>{w.how}</p>
          <p><a href={`${base}/public`} target="_self">{common.disclosed}</a></p>
        </>
      )}
      <p><LanguageButton /></p>
    </main>
  );
}
