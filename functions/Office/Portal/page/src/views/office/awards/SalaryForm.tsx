import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { DayField } from '../../../parts/DayField';
import { Field } from '../../../parts/Field';
import { FormDialog } from '../../../parts/FormDialog';
import { PaperFields, paperPaths } from '../../../parts/PaperFields';
import { useAct } from '../../../parts/useAct';
import type { Day } from '../../../words/format';
import { words } from '../../../words/language';
import { NumberInput } from './NumberInput';
import { ifMatch } from './reads';

const w = words({ title: 'Mức lương cơ sở', from: 'Áp dụng từ ngày', amount: 'Mỗi tháng (đồng)' }, { title: 'Base salary', from: 'Holds from', amount: 'A month (đồng)' });

/** The base salary that holds from a day on, with the paper that says so. */
export function SalaryForm({ known, onClose, onSaved }: { known: Schema['BaseSalaryView'] | null; onClose: () => void; onSaved: () => void }) {
  const [from, begin] = useState<Day | null>(known?.from ?? null);
  const [amount, set] = useState<number | null>(known?.amount ?? null);
  const [source, cite] = useState<Schema['PaperReference']>(known?.source ?? { kind: 'Nghị định' });
  const act = useAct();
  const send = async () => {
    await ask(api.PUT('/api/base-salaries/{from}', { params: { path: { from: from! }, header: ifMatch(known?.etag) }, body: { amount: amount!, source } }));
  };
  return (
    <FormDialog title={w.title} act={act} send={send} onSaved={onSaved} onClose={onClose} paths={['$.amount', ...paperPaths('$.source')]} isDisabled={!from || !amount}>
      <Field label={w.from} isRequired><DayField value={from} onChange={begin} isDisabled={known !== null} /></Field>
      <Field label={w.amount} path="$.amount" faults={act.faults} isRequired><NumberInput least={1} value={amount} onChange={set} /></Field>
      <PaperFields paper={source} onChange={cite} path="$.source" faults={act.faults} />
    </FormDialog>
  );
}
