import type { Schema } from '../../../api/client';
import { Field } from '../../../parts/Field';
import { words } from '../../../words/language';
import { SourceFields, type PartProps } from './Fields';
import { NumberInput } from './NumberInput';
import { freshMoney } from './ruleParts';

const w = words({
  has: 'Quy định cách tính tiền thưởng', title: 'Tiền thưởng', round: 'Làm tròn lên đến số đồng', highest: 'Nhiều danh hiệu cùng một kỳ chỉ tính mức cao nhất', days: 'Nộp lại hiện vật, tiền khi bị hủy bỏ, trong số ngày làm việc',
}, {
  has: 'These rules say how money is reckoned', title: 'Money', round: 'Rounded up to whole ones of so many đồng', highest: 'Of several titles of one period only the highest is paid', days: 'What is revoked comes back within so many working days',
});

/** How what goes with awards is reckoned; null where the version does not say. */
export function MoneyFields({ value, onChange, path, faults }: PartProps<Schema['AwardMoney'] | null>) {
  const set = (change: Partial<Schema['AwardMoney']>) => onChange({ ...value!, ...change });
  return (
    <>
      <label class="check"><input type="checkbox" checked={value !== null} onChange={event => onChange(event.currentTarget.checked ? freshMoney() : null)} /> {w.has}</label>
      {value && (
        <fieldset>
          <legend>{w.title}</legend>
          <Field label={w.round} path={`${path}.roundUpTo`} faults={faults}><NumberInput least={1} value={value.roundUpTo} onChange={roundUpTo => set({ roundUpTo: roundUpTo ?? 0 })} /></Field>
          <Field label={w.days} path={`${path}.returnDays`} faults={faults}><NumberInput least={1} most={365} value={value.returnDays} onChange={returnDays => set({ returnDays: returnDays ?? 0 })} /></Field>
          <label class="check"><input type="checkbox" checked={value.onlyHighest ?? false} onChange={event => set({ onlyHighest: event.currentTarget.checked })} /> {w.highest}</label>
          <SourceFields value={value.source} onChange={source => set({ source })} path={`${path}.source`} faults={faults} />
        </fieldset>
      )}
    </>
  );
}
