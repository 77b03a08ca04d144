import type { Schema } from '../../api/client';
import { day } from '../../words/format';

/** A paper as a sentence cites it. */
export const sayPaper = (paper: Schema['PaperReference']): string =>
  [[paper.kind, paper.number].filter(Boolean).join(' '), day(paper.day), paper.issuer, paper.subject].filter(Boolean).join(', ');
