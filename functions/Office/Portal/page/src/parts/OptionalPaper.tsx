import type { Schema } from '../api/client';
import type { Fault } from '../api/problem';
import { PaperFields } from './PaperFields';

export interface OptionalPaperProps {
  /** What the paper is: "Công văn hỏi ý kiến". */
  readonly label: string;
  readonly paper: Schema['PaperReference'] | null;
  readonly onChange: (paper: Schema['PaperReference'] | null) => void;
  /** What kind it mostly is, such as "Công văn". */
  readonly kind?: string;
  /** Where it stands in what is sent: `$.paper`. */
  readonly path: string;
  readonly faults: readonly Fault[];
}

/** A paper that there may be: its fields come with the tick. */
export function OptionalPaper({ label, paper, kind = '', onChange, path, faults }: OptionalPaperProps) {
  return (
    <>
      <label class="check"><input type="checkbox" checked={paper !== null} onChange={event => onChange(event.currentTarget.checked ? { kind } : null)} /> {label}</label>
      {paper && <fieldset aria-label={label}><PaperFields paper={paper} onChange={onChange} path={path} faults={faults} /></fieldset>}
    </>
  );
}

/** Whether it can be sent: a paper that is there is of some kind. */
export const isPaperWhole = (paper: Schema['PaperReference'] | null): boolean => paper === null || paper.kind.trim() !== '';
