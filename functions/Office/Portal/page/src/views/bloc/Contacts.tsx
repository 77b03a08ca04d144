import { allPages } from '../../api/absent';
import { api, ask } from '../../api/client';
import { Show } from '../../parts/Show';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { common } from '../../words/common';
import { byName } from '../../words/format';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { placeIn } from './place';
import './bloc.css';

const w = words({
  title: 'Đầu mối liên hệ của các đơn vị', name: 'Họ và tên', post: 'Chức vụ', phone: 'Điện thoại', email: 'Thư điện tử', none: 'Chưa đơn vị nào ghi đầu mối liên hệ.',
}, {
  title: 'Whom to call in the units', name: 'Name', post: 'Post', phone: 'Telephone', email: 'Mail', none: 'No unit has said whom to call.',
});

/** Whom to call in the units, for who leads the bloc. */
export default function Contacts({ params }: ViewProps) {
  const place = placeIn(params);
  const path = { year: place.year, bloc: place.bloc };
  const asked = useAnswer(async signal => (await allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/contacts', {
    params: { path, query: continuation ? { continuation } : {} }, signal,
  }))).data)).flatMap(page => page.units).sort(byName(one => one.unitName)).flatMap(unit => unit.persons.map((person, at) => ({ unit, person, at }))), [path]);
  return (
    <Frame place={place} view="contacts" title={w.title}>
      <Show of={asked}>{rows => (
        <Table
          caption={w.title} isCaptionHidden rows={rows} rowKey={row => `${row.unit.unit} ${row.at}`} empty={w.none}
          columns={[
            { head: common.unit, cell: row => row.unit.unitName, sort: row => row.unit.unitName },
            { head: w.name, cell: row => row.person.name, sort: row => row.person.name },
            { head: w.post, cell: row => row.person.post },
            { head: w.phone, cell: row => row.person.phone && <a class="nowrap" href={`tel:${row.person.phone.replace(/[^\d+]/gu, '')}`}>{row.person.phone}</a> },
            { head: w.email, cell: row => row.person.email && <a href={`mailto:${encodeURIComponent(row.person.email)}`}>{row.person.email}</a> },
          ]} />
      )}</Show>
    </Frame>
  );
}
