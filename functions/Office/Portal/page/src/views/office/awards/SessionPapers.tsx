import { Download } from '../../../parts/Download';
import { words } from '../../../words/language';
import { at } from '../names';

const w = words({ title: 'Văn bản của phiên họp', word: 'tệp Word', print: 'Xem và in' }, { title: 'Papers of the session', word: 'Word file', print: 'Show and print' });

export const paperNames = words({ minutes: 'Biên bản họp', count: 'Biên bản kiểm phiếu', back: 'Phiên họp' }, { minutes: 'Minutes', count: 'Minutes of the count', back: 'The session' });

export const papersAddress = (year: number, session: string): string => `/api/cycles/${year}/council/sessions/${encodeURIComponent(session)}/papers`;

/** The minutes, and those of the count: to download, or to print. */
export function SessionPapers({ year, session }: { year: number; session: string }) {
  return (
    <section class="card">
      <h2>{w.title}</h2>
      <ul class="tasks">
        {(['minutes', 'count'] as const).map(paper => (
          <li key={paper}>
            <div class="task-what"><span class="task-name">{paperNames[paper]}</span></div>
            <div class="row">
              <Download address={`${papersAddress(year, session)}/${paper}`}>{w.word}<span class="hidden"> – {paperNames[paper]}</span></Download>
              <a class="button" href={at('council', year, session, 'print', paper)}>{w.print}<span class="hidden"> – {paperNames[paper]}</span></a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
