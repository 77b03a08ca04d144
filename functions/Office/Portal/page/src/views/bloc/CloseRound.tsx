import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import type { PlaceId } from '../../shell/places';
import { words } from '../../words/language';
import { inPeriod } from './place';

const w = words({
  close: (round: number) => `Đóng vòng ${round} của cả khối`,
  what: (round: number, isLast: boolean) => isLast
    ? `Sau khi đóng vòng ${round}, điểm của vòng này được tính, và không ai sửa phiếu, chấm chéo hay thẩm định nữa.`
    : `Sau khi đóng vòng ${round}, điểm của vòng này được tính. Đơn vị bị đổi điểm nhận thư và được giải trình đến khi vòng sau đóng.`,
  once: 'Vòng đã đóng không mở lại được.',
  reason: 'Lý do (khi đóng sớm)',
}, {
  close: round => `Close round ${round} for the bloc`,
  what: (round, isLast) => isLast
    ? `Once round ${round} is closed its points count, and nobody changes a sheet, scores or appraises any more.`
    : `Once round ${round} is closed its points count. Units whose points it changed get a mail, and explain until the next round is closed.`,
  once: 'A round that was closed is not opened again.',
  reason: 'Reason (when it is closed early)',
});

/** Closes the open round for all sheets of the bloc. What stands against it is said, with the units' names. */
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
        <Field label={w.reason}><textarea value={reason} onInput={event => setReason(event.currentTarget.value)} /></Field>
      </Confirm>
    </>
  );
}
