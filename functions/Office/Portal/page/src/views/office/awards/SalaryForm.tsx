import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { DayField } from '../../../parts/DayField';
import { Dialog } from '../../../parts/Dialog';
import { FaultSummary, Field } from '../../../parts/Field';
import { PaperFields, paperPaths } from '../../../parts/PaperFields';
import { ProblemView } from '../../../parts/States';
import { useAct } from '../../../parts/useAct';
import { common } from '../../../words/common';
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
  const send = async (event: Event) => {
    event.preventDefault();
    if (await act.run(() => ask(api.PUT('/api/base-salaries/{from}', { params: { path: { from: from! }, header: ifMatch(known?.etag) }, body: { amount: amount!, source } })))) {
      onSaved();
      onClose();
    }
  };
  return (
    <Dialog title={w.title} isOpen onClose={onClose}>
      <form onSubmit={event => void send(event)}>
        <FaultSummary faults={act.faults} paths={['$.amount', ...paperPaths('$.source')]} />
        {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
        <Field label={w.from} isRequired><DayField value={from} onChange={begin} isDisabled={known !== null} /></Field>
        <Field label={w.amount} path="$.amount" faults={act.faults} isRequired><NumberInput least={1} value={amount} onChange={set} /></Field>
        <PaperFields paper={source} onChange={cite} path="$.source" faults={act.faults} />
        <div class="buttons">
          <button type="submit" class="primary" disabled={act.isBusy || !from || !amount}>{common.save}</button>
          <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
        </div>
      </form>
    </Dialog>
  );
}
