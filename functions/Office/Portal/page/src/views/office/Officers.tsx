import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { query } from '../../shell/router';
import { may } from '../../shell/session';
import { common } from '../../words/common';
import { byName, count } from '../../words/format';
import { words } from '../../words/language';
import { Frame } from './Frame';
import { Import } from './Import';
import { officerKindNames } from './names';
import { NewOfficer } from './NewOfficer';
import { allOfficers, allUnits } from './reads';
import { finds } from './search';
import { csvOf, save } from './tables';

type Officer = Schema['OfficerView'];

const w = words({
  title: 'Cán bộ của các đơn vị', lead: 'Hệ thống chỉ giữ mã tài khoản (Object ID), không giữ tên người.',
  add: 'Thêm cán bộ', importFile: 'Nhập từ tệp', download: 'Tải về (CSV)', file: 'can-bo.csv', columns: ['Mã tài khoản', 'Mã đơn vị', 'Loại tài khoản', 'Được phê duyệt'],
  account: 'Mã tài khoản', kind: 'Loại', approves: 'Được phê duyệt', search: 'Tìm theo đơn vị hoặc mã tài khoản', found: (n: string, all: string) => `${n} trong ${all}`, remove: 'Gỡ', removing: 'Gỡ cán bộ khỏi đơn vị', without: 'Đơn vị chưa có cán bộ nào',
  removeText: (unit: string) => `Tài khoản này sẽ không còn làm thay ${unit} từ lần mở trang kế tiếp. Những gì đã làm vẫn giữ nguyên.`,
  created: (n: number) => `Gắn thêm ${n} tài khoản.`, unchanged: (n: number) => `Đã có sẵn: ${n}.`, importHint: 'Cột: Mã tài khoản, Mã đơn vị, Loại tài khoản (cán bộ, phần mềm), Được phê duyệt (x). Không có cột tên người. Tệp chỉ thêm, không gỡ ai.', grant: 'Cho phê duyệt', revoke: 'Thôi phê duyệt',
}, {
  title: 'Officers of the units', lead: 'Only the account’s object id is kept, no names of people.',
  add: 'Add an officer', importFile: 'Import a file', download: 'Download (CSV)', file: 'officers.csv', columns: ['account', 'unit', 'kind', 'approves'],
  account: 'Account', kind: 'Kind', approves: 'May approve', search: 'Search by unit or account', found: (n, all) => `${n} of ${all}`, remove: 'Remove', removing: 'Remove the officer from the unit', without: 'Units without an officer',
  removeText: unit => `This account no longer acts for ${unit} from its next request on. What it has done stays.`,
  created: n => `Binds ${n} more accounts.`, unchanged: n => `There already: ${n}.`, importHint: 'Columns: account, unit, kind (person, application), approves (x). No column of names. The file only adds and removes nobody.', grant: 'Let it approve', revoke: 'No longer approve',
});

export default function Officers() {
  const asked = useAnswer(async signal => {
    const [officers, units] = await Promise.all([allOfficers(signal), allUnits(signal)]);
    return { officers, units };
  }, []);
  const [isAdding, add] = useState(false);
  return (
    <Frame title={w.title} lead={w.lead} actions={may('PutOfficer') && <button type="button" class="primary" onClick={() => add(true)}>{w.add}</button>}>
      <Show of={asked}>
        {({ officers, units }) => (
          <>
            <List officers={officers} units={units} onChange={asked.reload} />
            {isAdding && <NewOfficer units={units} unit={query.value.get('unit') ?? ''} onDone={asked.reload} onClose={() => add(false)} />}
          </>
        )}
      </Show>
      {may('ImportOfficers') && (
        <section>
          <h2>{w.importFile}</h2>
          <p class="hint">{w.importHint}</p>
          <OfficersFile onDone={asked.reload} />
        </section>
      )}
    </Frame>
  );
}

