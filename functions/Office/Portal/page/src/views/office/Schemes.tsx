import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Download } from '../../parts/Download';
import { Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { ProblemView } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { go } from '../../shell/router';
import { may } from '../../shell/session';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { Frame, Select } from './Frame';
import { at } from './names';
import { allSchemes } from './reads';
import { SchemeFile } from './SchemeFile';
import { idOf } from './search';
import { schemeTemplate } from './template';

const w = words({
  title: 'Bảng điểm', version: 'Bản', criteria: 'Số tiêu chí', draft: 'đang soạn', none: 'Chưa có bảng điểm nào.', add: 'Lập bảng điểm mới', name: 'Tên bảng điểm', id: 'Mã bảng điểm', idHint: 'chữ thường không dấu', from: 'Bắt đầu từ',
  template: 'Mẫu 100 điểm, ba phần, điểm thưởng và điểm trừ', copy: (title: string) => `Sao chép: ${title}`, make: 'Lập', workbook: 'Tải về XLSX', file: 'Hoặc nhập từ tệp Excel', fileHint: 'Tệp có dạng như khi tải về từ đây. Xin đặt tên bảng điểm trước, tệp sẽ mang mã ở trên.',
}, {
  title: 'Schemes', version: 'Version', criteria: 'Criteria', draft: 'draft', none: 'There is no scheme yet.', add: 'Make a new scheme', name: 'Name of the scheme', id: 'Id', idHint: 'lower-case letters without marks', from: 'Begin from',
  template: 'The template: 100 points, three sections, bonus and penalty', copy: title => `A copy of: ${title}`, make: 'Make it', workbook: 'Download XLSX', file: 'Or import a workbook', fileHint: 'A workbook of the form that is downloaded here. Name the scheme first: the file gets the id above.',
});

export default function Schemes() {
  const asked = useAnswer(allSchemes, []);
  return (
    <Frame title={w.title}>
      <Show of={asked}>
        {schemes => (
          <>
            <Table
              caption={w.title} isCaptionHidden rows={schemes} rowKey={scheme => scheme.scheme} empty={w.none}
              columns={[
                { head: common.name, cell: scheme => <><a href={at('scheme', scheme.scheme)}>{scheme.title}</a> {scheme.isDraft && <StatusBadge kind="warn">{w.draft}</StatusBadge>}</>, sort: scheme => scheme.title },
                { head: w.version, cell: scheme => scheme.version, isNumber: true },
                { head: w.criteria, cell: scheme => scheme.criteria, isNumber: true },
                { head: common.download, cell: scheme => <Download class="quiet" address={`/api/schemes/${encodeURIComponent(scheme.scheme)}/xlsx`}>{w.workbook}<span class="hidden"> – {scheme.title}</span></Download> },
              ]} />
            {may('PutScheme') && <NewScheme schemes={schemes} onDone={id => go(at('scheme', id))} />}
          </>
        )}
      </Show>
    </Frame>
  );
}

/** A scheme from the template, a copy of another, or a workbook; also a step of the set-up. */
export function NewScheme({ schemes, onDone }: { schemes: readonly Schema['SchemeItem'][]; onDone: (id: string) => void }) {
  const [title, set] = useState('');
  const [own, setOwn] = useState<string>();
  const [from, begin] = useState('');
  const act = useAct();
  const id = own ?? idOf(title);
  const make = async (event: Event) => {
    event.preventDefault();
    const done = await act.run(async () => {
      await (from
        ? ask(api.POST('/api/schemes/{scheme}/copy', { params: { path: { scheme: from } }, body: { to: id, title } }))
        : ask(api.PUT('/api/schemes/{scheme}', { params: { path: { scheme: id } }, body: { ...schemeTemplate, title } })));
    });
    if (done) {
      onDone(id);
    }
  };
  return (
    <>
      <h2>{w.add}</h2>
      <form class="card" onSubmit={event => void make(event)}>
        <Field label={w.name} isRequired><input type="text" required maxLength={500} value={title} onInput={event => set(event.currentTarget.value)} /></Field>
        <Field label={w.id} hint={w.idHint} isRequired><input type="text" required pattern="[a-z0-9\-]+" maxLength={64} value={id} onInput={event => setOwn(event.currentTarget.value)} /></Field>
        <Field label={w.from}><Select value={from} onChange={begin} choices={[{ value: '', name: w.template }, ...schemes.map(scheme => ({ value: scheme.scheme, name: w.copy(scheme.title) }))]} /></Field>
        {act.problem && <ProblemView problem={act.problem} />}
        <button type="submit" class="primary" disabled={act.isBusy || !id}>{w.make}</button>
        {may('ImportScheme') && (
          <>
            <h3>{w.file}</h3>
            <p class="hint">{w.fileHint}</p>
            {id && <SchemeFile scheme={id} etag={null} onDone={() => onDone(id)} />}
          </>
        )}
      </form>
    </>
  );
}
