import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { Notice } from '../../parts/States';
import { today } from '../../shell/session';
import type { Day } from '../../words/format';
import { words } from '../../words/language';
import type { AttendanceProps } from './Attendance';

const w = words({
  adopt: 'Thông qua biên bản',
  cancel: 'Hủy hội nghị',
  what: 'Từ đó chỉ còn ghi được việc thực hiện các kết luận; đơn vị có kết luận phải thực hiện nhận được thư.',
  gaps: (count: number) => `Biên bản còn thiếu ${count} điều; thông qua rồi thì không bổ sung được nữa:`,
  on: 'Ngày thông qua',
  reason: 'Lý do, gửi cho các đơn vị đã được mời',
}, {
  adopt: 'Adopt the minutes',
  cancel: 'Call the meeting off',
  what: 'From then on only what becomes of the conclusions is written down; units that have to carry one out get a mail.',
  gaps: count => count === 1 ? 'One thing is missing in the minutes, and cannot be added afterwards:' : `${count} things are missing in the minutes, and cannot be added afterwards:`,
  on: 'Day',
  reason: 'The reason, which the units that were invited read',
});

export { w as adoptWords };

interface AdoptProps extends AttendanceProps {
  readonly onClose: () => void;
}

/** Adopts the minutes, after what they still lack was said. */
export function Adopt({ path, meeting, etag, onClose, onSaved }: AdoptProps) {
  const [on, setOn] = useState<Day | null>(meeting.when.day && meeting.when.day <= today.value ? meeting.when.day : today.value);
  const adopt = async () => {
    await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}/minutes/adoption', { params: { path, header: etag ? { 'If-Match': etag } : {} }, body: { on } }));
    onSaved();
  };
  return (
    <Confirm title={w.adopt} isOpen onClose={onClose} onConfirm={adopt} yes={w.adopt} isDisabled={!on}>
      <p>{w.what}</p>
      {meeting.gaps.length > 0 && <Notice><strong>{w.gaps(meeting.gaps.length)}</strong><ul>{meeting.gaps.map(gap => <li>{gap.detail}</li>)}</ul></Notice>}
      <Field label={w.on} isRequired><DayField value={on} onChange={setOn} /></Field>
    </Confirm>
  );
}

/** Calls a meeting off. Who was invited reads why. */
export function CallOff({ path, onClose, onSaved }: Omit<AdoptProps, 'meeting' | 'etag'>) {
  const [reason, say] = useState('');
  const cancel = async () => {
    await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}/cancellation', { params: { path }, body: { reason: reason.trim() } }));
    onSaved();
  };
  return (
    <Confirm title={w.cancel} isOpen onClose={onClose} onConfirm={cancel} yes={w.cancel} isDangerous isDisabled={!reason.trim()}>
      <Field label={w.reason} isRequired><textarea rows={2} maxLength={1000} value={reason} onInput={event => say(event.currentTarget.value)} /></Field>
    </Confirm>
  );
}

export const mayCallOff = ({ state, attendance, minutes }: Schema['MeetingView']): boolean => state === 'open' && attendance === null && minutes === null;
