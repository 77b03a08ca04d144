import { useState } from 'preact/hooks';
import { allPages } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { byName } from '../../words/format';
import { words } from '../../words/language';
import { inPeriod } from './place';

const w = words({
  close: (round: number) => `Đóng vòng ${round} của cả khối`,
  what: (round: number, isLast: boolean) => isLast
    ? `Sau khi đóng vòng ${round}, điểm của vòng này được tính, và không ai sửa phiếu, chấm chéo hay thẩm định nữa.`
    : `Sau khi đóng vòng ${round}, điểm của vòng này được tính. Đơn vị bị đổi điểm nhận thư và được giải trình đến khi vòng sau đóng.`,
  once: 'Vòng đã đóng không mở lại được.',
  out: (count: number) => `${count} phiếu chưa nộp`,
  allIn: 'Mọi đơn vị đã nộp phiếu',
  reason: 'Lý do (khi đóng sớm)',
}, {
  close: round => `Close round ${round} for the bloc`,
  what: (round, isLast) => isLast
    ? `Once round ${round} is closed its points count, and nobody changes a sheet, scores or appraises any more.`
    : `Once round ${round} is closed its points count. Units whose points it changed get a mail, and explain until the next round is closed.`,
  once: 'A round that was closed is not opened again.',
  out: count => count === 1 ? '1 sheet is not in' : `${count} sheets are not in`,
  allIn: 'Every sheet is in',
  reason: 'Reason (when it is closed early)',
});

/** Closes the open round for all sheets of the bloc. Whose sheets are not in is said before, what stands against it after, with the units' names. */
export function CloseRound({ place, rounds, onDone }: { place: PlaceId; rounds: readonly Schema['RoundView'][]; onDone: () => void }) {
  const open = rounds.find(one => one.state === 'open');
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  if (!open) {
    return null;
  }

  const { round } = open;
  return (
    <>
      <button type="button" onClick={() => setAsked(true)}>{w.close(round)}</button>
      <Confirm
        title={w.close(round)} isOpen={isAsked} onClose={() => setAsked(false)} yes={w.close(round)} isDangerous
        onConfirm={async () => {
          await ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/appraisal/rounds/{round}/closing', {
            params: { path: { ...inPeriod(place), round } }, body: reason.trim() ? { reason } : {},
          }));
          onDone();
        }}>
        <p>{w.what(round, round === rounds.at(-1)?.round)}</p>
        <p><strong>{w.once}</strong></p>
        {isAsked && <NotIn place={place} />}
        <Field label={w.reason}><textarea value={reason} onInput={event => setReason(event.currentTarget.value)} /></Field>
      </Confirm>
    </>
  );
}

function NotIn({ place }: { place: PlaceId }) {
  const path = inPeriod(place);
  const asked = useAnswer(async signal => (await allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets', {
    params: { path, query: { pageSize: 200, ...continuation ? { continuation } : null } }, signal,
  }))).data)).flatMap(page => page.sheets).filter(one => !['submitted', 'locked', 'closed'].includes(one.state)).sort(byName(one => one.name)), [path]);
  return (
    <Show of={asked}>{missing => missing.length === 0
      ? <p><StatusBadge kind="good">{w.allIn}</StatusBadge></p>
      : <p><StatusBadge kind="warn">{w.out(missing.length)}</StatusBadge> {missing.map(one => one.name).join(', ')}</p>}
    </Show>
  );
}