export function OfficersFile({ onDone }: { onDone: () => void }) {
  return <Import<Schema['OfficerImportView']> address="/api/officers/import" onDone={onDone} say={answer => <p>{w.created(answer.created.length)} {w.unchanged(answer.unchanged)}</p>} />;
}

function List({ officers, units, onChange }: { officers: readonly Officer[]; units: readonly Schema['UnitView'][]; onChange: () => void }) {
  const [asked, find] = useState(units.find(unit => unit.id === query.value.get('unit'))?.name ?? '');
  const [removed, remove] = useState<Officer>();
  const found = officers.filter(officer => finds(asked, `${officer.unitName} ${officer.unit} ${officer.officer}`)).sort(byName(officer => officer.unitName));
  const bound = new Set(officers.map(officer => officer.unit));
  const without = units.filter(unit => !bound.has(unit.id) && !unit.isPlaceholder);
  const write = () => save(w.file, csvOf([w.columns, ...officers.map(officer => [officer.officer, officer.unit, officer.kind, officer.kind === 'person' ? String(officer.mayApprove) : ''])]));
  return (
    <>
      <div class="search-row">
        <Field label={w.search}><input type="search" value={asked} onInput={event => find(event.currentTarget.value)} /></Field>
        <p role="status" class="soft">{w.found(count(found.length), count(officers.length))}</p>
        <button type="button" onClick={write}>↓ {w.download}</button>
      </div>
      <Table
        caption={w.title} isCaptionHidden rows={found} rowKey={officer => officer.unit + officer.officer}
        columns={[
          { head: common.unit, cell: officer => officer.unitName, sort: officer => officer.unitName },
          { head: w.account, cell: officer => <code class="nowrap">{officer.officer}</code>, sort: officer => officer.officer },
          { head: w.kind, cell: officer => officerKindNames[officer.kind] },
          { head: w.approves, cell: officer => officer.kind === 'person' && <Approves officer={officer} onChange={onChange} /> },
          ...may('RemoveOfficer') ? [{ head: w.remove, cell: (officer: Officer) => <button type="button" class="quiet" onClick={() => remove(officer)}>{w.remove}<span class="hidden"> – {officer.unitName}, {officer.officer}</span></button> }] : [],
        ]} />
      {without.length > 0 && <details class="card"><summary>{w.without}: {without.length}</summary><ul>{without.map(unit => <li>{unit.name}</li>)}</ul></details>}
      {removed && (
        <Confirm
          title={w.removing} isOpen onClose={() => remove(undefined)} yes={w.remove} isDangerous
          onConfirm={async () => {
            await ask(api.DELETE('/api/units/{unit}/officers/{officer}', { params: { path: { unit: removed.unit, officer: removed.officer } } }));
            onChange();
          }}>
          <p>{w.removeText(removed.unitName)}</p>
          <p><code>{removed.officer}</code></p>
        </Confirm>
      )}
    </>
  );
}

/** Whether it approves; changed after a question, by the tag of what was read. */
function Approves({ officer, onChange }: { officer: Officer; onChange: () => void }) {
  const [isAsked, question] = useState(false);
  const name = officer.mayApprove ? w.revoke : w.grant;
  const send = async () => {
    await ask(api.PUT('/api/units/{unit}/officers/{officer}', {
      params: { path: { unit: officer.unit, officer: officer.officer }, header: { 'If-Match': officer.etag } }, body: { kind: officer.kind, mayApprove: !officer.mayApprove },
    }));
    onChange();
  };
  return (
    <>
      <StatusBadge kind={officer.mayApprove ? 'good' : 'plain'}>{officer.mayApprove ? common.yes : common.no}</StatusBadge>{' '}
      {may('PutOfficer') && <button type="button" class="quiet" onClick={() => question(true)}>{name}<span class="hidden"> – {officer.unitName}, {officer.officer}</span></button>}
      <Confirm title={name} isOpen={isAsked} onClose={() => question(false)} onConfirm={send}><p>{officer.unitName}: <code>{officer.officer}</code></p></Confirm>
    </>
  );
}
