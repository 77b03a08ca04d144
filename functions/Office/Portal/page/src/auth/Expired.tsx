import { Dialog } from '../parts/Dialog';
import { words } from '../words/language';
import { expired, openSignIn, signIn } from './auth';

const w = words({
  title: 'Phiên đăng nhập đã hết hạn',
  text: 'Xin đăng nhập lại trong thẻ mới. Những gì bạn đã nhập vẫn còn nguyên ở đây và sẽ được lưu tiếp.',
  again: 'Đăng nhập lại (mở thẻ mới)',
  here: 'Không mở được thẻ mới? Đăng nhập ngay tại đây',
}, {
  title: 'Your sign-in has expired',
  text: 'Please sign in again in a new tab. What you have typed stays here as it is, and will be saved.',
  again: 'Sign in again (opens a tab)',
  here: 'Does no tab open? Sign in here',
});

/** Asks to sign in again; what is behind it stays as it is. */
export function ExpiredDialog() {
  return (
    <Dialog title={w.title} isOpen={expired.value} isModalForGood>
      <p>{w.text}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={openSignIn}>{w.again}</button>
        <button type="button" class="quiet" onClick={() => void signIn()}>{w.here}</button>
      </div>
    </Dialog>
  );
}
