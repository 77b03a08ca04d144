import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Frame, Select } from './Frame';
import { at } from './names';
import { allSchemes } from './reads';

const w = words({
  title: 'So sánh bảng điểm', back: 'Bảng điểm', one: 'Bản', other: 'Với', version: (title: string, n: number) => `${title}, bản ${n}`, what: 'Chỗ khác', criterion: 'Tiêu chí', class: 'Mức xếp loại', before: 'Trước', after: 'Sau', same: 'Hai bản giống hệt nhau.', choose: 'Bảng điểm này mới có một bản. Xin chọn một bảng điểm khác để so sánh.', alone: 'Chỉ có một bảng điểm với một bản: chưa có gì để so sánh.',
}, { title: 'Compare schemes', back: 'Scheme', one: 'Version', other: 'With', version: (title, n) => `${title}, version ${n}`, what: 'Where', criterion: 'Criterion', class: 'Class', before: 'Before', after: 'After', same: 'The two are the same.', choose: 'This scheme has one version only. Choose another scheme to compare it with.', alone: 'There is one scheme in one version: nothing to compare it with.' });

const members: Readonly<Record<string, string>> = words({
  title: 'tên', number: 'số thứ tự', maximum: 'điểm tối đa', kind: 'loại', parent: 'thuộc phần', basis: 'căn cứ chấm điểm', evidence: 'minh chứng', each: 'điểm mỗi lần', step: 'bước điểm', options: 'các lựa chọn', checkedBy: 'cơ quan kiểm tra', from: 'từ điểm', bonusCap: 'trần điểm thưởng', penaltyCap: 'trần điểm trừ', rounding: 'làm tròn', source: 'văn bản',
}, {
  title: 'title', number: 'number', maximum: 'maximum', kind: 'kind', parent: 'part of', basis: 'basis', evidence: 'evidence', each: 'points each', step: 'step', options: 'options', checkedBy: 'checked by', from: 'from', bonusCap: 'cap of bonus', penaltyCap: 'cap of penalties', rounding: 'rounding', source: 'text',
});

/** Where two versions differ, as people say it: of `criteria['I.2'].maximum` "Tiêu chí I.2: điểm tối đa". */
function sayPath(path: string): string {
  const [, list, code, member, rest = ''] = /^(criteria|ladder)\['(.+?)'\](?:\.(\w+))?(.*)$/u.exec(path) ?? [];
  return list ? `${list === 'criteria' ? w.criterion : w.class} ${code}${member ? `: ${members[member] ?? member}` : ''}${rest}` : members[path] ?? path;
}

const key = (scheme: string, version: number): string => `${scheme} ${version}`;

export default function CompareSchemes({ params }: ViewProps) {
  const asked = useAnswer(allSchemes, []);
  return (
    <Frame title={w.title} back={{ href: at('scheme', params.scheme!), name: w.back }}>
      <Show of={asked}>
        {schemes => {
          const all = schemes.flatMap(scheme => Array.from({ length: scheme.version }, (_, index) => ({
            scheme: scheme.scheme, version: scheme.version - index, name: w.version(scheme.title, scheme.version - index),
          })));
          return <Chosen key={params.scheme} scheme={params.scheme!} all={all} />;
        }}
      </Show>
    </Frame>
  );
}

interface Version {
  readonly scheme: string;
  readonly version: number;
  readonly name: string;
}

function Chosen({ scheme, all }: { scheme: string; all: readonly Version[] }) {
  const own = all.filter(one => one.scheme === scheme);
  const [before, setBefore] = useState(own[1] ?? own[0]);
  const [after, setAfter] = useState(own.length > 1 ? own[0] : all.find(one => one.scheme !== scheme) ?? own[0]);
  if (all.length === 1) {
    return <p class="card">{w.alone}</p>;
  }

  const choices = all.map(one => ({ value: key(one.scheme, one.version), name: one.name }));
  const find = (value: string) => all.find(one => key(one.scheme, one.version) === value);
  if (!before || !after) {
    return null;
  }

  return (
    <>
      <div class="inline-form card">
        <Field label={w.one}><Select value={key(before.scheme, before.version)} onChange={value => setBefore(find(value))} choices={choices} /></Field>
        <Field label={w.other}><Select value={key(after.scheme, after.version)} onChange={value => setAfter(find(value))} choices={choices} /></Field>
      </div>
      {key(before.scheme, before.version) === key(after.scheme, after.version)
        ? <p class="card">{own.length === 1 ? w.choose : w.same}</p>
        : <Differences before={before} after={after} />}
    </>
  );
}

function Differences({ before, after }: { before: Version; after: Version }) {
  const asked = useAnswer(signal => ask(api.GET('/api/schemes/{scheme}/comparison', {
    params: { path: { scheme: before.scheme }, query: { version: before.version, other: after.scheme, otherVersion: after.version } }, signal,
  })), [before, after]);
  return (
    <Show of={asked}>
      {({ data }) => (
        <Table
          caption={`${before.name} → ${after.name}`} rows={data.differences} rowKey={one => one.path} empty={w.same}
          columns={[
            { head: w.what, cell: one => sayPath(one.path) },
            { head: w.before, cell: one => one.before ?? '–', class: 'pre' },
            { head: w.after, cell: one => one.after ?? '–', class: 'pre' },
          ]} />
      )}
    </Show>
  );
}
