import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import { Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { Tabs } from '../../parts/Tabs';
import { useAnswer } from '../../parts/useAnswer';
import { may } from '../../shell/session';
import { common } from '../../words/common';
import { count } from '../../words/format';
import { words } from '../../words/language';
import { Frame } from './Frame';
import { at, distinct, blocKindNames, blocLevelNames, unitKindNames } from './names';
import { allBlocs, allUnits } from './reads';
import { finds } from './search';
import { SaveRoster } from './SaveRoster';

const w = words({
  title: 'Danh sách đơn vị và khối',
  lead: 'Gõ tên có dấu hoặc không dấu đều tìm được.',
  importFile: 'Nhập từ tệp', newUnit: 'Thêm đơn vị', newBloc: 'Thêm khối',
  units: (n: string) => `Đơn vị (${n})`, blocs: (n: string) => `Khối, cụm (${n})`,
  search: 'Tìm theo tên, mã, lĩnh vực hoặc thư điện tử', found: (n: string, all: string) => `${n} trong ${all}`,
  kind: 'Loại', contacts: 'Thư điện tử', noContacts: 'chưa có địa chỉ', placeholder: 'giữ chỗ', central: 'trung ương quản lý',
  level: 'Cấp', stated: 'Số thành viên theo quyết định', nothing: 'Không có mục nào khớp.',
}, {
  title: 'Units and blocs',
  lead: 'Type names with or without marks.',
  importFile: 'Import a file', newUnit: 'Add a unit', newBloc: 'Add a bloc',
  units: n => `Units (${n})`, blocs: n => `Blocs and clusters (${n})`,
  search: 'Search by name, id, field or e-mail address', found: (n, all) => `${n} of ${all}`,
  kind: 'Kind', contacts: 'E-mail', noContacts: 'no address', placeholder: 'placeholder', central: 'centrally managed',
  level: 'Level', stated: 'Members by the decision', nothing: 'Nothing matches.',
});

/** Who is there: units and blocs, searched as one types. */
export default function Roster() {
  const asked = useAnswer(async signal => {
    const [units, blocs] = await Promise.all([allUnits(signal), allBlocs(signal)]);
    return { units, blocs };
  }, []);
  return (
    <Frame title={w.title} lead={w.lead} actions={<Actions />}>
      <Show of={asked}>
        {({ units, blocs }) => (
          <Tabs label={w.title} tabs={[
            { id: 'units', name: w.units(count(units.length)), body: () => <Units units={units} /> },
            { id: 'blocs', name: w.blocs(count(blocs.length)), body: () => <Blocs blocs={blocs} /> },
          ]} />
        )}
      </Show>
    </Frame>
  );
}

function Actions() {
  return (
    <>
      {may('ImportRoster') && <a class="button primary" href={at('roster', 'import')}>{w.importFile}</a>}
      <SaveRoster />
      {may('PutUnit') && <a class="button" href={at('unit')}>{w.newUnit}</a>}
      {may('PutBloc') && <a class="button" href={at('bloc')}>{w.newBloc}</a>}
    </>
  );
}

function Search<T>({ all, text, children }: { all: readonly T[]; text: (one: T) => string; children: (found: readonly T[]) => preact.ComponentChildren }) {
  const [asked, ask] = useState('');
  const found = all.filter(one => finds(asked, text(one)));
  return (
    <>
      <div class="search-row">
        <Field label={w.search}><input type="search" value={asked} onInput={event => ask(event.currentTarget.value)} /></Field>
        <p role="status" class="soft">{w.found(count(found.length), count(all.length))}</p>
      </div>
      {children(found)}
    </>
  );
}

function Units({ units }: { units: readonly Schema['UnitView'][] }) {
  const nameOf = distinct(units);
  return (
    <Search all={units} text={unit => [unit.name, unit.id, ...unit.functions, ...unit.contacts ?? []].join(' ')}>
      {found => (
        <Table
          caption={common.unit} isCaptionHidden rows={found} rowKey={unit => unit.id} empty={w.nothing}
          columns={[
            { head: common.name, cell: unit => <><a href={at('unit', unit.id)}>{nameOf(unit.id)}</a> {unit.isPlaceholder && <StatusBadge kind="warn">{w.placeholder}</StatusBadge>}</>, sort: unit => unit.name },
            { head: w.kind, cell: unit => <>{unitKindNames[unit.kind]}{unit.isCentrallyManaged && <span class="small soft"> ({w.central})</span>}</>, sort: unit => unitKindNames[unit.kind] },
            { head: w.contacts, cell: unit => unit.contacts?.length ? unit.contacts.join(', ') : <StatusBadge kind="warn">{w.noContacts}</StatusBadge>, sort: unit => unit.contacts?.[0] },
          ]} />
      )}
    </Search>
  );
}

function Blocs({ blocs }: { blocs: readonly Schema['BlocView'][] }) {
  return (
    <Search all={blocs} text={bloc => `${bloc.name} ${bloc.id}`}>
      {found => (
        <Table
          caption={common.bloc} isCaptionHidden rows={found} rowKey={bloc => bloc.id} empty={w.nothing}
          columns={[
            { head: common.name, cell: bloc => <a href={at('bloc', bloc.id)}>{bloc.name}</a>, sort: bloc => bloc.name },
            { head: w.kind, cell: bloc => blocKindNames[bloc.kind] },
            { head: w.level, cell: bloc => blocLevelNames[bloc.level] },
            { head: w.stated, cell: bloc => bloc.statedMemberCount ?? '–', isNumber: true, sort: bloc => bloc.statedMemberCount },
          ]} />
      )}
    </Search>
  );
}
