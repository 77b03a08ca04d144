import { useState } from 'preact/hooks';
import { allPages } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { heads, isOffice } from '../../shell/session';
import { common } from '../../words/common';
import { byName } from '../../words/format';
import { words } from '../../words/language';
import { Contacts as UnitContacts } from '../movements/Contacts';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { mineIn, placeIn } from './place';
import './bloc.css';

const w = words({
  title: 'Đầu mối liên hệ của các đơn vị', name: 'Họ và tên', post: 'Chức vụ', phone: 'Điện thoại', email: 'Thư điện tử', none: 'Chưa đơn vị nào ghi đầu mối liên hệ.',
}, {
  title: 'Whom to call in the units', name: 'Name', post: 'Post', phone: 'Telephone', email: 'Mail', none: 'No unit has said whom to call.',
});

interface Row {
  readonly unit: Schema['ContactsView'];
  readonly person: Schema['ContactsView']['persons'][number];
  readonly at: number;
}

/** Whom to call in the units, for who leads the bloc. */
export default function Contacts({ params }: ViewProps) {
  const place = placeIn(params);
  const path = { year: place.year, bloc: place.bloc };
  const asked = useAnswer(async signal => (await allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/contacts', {
    params: { path, query: continuation ? { continuation } : {} }, signal,
  }))).data)).flatMap(page => page.units).sort(byName(one => one.unitName)).flatMap(unit => unit.persons.map((person, at) => ({ unit, person, at }))), [path]);
  const [changed, change] = useState<Schema['ContactsView'] | null>(null);
  const mayChange = isOffice.value || heads(mineIn(place) ?? null);
  return (
    <Frame place={place} view="contacts" title={w.title}>
      {changed && (
        <section aria-label={changed.unitName}>
          <h2>{changed.unitName}</h2>
          <UnitContacts key={changed.unit} place={place} unit={changed.unit} />
          <p><button type="button" class="quiet" onClick={() => { change(null); asked.reload(); }}>{common.close}</button></p>
        </section>
      )}
      <Show of={asked}>{rows => (
        <Table
          caption={w.title} isCaptionHidden rows={rows} rowKey={row => `${row.unit.unit} ${row.at}`} empty={w.none}
          columns={[
            { head: common.unit, cell: row => row.unit.unitName, sort: row => row.unit.unitName },
            { head: w.name, cell: row => row.person.name, sort: row => row.person.name },
            { head: w.post, cell: row => row.person.post },
            { head: w.phone, cell: row => row.person.phone && <a class="nowrap" href={`tel:${row.person.phone.replace(/[^\d+]/gu, '')}`}>{row.person.phone}</a> },
            { head: w.email, cell: row => row.person.email && <a href={`mailto:${encodeURIComponent(row.person.email)}`}>{row.person.email}</a> },
            ...mayChange ? [{
              head: common.edit,
              cell: (row: Row) => row.at === 0 && <button type="button" class="quiet" onClick={() => change(row.unit)}>{common.edit}<span class="hidden"> – {row.unit.unitName}</span></button>,
            }] : [],
          ]} />
      )}</Show>
    </Frame>
  );
}
