import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { inPeriod, mayIn } from './place';

const w = words({
  keep: 'Không xếp hạng một đơn vị', again: 'Xếp hạng lại một đơn vị', choose: '– chọn –', what: 'Đơn vị đứng ngoài bảng xếp hạng, dù điểm thế nào, và nhận được thư. Lý do và căn cứ in trong bảng xếp hạng.',
  authority: 'Căn cứ', authorityHint: 'Ví dụ: Quyết định số 12/QĐ-UBND', liftWhat: 'Đơn vị nhận được thư kèm lý do.', reason: 'Lý do',
}, {
  keep: 'Keep a unit apart', again: 'Rank a unit again', choose: '– choose –', what: 'The unit stands apart from the standings whatever its points, and gets a mail. Reason and authority stand in the standings.',
  authority: 'By what authority', authorityHint: 'Such as a decision’s number', liftWhat: 'The unit gets a mail with the reason.', reason: 'Reason',
});

interface ApartProps {
  readonly place: PlaceId;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** What the office decides of single units: kept apart from the standings, or ranked again. */
export function ApartActions({ place, standings, onSaved }: { place: PlaceId; standings: Schema['StandingsView']; onSaved: () => void }) {
  const [shown, show] = useState<'keep' | 'again' | null>(null);
  const given = { place, onSaved, onClose: () => show(null) };
  return (
    <div class="buttons no-print">
      {mayIn('DisqualifyUnit', place) && <button type="button" onClick={() => show('keep')}>{w.keep}…</button>}
      {mayIn('LiftDisqualification', place) && standings.apart.length > 0 && <button type="button" onClick={() => show('again')}>{w.again}…</button>}
      {shown === 'keep' && <KeepApart {...given} units={standings.places} />}
      {shown === 'again' && <RankAgain {...given} units={standings.apart} />}
    </div>
  );
}

/** Keeps a unit apart from the standings, by a decision. */
function KeepApart({ place, units, onClose, onSaved }: ApartProps & { readonly units: readonly Schema['PlaceView'][] }) {
  const [unit, choose] = useState('');
  const [said, say] = useState({ reason: '', authority: '' });
  const send = async () => {
    await ask(api.PUT('/api/cycles/{year}/periods/{period}/blocs/{bloc}/standings/disqualifications/{unit}', {
      params: { path: { ...inPeriod(place), unit } }, body: { reason: said.reason.trim(), authority: said.authority.trim() },
    }));
    onSaved();
  };
  return (
    <Confirm title={w.keep} isOpen onClose={onClose} onConfirm={send} isDangerous isDisabled={!unit || !said.reason.trim() || !said.authority.trim()}>
      <p>{w.what}</p>
      <Units units={units} value={unit} onChange={choose} />
      <Field label={w.authority} hint={w.authorityHint} isRequired><input type="text" maxLength={300} value={said.authority} onInput={event => say({ ...said, authority: event.currentTarget.value })} /></Field>
      <Field label={w.reason} isRequired><textarea rows={2} maxLength={1000} value={said.reason} onInput={event => say({ ...said, reason: event.currentTarget.value })} /></Field>
    </Confirm>
  );
}

/** Ranks a unit again that was kept apart. */
function RankAgain({ place, units, onClose, onSaved }: ApartProps & { readonly units: readonly Schema['ApartView'][] }) {
  const [unit, choose] = useState('');
  const [reason, say] = useState('');
  const send = async () => {
    await ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/standings/disqualifications/{unit}/lifting', { params: { path: { ...inPeriod(place), unit } }, body: { reason: reason.trim() } }));
    onSaved();
  };
  return (
    <Confirm title={w.again} isOpen onClose={onClose} onConfirm={send} isDisabled={!unit || !reason.trim()}>
      <p>{w.liftWhat}</p>
      <Units units={units} value={unit} onChange={choose} />
      <Field label={w.reason} isRequired><textarea rows={2} maxLength={1000} value={reason} onInput={event => say(event.currentTarget.value)} /></Field>
    </Confirm>
  );
}

function Units({ units, value, onChange }: { units: readonly { readonly unit: string; readonly name: string }[]; value: string; onChange: (unit: string) => void }) {
  return (
    <Field label={common.unit} isRequired>
      <select value={value} onChange={event => onChange(event.currentTarget.value)}>
        <option value="">{w.choose}</option>
        {units.map(one => <option value={one.unit}>{one.name}</option>)}
      </select>
    </Field>
  );
}
