import { PrintedPaper } from '../../../parts/PrintedPaper';
import type { ViewProps } from '../../routes';
import { Frame } from '../Frame';
import { at } from '../names';
import { paperNames, papersAddress } from './SessionPapers';

/** A paper of a session of the council, to be printed or saved as PDF by the browser. */
export default function SessionPrint({ params }: ViewProps) {
  const [year, session, paper] = [Number(params.year), params.session!, params.paper!];
  const name = paperNames[paper as keyof typeof paperNames] ?? paper;
  return (
    <Frame title={name} back={{ href: at('council', year, session), name: paperNames.back }}>
      <PrintedPaper address={`${papersAddress(year, session)}/${encodeURIComponent(paper)}/print`} />
    </Frame>
  );
}
