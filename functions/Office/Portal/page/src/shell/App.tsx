import { ExpiredDialog } from '../auth/Expired';
import { common } from '../words/common';
import { Footer } from './Footer';
import { Guard } from './Guard';
import { Header } from './Header';
import { LineNotice } from './LineNotice';
import { Shown } from './router';

/** The page of somebody who is signed in. */
export function App() {
  return (
    <>
      <a class="skip" href="#main">{common.skip}</a>
      <Header />
      <LineNotice />
      <main id="main" tabIndex={-1}>
        <Guard>
          <Shown />
        </Guard>
      </main>
      <Footer />
      <ExpiredDialog />
    </>
  );
}
