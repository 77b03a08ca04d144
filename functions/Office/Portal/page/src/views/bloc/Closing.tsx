import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { today } from '../../shell/session';
import type { Day } from '../../words/format';
import { words } from '../../words/language';
import type { AttendanceProps } from './Attendance';

const w = words({
  title: (number: number) => `Kết thúc kết luận ${number}`,
  close: 'Kết thúc',
  outcome: 'Kết quả',
  done: 'Đã thực hiện xong',
  dropped: 'Không thực hiện nữa',
  result: 'Đã làm được gì',
  why: 'Vì sao không thực hiện nữa',
  on: 'Ngày kết thúc',
  final: 'Sau khi kết thúc, đơn vị không báo cáo thêm được và điều đã ghi giữ nguyên.',
}, {
  title: number => `Close conclusion ${number}`,
  close: 'Close it',
  outcome: 'Outcome',
  done: 'Done',
  dropped: 'Dropped',
  result: 'What was done',
  why: 'Why it was dropped',
  on: 'Day',
  final: 'Once it is closed, no unit reports on it any more, and what was written stays.',
});

export interface ClosingProps {
  readonly path: AttendanceProps['path'];
  readonly conclusion: Schema['ConclusionView'];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Closes a conclusion: done with what result, or dropped and why. */
export function Closing({ path, conclusion, onClose, onSaved }: ClosingProps) {
  const [outcome, choose] = useState<Schema['ConclusionOutcome']>('done');
  const [result, say] = useState(conclusion.reports.at(-1)?.text ?? '');
  const [on, setOn] = useState<Day | null>(today.value);
  const close = async () => {
    await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}/conclusions/{conclusion}/closing', {
      params: { path: { ...path, conclusion: String(conclusion.number) } }, body: { outcome, result: result.trim(), on: on! },
    }));
    onSaved();
  };
  return (
    <Confirm title={w.title(conclusion.number)} isOpen onClose={onClose} onConfirm={close} yes={w.close} isDisabled={!on || !result.trim()}>
      <p class="pre">{conclusion.text}</p>
      <fieldset class="choices">
        <legend>{w.outcome}</legend>
        {(['done', 'dropped'] as const).map(one => <label><input type="radio" name="outcome" checked={outcome === one} onChange={() => choose(one)} /> {w[one]}</label>)}
      </fieldset>
      <Field label={outcome === 'done' ? w.result : w.why} isRequired><textarea rows={2} maxLength={1000} value={result} onInput={event => say(event.currentTarget.value)} /></Field>
      <Field label={w.on} isRequired><DayField value={on} onChange={setOn} /></Field>
      <p class="hint">{w.final}</p>
    </Confirm>
  );
}
