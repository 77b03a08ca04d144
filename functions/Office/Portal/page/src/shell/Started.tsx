import { useAnswer } from '../parts/useAnswer';
import { Loading, ProblemView } from '../parts/States';
import { ExpiredDialog } from '../auth/Expired';
import { App } from './App';
import { LanguageButton } from './LanguageButton';
import { me, readMe } from './session';
import { signOut } from '../auth/auth';
import { common } from '../words/common';

/** Asks who the caller is to the program; the page needs that first. */
export function Started() {
  const asked = useAnswer(() => readMe(), []);
  if (me.value) {
    return <App />;
  }

  return (
    <main class="welcome">
      <p class="brand">{common.product}</p>
      {asked.problem ? <ProblemView problem={asked.problem} retry={asked.reload} /> : <Loading />}
      {asked.problem && <p><button type="button" class="quiet" onClick={() => void signOut()}>{common.signOut}</button> <LanguageButton /></p>}
      <ExpiredDialog />
    </main>
  );
}
