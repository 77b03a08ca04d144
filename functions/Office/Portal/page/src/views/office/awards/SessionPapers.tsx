import { readFile } from '../../../api/files';
import { Download } from '../../../parts/Download';
import { sayProblem } from '../../../parts/States';
import { useAct } from '../../../parts/useAct';
import { words } from '../../../words/language';

const w = words({ title: 'Văn bản của phiên họp', minutes: 'Biên bản họp', count: 'Biên bản kiểm phiếu', word: 'tệp Word', print: 'mở bản in' }, { title: 'Papers of the session', minutes: 'Minutes', count: 'Minutes of the count', word: 'Word file', print: 'open to print' });

/** The minutes, and those of the count: to download, or to print from a window of their own. */
export function SessionPapers({ year, session }: { year: number; session: string }) {
  const address = `/api/cycles/${year}/council/sessions/${encodeURIComponent(session)}/papers`;
  return (
    <section class="card">
      <h2>{w.title}</h2>
      <ul class="tasks">
        {(['minutes', 'count'] as const).map(paper => (
          <li key={paper}>
            <div class="task-what"><span class="task-name">{w[paper]}</span></div>
            <div class="row">
              <Download address={`${address}/${paper}`}>{w.word}<span class="hidden"> – {w[paper]}</span></Download>
              <PrintButton address={`${address}/${paper}/print`} name={w[paper]} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Opens a page of the API that needs the token, in a window of its own. */
function PrintButton({ address, name }: { address: string; name: string }) {
  const act = useAct();
  const open = () => act.run(async () => {
    const { blob } = await readFile(address);
    const shown = URL.createObjectURL(blob);
    window.open(shown, '_blank', 'noopener');
    setTimeout(() => URL.revokeObjectURL(shown), 60_000);
  });
  return (
    <span class="download">
      <button type="button" disabled={act.isBusy} onClick={() => void open()}>{w.print}<span class="hidden"> – {name}</span></button>
      {act.problem && <span class="fault" role="alert">✕ {Object.values(sayProblem(act.problem)).join('. ')}</span>}
    </span>
  );
}
