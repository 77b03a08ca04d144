import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { Confirm } from '../../../parts/Confirm';
import { DayField } from '../../../parts/DayField';
import { Field } from '../../../parts/Field';
import { today } from '../../../shell/session';
import { common } from '../../../words/common';
import { words } from '../../../words/language';

const w = words({
  title: (unit: string) => `Gỡ tạm dừng: ${unit}`, day: 'Ngày kết thúc xem xét', penalty: 'Ngày hết hạn kỷ luật', penaltyHint: 'để trống khi không bị kỷ luật; bị kỷ luật thì thành tích chỉ tính từ sau ngày này', yes: 'Gỡ tạm dừng',
}, { title: unit => `Lift the suspension: ${unit}`, day: 'It ended on', penalty: 'Last day of the penalty', penaltyHint: 'blank where there was none; after a penalty achievements count from its end', yes: 'Lift it' });

export interface LiftingProps {
  readonly year: number;
  readonly bloc: string;
  readonly of: Schema['SuspensionView'];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function Lifting({ year, bloc, of, onClose, onSaved }: LiftingProps) {
  const [body, set] = useState<Schema['SuspensionLiftingBody']>({ day: today.value, reason: '', penaltyEnds: null });
  const lift = async () => {
    await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/suspensions/{unit}/lifting', { params: { path: { year, bloc, unit: of.unit }, header: { 'If-Match': of.etag } }, body }));
    onSaved();
  };
  return (
    <Confirm title={w.title(of.unitName)} isOpen onClose={onClose} onConfirm={lift} yes={w.yes} isDisabled={!body.reason.trim()}>
      <Field label={w.day} isRequired><DayField value={body.day} onChange={day => day && set({ ...body, day })} /></Field>
      <Field label={common.reason} isRequired><textarea rows={2} value={body.reason} onInput={event => set({ ...body, reason: event.currentTarget.value })} /></Field>
      <Field label={w.penalty} hint={w.penaltyHint}><DayField value={body.penaltyEnds ?? null} onChange={penaltyEnds => set({ ...body, penaltyEnds })} /></Field>
    </Confirm>
  );
}
