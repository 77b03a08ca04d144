import { useState } from 'preact/hooks';
import { dropEverything, saveEverything } from '../api/saver';
import { signOut } from '../auth/auth';
import { Confirm } from '../parts/Confirm';
import { common } from '../words/common';
import { words } from '../words/language';

const w = words({
  title: 'Còn nội dung chưa lưu được',
  text: 'Đăng xuất sẽ xóa những gì đã nhập mà chưa lưu khỏi máy này. Bạn vẫn muốn đăng xuất?',
  leave: 'Bỏ và đăng xuất',
}, {
  title: 'Something is not saved yet',
  text: 'Signing out removes what was typed and not saved from this machine. Do you want to sign out all the same?',
  leave: 'Give it up and sign out',
});

/** Saves what is left, asks where that fails, and signs out. */
export function SignOutButton() {
  const [isAsking, ask] = useState(false);
  const leave = async () => {
    dropEverything();
    await signOut();
  };
  const press = async () => {
    if (await saveEverything()) {
      await leave();
    } else {
      ask(true);
    }
  };
  return (
    <>
      <button type="button" class="quiet" onClick={() => void press()}>{common.signOut}</button>
      <Confirm title={w.title} isOpen={isAsking} onClose={() => ask(false)} onConfirm={leave} yes={w.leave} isDangerous><p>{w.text}</p></Confirm>
    </>
  );
}
