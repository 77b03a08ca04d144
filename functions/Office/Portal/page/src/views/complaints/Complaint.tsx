import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Notice } from '../../parts/States';
import { StatusBadge, type BadgeKind } from '../../parts/StatusBadge';
import type { PlaceId } from '../../shell/places';
import { complaintOutcomeNames, complaintPartyNames, complaintStateNames } from '../../words/appraisal';
import { moment } from '../../words/format';
import { words } from '../../words/language';
import { printed } from '../sheet/describe';
import { pathOf } from '../sheet/model';

const w = words({
  number: (number: number) => `Kiến nghị số ${number}`,
  openedAt: (at: string) => `Gửi lúc ${at}`,
  about: 'Về tiêu chí',
  whole: 'toàn bộ kết quả',
  answer: (by: string, at: string) => `${by} trả lời lúc ${at}`,
  withdraw: 'Rút kiến nghị',
  close: 'Khép lại',
  closeText: 'Kiến nghị đã được trả lời và sẽ khép lại.',
  withdrawText: 'Kiến nghị chưa được trả lời; rút lại thì không ai trả lời nữa.',
  closedAt: (by: string, at: string) => `${by} khép lại lúc ${at}`,
}, {
  number: number => `Complaint ${number}`,
  openedAt: at => `Sent at ${at}`,
  about: 'About',
  whole: 'the result as a whole',
  answer: (by, at) => `${by} answered at ${at}`,
  withdraw: 'Withdraw',
  close: 'Close',
  closeText: 'The complaint has been answered and will be closed.',
  withdrawText: 'The complaint has not been answered; once withdrawn nobody answers it any more.',
  closedAt: (by, at) => `${by} closed it at ${at}`,
});

const kinds: Readonly<Record<Schema['ComplaintState'], BadgeKind>> = { open: 'warn', answered: 'info', closed: 'plain' };

export interface ComplaintProps {
  readonly place: PlaceId;
  readonly one: Schema['ComplaintView'];
  /** The criterion that it is about; none: the whole. */
  readonly about: Schema['SheetNode'] | undefined;
  readonly isMine: boolean;
  readonly onClosed: () => void;
}

/** A complaint, its answer, and its end. */
export function Complaint({ place, one, about, isMine, onClosed }: ComplaintProps) {
  const [isAsked, setAsked] = useState(false);
  const { answer } = one;
  const act = answer ? w.close : w.withdraw;
  const close = async () => {
    await ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/complaints/{complaint}/closing', { params: { path: { ...pathOf(place), complaint: `${one.complaint}` } } }));
    onClosed();
  };
  return (
    <section class="card" aria-label={w.number(one.complaint)}>
      <h3>{w.number(one.complaint)} <StatusBadge kind={kinds[one.state]}>{complaintStateNames[one.state]}</StatusBadge></h3>
      <p class="small">{w.openedAt(moment(one.openedAt))} · {w.about}: {about ? `${printed(about)} ${about.title}` : one.criterion ?? w.whole}</p>
      <p class="pre">{one.text}</p>
      {answer && (
        <Notice kind={answer.outcome === 'upheld' ? 'good' : 'note'}>
          <strong>{complaintOutcomeNames[answer.outcome]}.</strong> <span class="pre">{answer.text}</span>
          <p class="small">{w.answer(complaintPartyNames[answer.by], moment(answer.at))}</p>
        </Notice>
      )}
      {one.closedBy && <p class="small">{w.closedAt(complaintPartyNames[one.closedBy], moment(one.closedAt))}</p>}
      {isMine && one.state !== 'closed' && <button type="button" onClick={() => setAsked(true)}>{act}…</button>}
      {isAsked && <Confirm title={`${act}: ${w.number(one.complaint)}`} yes={act} isOpen onConfirm={close} onClose={() => setAsked(false)}><p>{answer ? w.closeText : w.withdrawText}</p></Confirm>}
    </section>
  );
}
