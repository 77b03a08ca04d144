import type { Schema } from '../api/client';
import { words } from './language';

/** Words of appraised points and complaints. */
export const appraiserNames: Readonly<Record<Schema['AppraiserOffice'], string>> = words({
  head: 'Khối trưởng', deputy: 'Khối phó', office: 'Cơ quan thường trực', specialist: 'Cơ quan chuyên môn',
}, {
  head: 'Head', deputy: 'Deputy', office: 'Emulation office', specialist: 'Specialist body',
});

export const roundStateNames: Readonly<Record<Schema['RoundState'], string>> = words(
  { upcoming: 'Chưa bắt đầu', open: 'Đang thẩm định', closed: 'Đã kết thúc' },
  { upcoming: 'To come', open: 'Under way', closed: 'Closed' });

const w = words({ official: 'Chính thức', own: 'Tạm tính theo điểm tự chấm', until: (round: number) => `Tạm tính đến vòng ${round}` }, { official: 'Official', own: 'So far, by its own points', until: round => `So far, until round ${round}` });

/** What the points that count by now are called: official only once nothing follows. */
export function nameOfCounted({ rounds, state }: Pick<Schema['AppraisalView'], 'rounds' | 'state'>): string {
  const closed = rounds.filter(one => one.state === 'closed').length;
  return state === 'locked' || (closed > 0 && closed === rounds.length) ? w.official : closed === 0 ? w.own : w.until(closed);
}

/** A class is one only by official points. */
export const isOfficial = (view: Pick<Schema['AppraisalView'], 'rounds' | 'state'>): boolean => nameOfCounted(view) === w.official;

export const complaintStateNames: Readonly<Record<Schema['ComplaintState'], string>> = words(
  { open: 'Chờ trả lời', answered: 'Đã trả lời', closed: 'Đã khép lại' },
  { open: 'Waiting for an answer', answered: 'Answered', closed: 'Closed' });

export const complaintOutcomeNames: Readonly<Record<Schema['ComplaintOutcome'], string>> = words(
  { upheld: 'Chấp nhận kiến nghị', dismissed: 'Giữ nguyên điểm' },
  { upheld: 'Upheld', dismissed: 'Dismissed' });

export const complaintPartyNames: Readonly<Record<Schema['ComplaintParty'], string>> = words(
  { unit: 'Đơn vị', head: 'Khối trưởng', office: 'Cơ quan thường trực' },
  { unit: 'The unit', head: 'Head', office: 'Emulation office' });
