import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { DayField } from '../../../parts/DayField';
import { Field } from '../../../parts/Field';
import { FormDialog } from '../../../parts/FormDialog';
import { useAct } from '../../../parts/useAct';
import type { Day } from '../../../words/format';
import { words } from '../../../words/language';
import { NumberInput } from './NumberInput';
import { ifMatch } from './reads';

const w = words({
  title: (unit: string) => `Thu hồi của ${unit}`, received: 'Ngày đơn vị nhận quyết định hủy bỏ', receivedHint: 'hạn thu hồi tính từ ngày này', objectReturned: 'Ngày nộp lại hiện vật', moneyReturned: 'Ngày nộp lại tiền', amount: 'Số tiền nộp lại (đồng)',
}, { title: unit => `What ${unit} gives back`, received: 'The unit got the decision on', receivedHint: 'the last day is counted from it', objectReturned: 'The object came back on', moneyReturned: 'The money came back on', amount: 'How much came back (đồng)' });

export interface ReturnFormProps {
  readonly decision: Schema['DecisionView'];
  readonly etag: string | null;
  readonly title: Schema['GivenTitleView'];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** What has come back of a title by now. */
export function ReturnForm({ decision, etag, title, onClose, onSaved }: ReturnFormProps) {
  const known = title.revocation!;
  const [body, set] = useState<Schema['AwardReturnBody']>({ received: known.received, objectReturned: known.objectReturned, moneyReturned: known.moneyReturned, amount: known.amount });
  const act = useAct();
  const send = async () => {
    await ask(api.PUT('/api/cycles/{year}/decisions/{decision}/returns/{unit}/{award}', {
      params: { path: { year: decision.year, decision: decision.decision, unit: title.unit, award: title.award }, header: ifMatch(etag) }, body,
    }));
  };
  const when = (name: 'received' | 'objectReturned' | 'moneyReturned', label: string, hint?: string) => (
    <Field label={label} hint={hint} path={`$.${name}`} faults={act.faults}><DayField value={body[name] ?? null} onChange={(on: Day | null) => set({ ...body, [name]: on })} /></Field>
  );
  return (
    <FormDialog title={w.title(title.unitName)} act={act} send={send} onSaved={onSaved} onClose={onClose} paths={['$.received', '$.objectReturned', '$.moneyReturned', '$.amount']}>
      {when('received', w.received, w.receivedHint)}
      {when('objectReturned', w.objectReturned)}
      {when('moneyReturned', w.moneyReturned)}
      <Field label={w.amount} path="$.amount" faults={act.faults}><NumberInput value={body.amount} onChange={amount => set({ ...body, amount })} /></Field>
    </FormDialog>
  );
}
