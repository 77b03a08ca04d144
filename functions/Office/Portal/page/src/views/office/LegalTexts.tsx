import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { StatusBadge, type BadgeKind } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { may } from '../../shell/session';
import { common } from '../../words/common';
import { day, type Day } from '../../words/format';
import { words } from '../../words/language';
import { cited } from '../../words/cited';
import { readAll } from './all';
import { Frame } from './Frame';
import { LegalTextForm } from './LegalTextForm';
import { finds } from './search';

type Text = Schema['LegalTextView'];

const w = words({
  title: 'Văn bản pháp lý', lead: 'Văn bản và điều khoản mà các giấy tờ viện dẫn, cùng thời gian có hiệu lực.', add: 'Thêm văn bản', none: 'Chưa có văn bản nào.', paper: 'Văn bản', from: 'Từ ngày', until: 'Đến hết ngày', state: 'Hiệu lực', search: 'Tìm theo số, tên hoặc nội dung', on: 'Còn hiệu lực vào ngày', onHint: 'để trống: mọi văn bản', replaced: (text: string) => `thay bằng ${text}`, change: 'Sửa',
}, {
  title: 'Legal texts', lead: 'The texts and provisions that papers cite, and when they are in force.', add: 'Enter a text', none: 'No text yet.', paper: 'Text', from: 'From', until: 'Until', state: 'In force', search: 'Search by number, name or subject', on: 'In force on', onHint: 'blank: every text', replaced: text => `replaced by ${text}`, change: 'Change',
});

export const validityNames: Readonly<Record<Schema['Validity'], string>> = words(
  { inForce: 'Đang có hiệu lực', inPart: 'Có hiệu lực một phần', notYet: 'Chưa có hiệu lực', ended: 'Hết hiệu lực', unknown: 'Chưa rõ' }, { inForce: 'In force', inPart: 'In force in part', notYet: 'Not yet in force', ended: 'No longer in force', unknown: 'Not known' });

const badges: Readonly<Record<Schema['Validity'], BadgeKind>> = { inForce: 'good', inPart: 'warn', notYet: 'info', ended: 'plain', unknown: 'plain' };

export default function LegalTexts() {
  const [inForceOn, setDay] = useState<Day | null>(null);
  const [asked, find] = useState('');
  const [edited, edit] = useState<Text | 'new' | null>(null);
  const list = useAnswer(signal => readAll<Text>(async continuation => {
    const { data } = await ask(api.GET('/api/legal-texts', { params: { query: { ...(inForceOn ? { inForceOn } : null), ...(continuation ? { continuation } : null) } }, signal }));
    return { items: data.texts, continuation: data.continuation };
  }), [inForceOn]);
  const numberOf = (id: string) => list.value?.find(one => one.text === id)?.paper.number ?? id;
  return (
    <Frame title={w.title} lead={w.lead} actions={may('PutLegalText') && <button type="button" class="primary" onClick={() => edit('new')}>{w.add}</button>}>
      <div class="search-row">
        <Field label={w.search}><input type="search" value={asked} onInput={event => find(event.currentTarget.value)} /></Field>
        <Field label={w.on} hint={w.onHint}><DayField value={inForceOn} onChange={setDay} isLate /></Field>
      </div>
      <Show of={list}>
        {texts => (
          <Table
            caption={w.title} isCaptionHidden rows={texts.filter(one => finds(asked, cited(one.paper)))} rowKey={one => one.text} empty={w.none}
            columns={[
              { head: w.paper, cell: one => cited(one.paper), sort: one => cited(one.paper), class: 'wide' },
              { head: w.state, cell: one => <><StatusBadge kind={badges[one.validity]}>{validityNames[one.validity]}</StatusBadge>{one.replacedBy && <p class="small">{w.replaced(numberOf(one.replacedBy))}</p>}<Provisions of={one} /></>, sort: one => validityNames[one.validity] },
              { head: w.from, cell: one => day(one.from ?? one.paper.day) || '–', sort: one => one.from ?? one.paper.day },
              { head: w.until, cell: one => day(one.until) || '–', sort: one => one.until },
              ...may('PutLegalText') ? [{ head: w.change, cell: (one: Text) => <button type="button" class="quiet" onClick={() => edit(one)}>{common.edit}<span class="hidden"> – {one.paper.number ?? one.paper.kind}</span></button> }] : [],
            ]} />
        )}
      </Show>
      {edited && <LegalTextForm known={edited === 'new' ? null : edited} texts={list.value ?? []} onClose={() => edit(null)} onSaved={list.reload} />}
    </Frame>
  );
}

function Provisions({ of }: { of: Text }) {
  return of.provisions.length === 0 ? null : <ul class="small">{of.provisions.map(one => <li>{one.name}: {validityNames[one.validity]}{one.until && ` (${day(one.until)})`}</li>)}</ul>;
}
