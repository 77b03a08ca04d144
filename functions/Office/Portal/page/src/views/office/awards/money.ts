import type { Schema } from '../../../api/client';
import { count } from '../../../words/format';
import { words } from '../../../words/language';
import { points } from '../../../words/points';

const w = words({
  dong: (n: string) => `${n} đồng`, unknown: 'chưa tính được', from: (salary: string, times: string) => `${salary} × ${times}, làm tròn lên`, covered: (award: string) => `không chi: đã có ${award} cao hơn`, notPaid: 'không chi',
}, { dong: n => `${n} đồng`, unknown: 'not known', from: (salary, times) => `${salary} × ${times}, rounded up`, covered: award => `not paid: ${award} is higher`, notPaid: 'not paid' });

export const dong = (amount: number | null | undefined): string => amount == null ? w.unknown : w.dong(count(amount));

/** What a title's money comes to, and why. */
export function sayMoney(money: Schema['MoneyView'], awardName: (code: string) => string): readonly string[] {
  const { amount, baseSalary, coefficient, isPaid, coveredBy } = money;
  return [
    dong(amount),
    ...baseSalary != null && coefficient != null ? [w.from(count(baseSalary), points(coefficient))] : [],
    ...coveredBy ? [w.covered(awardName(coveredBy))] : isPaid === false ? [w.notPaid] : [],
  ];
}
