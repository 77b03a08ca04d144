import type { Schema } from '../../api/client';
import type { Fault } from '../../api/problem';
import { Field } from '../../parts/Field';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { matterNames } from '../../words/meetings';

const w = words({
  one: (number: number) => `Biểu quyết ${number}`,
  about: 'Về việc',
  text: 'Nội dung',
  for: 'Tán thành',
  against: 'Không tán thành',
  other: 'Ý kiến khác',
  outcome: 'Kết quả',
  unknown: 'Không ghi',
  adopted: 'Được thông qua',
  rejected: 'Không được thông qua',
}, {
  one: number => `Vote ${number}`,
  about: 'About',
  text: 'Text',
  for: 'For',
  against: 'Against',
  other: 'Other',
  outcome: 'Outcome',
  unknown: 'Not recorded',
  adopted: 'Carried',
  rejected: 'Not carried',
});

type Decision = Schema['MeetingDecision'];

export interface DecisionFieldsProps {
  readonly decision: Decision;
  readonly path: string;
  readonly faults: readonly Fault[];
  /** Null takes it away. */
  readonly onChange: (next: Decision | null) => void;
}

/** What was voted on, with the counts where somebody recorded them. */
export function DecisionFields({ decision, path, faults, onChange }: DecisionFieldsProps) {
  const set = (change: Partial<Decision>) => onChange({ ...decision, ...change });
  const count = (part: 'for' | 'against' | 'other', text: string) => {
    const vote = { for: 0, against: 0, other: 0, ...decision.vote, [part]: Number(text) || 0 };
    set({ vote: text === '' && vote.for + vote.against + vote.other === 0 ? null : vote });
  };
  const outcome = decision.isAdopted == null ? '' : String(decision.isAdopted);
  return (
    <fieldset class="finding">
      <legend>{w.one(decision.number)}</legend>
      <Field label={w.about} path={`${path}.about`} faults={faults}>
        <select value={decision.about} onChange={event => set({ about: event.currentTarget.value as Decision['about'] })}>
          {(Object.keys(order) as Decision['about'][]).map(about => <option value={about}>{matterNames[about]}</option>)}
        </select>
      </Field>
      <Field label={w.text} path={`${path}.text`} faults={faults} isRequired><textarea rows={2} maxLength={1000} value={decision.text} onInput={event => set({ text: event.currentTarget.value })} /></Field>
      <div class="row">
        {(['for', 'against', 'other'] as const).map(part => (
          <Field label={w[part]} path={`${path}.vote.${part}`} faults={faults}><input type="number" min={0} max={500} value={decision.vote?.[part] ?? ''} onInput={event => count(part, event.currentTarget.value)} /></Field>
        ))}
        <Field label={w.outcome} path={`${path}.isAdopted`} faults={faults}>
          <select value={outcome} onChange={event => set({ isAdopted: event.currentTarget.value === '' ? null : event.currentTarget.value === 'true' })}>
            <option value="">{w.unknown}</option>
            <option value="true">{w.adopted}</option>
            <option value="false">{w.rejected}</option>
          </select>
        </Field>
      </div>
      <div class="buttons"><button type="button" class="quiet" aria-label={`${common.remove}: ${w.one(decision.number)}`} onClick={() => onChange(null)}>{common.remove}</button></div>
    </fieldset>
  );
}

/** As they come up most; one that is missing here does not build. */
const order: Readonly<Record<Decision['about'], true>> = { plan: true, regulation: true, pact: true, report: true, scheme: true, leadership: true, awards: true, other: true };
