import { mayLeave } from '../../../shell/leaving';
import { go } from '../../../shell/router';
import { common } from '../../../words/common';
import { Field } from '../../../parts/Field';
import { Select } from '../Frame';
import { yearsOffered } from './years';

/** Goes to the same view of another year. */
export function YearChoice({ year, address }: { year: number; address: (year: number) => string }) {
  const choose = (chosen: string) => mayLeave() && go(address(Number(chosen)));
  return (
    <div class="search-row no-print">
      <Field label={common.year}><Select value={String(year)} onChange={choose} choices={yearsOffered(year).map(one => ({ value: String(one), name: String(one) }))} /></Field>
    </div>
  );
}
