import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { Problem, type Fault } from '../../api/problem';
import { Confirm } from '../../parts/Confirm';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import type { PlaceId } from '../../shell/places';
import { today } from '../../shell/session';
import { day, type Day } from '../../words/format';
import { words } from '../../words/language';
import { daysBefore } from './reminders';

const w = words({
  title: (unit: string) => `Trả lại phiếu của ${unit}`,
  what: 'Trả lại như thế nào',
  plain: (until: string) => `Trả lại; đơn vị sửa và nộp lại trong hạn tự chấm (đến ${until})`,
  over: (until: string) => `Trả lại, không thêm thời gian (hạn tự chấm đã hết ngày ${until}; đơn vị chỉ sửa được nếu được gia hạn)`,
  withDay: 'Yêu cầu sửa và cho thời gian đến một ngày',
  until: 'Sửa xong trước hết ngày',
  reason: 'Lý do, gửi cho đơn vị qua thư',
  hint: 'Ghi rõ mục nào, thiếu gì, cần sửa thế nào.',
  yes: 'Trả lại phiếu',
}, {
  title: unit => `Return the sheet of ${unit}`,
  what: 'How it is returned',
  plain: until => `Return it; the unit mends it within the time for self-scoring (until ${until})`,
  over: until => `Return it without more time (self-scoring ended on ${until}; the unit can mend it only if it is given more)`,
  withDay: 'Ask for a revision, with time until a day',
  until: 'To be mended by',
  reason: 'The reason, mailed to the unit',
  hint: 'Say which criterion, what is missing, what to mend.',
  yes: 'Return the sheet',
});

export interface SendBackProps {
  readonly sheet: PlaceId;
  readonly name: string;
  /** The unit's last day of self-scoring. */
  readonly deadline: Day | null | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Gives a sheet back to its unit with a reason: as it is, or with a day of its own once the time is over. */
export function SendBack({ sheet, name, deadline, onClose, onDone }: SendBackProps) {
  const isOver = !!deadline && deadline < today.value;
  const [withDay, setWithDay] = useState(isOver);
  const [until, setUntil] = useState<Day | null>(daysBefore(today.value, -3));
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const path = { year: sheet.year, period: sheet.period, bloc: sheet.bloc, unit: sheet.unit };
  const send = async () => {
    setFaults([]);
    try {
      const { etag } = await ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}', { params: { path } }));
      const params = { path, header: { 'If-Match': etag! } };
      await (withDay
        ? ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/revision', { params, body: { reason, due: until! } }))
        : ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/return', { params, body: { reason } })));
    } catch (thrown) {
      setFaults(Problem.from(thrown).faults);
      throw thrown;
    }

    onDone();
  };
  return (
    <Confirm title={w.title(name)} isOpen onClose={onClose} onConfirm={send} yes={w.yes} isDisabled={reason.trim() === '' || (withDay && !until)}>
      <fieldset class="choices">
        <legend>{w.what}</legend>
        <label><input type="radio" name="how" checked={!withDay} onChange={() => setWithDay(false)} /> {isOver ? w.over(day(deadline)) : w.plain(day(deadline))}</label>
        <label><input type="radio" name="how" checked={withDay} onChange={() => setWithDay(true)} /> {w.withDay}</label>
      </fieldset>
      {withDay && <Field label={w.until} path="$.due" faults={faults} isRequired><DayField value={until} onChange={setUntil} /></Field>}
      <Field label={w.reason} path="$.reason" faults={faults} hint={w.hint} isRequired>
        <textarea value={reason} onInput={event => setReason(event.currentTarget.value)} />
      </Field>
    </Confirm>
  );
}
