import '@preact/signals';
import './styles/base.css';
import './styles/shell.css';
import './styles/parts.css';
import './styles/print.css';
import { render } from 'preact';
import { account, signIn, start } from './auth/auth';
import { base } from './auth/settings';
import { Welcome } from './auth/Welcome';
import { Loading } from './parts/States';
import { Open } from './shell/Open';
import { Started } from './shell/Started';
import { isOpenTo, startRouter } from './shell/router';
import { followDay } from './shell/session';

const page = document.getElementById('page')!;

async function open(): Promise<void> {
  render(<main><Loading /></main>, page);
  try {
    const found = await start();
    startRouter();
    followDay();
    if (found === 'done') {
      render(<Welcome state="done" />, page);
    } else if (account.value) {
      render(<Started />, page);
    } else if (isOpenTo(location.pathname)) {
      render(<Open />, page);
    } else if (location.pathname !== `${base}/`) {
      // Who follows a link of a mail wants to be there, not here.
      await signIn();
    } else {
      render(<Welcome state="first" />, page);
    }
  } catch (thrown) {
    console.error(thrown);
    render(<Welcome state="failed" />, page);
  }
}

void open();
