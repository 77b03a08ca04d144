import type { Schema } from '../api/client';
import { day } from './format';

/** A paper as officials cite it: "Báo cáo 403/BC-STC ngày 20/11/2026 của Sở Tài chính về …". */
export function cited({ kind, number, day: on, issuer, subject }: Schema['PaperReference']): string {
  return [kind, number, on && `ngày ${day(on)}`, issuer && `của ${issuer}`, subject].filter(Boolean).join(' ');
}
