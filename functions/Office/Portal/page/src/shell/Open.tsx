import { useEffect } from 'preact/hooks';
import { signIn } from '../auth/auth';
import { base } from '../auth/settings';
import { Loading } from '../parts/States';
import { common } from '../words/common';
import { Guard } from './Guard';
import { LanguageButton } from './LanguageButton';
import { LineNotice } from './LineNotice';
import { isOpenTo, Shown } from './router';
import { path } from './session';

/** The page of somebody who has not signed in: what everybody may read. Every other view asks for the sign-in first. */
export function Open() {
  const isOpen = isOpenTo(path.value);
  useEffect(() => {
    if (!isOpen) {
      void signIn();
    }
  }, [isOpen]);
  return (
    <>
      <a class="skip" href="#main">{common.skip}</a>
      <header class="head">
        <div class="head-top">
          <a class="brand" href={`${base}/`} target="_self">{common.product}</a>
          <div class="head-tools">
            <LanguageButton />
            <button type="button" class="quiet" onClick={() => void signIn()}>{common.signIn}</button>
          </div>
        </div>
      </header>
      <LineNotice />
      <main id="main" tabIndex={-1}><Guard>{isOpen ? <Shown /> : <Loading />}</Guard></main>
    </>
  );
}
