import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { common } from '../../words/common';
import { byName } from '../../words/format';
import { words } from '../../words/language';
import { Select } from './Frame';
import { distinct, officerKindNames, options } from './names';
import { finds } from './search';

const w = words({
  title: 'Thêm cán bộ', find: 'Tìm đơn vị', choose: '– chọn đơn vị –', account: 'Mã tài khoản (Object ID)', hint: 'Có trong danh sách người dùng của Microsoft Entra. Người đăng nhập mà chưa được gắn sẽ thấy mã này ở trang “Tôi được làm gì”.', kind: 'Loại',
  approves: 'Được phê duyệt thay mặt đơn vị (lãnh đạo)',
}, {
  title: 'Add an officer', find: 'Find a unit', choose: '– choose a unit –', account: 'Object id of the account', hint: 'It stands in the list of users of Microsoft Entra. Who signs in and is not bound yet sees it under “What I may do”.', kind: 'Kind',
  approves: 'May approve for the unit (its leader)',
});

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

export function NewOfficer({ units, unit: first, onDone, onClose }: { units: readonly Schema['UnitView'][]; unit: string; onDone: () => void; onClose: () => void }) {
  const [unit, choose] = useState(first);
  const [asked, find] = useState('');
  const [account, set] = useState('');
  const [kind, setKind] = useState<Schema['OfficerKind']>('person');
  const [mayApprove, approve] = useState(false);
  const nameOf = distinct(units);
  const offered = units.filter(one => one.id === unit || finds(asked, `${one.name} ${one.id}`)).sort(byName(one => one.name));
  const send = async () => {
    await ask(api.PUT('/api/units/{unit}/officers/{officer}', { params: { path: { unit, officer: account.trim().toLowerCase() } }, body: { kind, mayApprove: kind === 'person' && mayApprove } }));
    onDone();
  };
  return (
    <Confirm title={w.title} isOpen onClose={onClose} onConfirm={send} yes={common.add} isDisabled={!unit || !guid.test(account.trim())}>
      <Field label={w.find}><input type="search" value={asked} onInput={event => find(event.currentTarget.value)} /></Field>
      <Field label={common.unit} isRequired><Select value={unit} onChange={choose} choices={[{ value: '', name: w.choose }, ...offered.map(one => ({ value: one.id, name: nameOf(one.id) }))]} /></Field>
      <Field label={w.account} hint={w.hint} isRequired><input type="text" autocomplete="off" spellcheck={false} value={account} onInput={event => set(event.currentTarget.value)} /></Field>
      <Field label={w.kind}><Select value={kind} onChange={setKind} choices={options(officerKindNames)} /></Field>
      {kind === 'person' && <label class="check"><input type="checkbox" checked={mayApprove} onChange={event => approve(event.currentTarget.checked)} /> {w.approves}</label>}
    </Confirm>
  );
}
