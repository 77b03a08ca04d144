import { useAnswer } from '../parts/useAnswer';
import { Loading, ProblemView } from '../parts/States';
import { ExpiredDialog } from '../auth/Expired';
import { App } from './App';
import { LanguageButton } from './LanguageButton';
import { SignOutButton } from './SignOutButton';
import { me, readMe } from './session';
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
      {asked.problem && <p><SignOutButton /> <LanguageButton /></p>}
      <ExpiredDialog />
    </main>
  );
}
