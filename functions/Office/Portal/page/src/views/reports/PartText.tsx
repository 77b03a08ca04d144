import type { Schema } from '../../api/client';
import { Empty } from '../../parts/States';
import { writeNumber } from '../sheet/numbers';
import { reportWords as w } from '../../words/reports';

/** A part as it stands, to read. */
export function PartText({ report, content }: { report: Schema['ReportView']; content: Schema['PartContent'] | null }) {
  if (!content) {
    return <Empty />;
  }

  const { answers = [], results = [], shortcomings = [], tasks = [], proposals = [] } = content;
  return (
    <>
      {answers.length > 0 && (
        <dl>
          {answers.map(({ question, number, said }) => {
            const asked = report.questions.find(one => one.code === question);
            return <><dt>{asked?.title ?? question}</dt><dd class="pre">{said ?? writeNumber(number)} {asked?.measure}</dd></>;
          })}
        </dl>
      )}
      <Texts head={w.results} texts={results.map(({ text, section }) => [report.sections.find(one => one.code === section)?.title, text].filter(Boolean).join(': '))} />
      <Texts head={w.shortcomings} texts={shortcomings.map(({ text, causes }) => `${text}${causes && causes.length > 0 ? ` (${causes.join('; ')})` : ''}`)} />
      <Texts head={w.tasks} texts={tasks} />
      <Texts head={w.proposals} texts={proposals} />
    </>
  );
}

function Texts({ head, texts }: { head: string; texts: readonly string[] }) {
  return texts.length === 0 ? null : <><h3>{head}</h3><ul>{texts.map(text => <li class="pre">{text}</li>)}</ul></>;
}
