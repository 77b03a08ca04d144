import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { textWith } from './reportRules';

const w = words({
  title: 'Nội dung báo cáo đã gộp',
  statistics: 'Số liệu',
  figure: 'Chỉ tiêu',
  all: 'Cả khối',
  given: 'Đơn vị có số',
  moved: 'tổng đã thay đổi',
  look: 'cần xem lại',
  edited: 'đã sửa',
  edit: 'Sửa đoạn',
  add: 'Thêm đoạn',
  text: 'Nội dung đoạn',
  empty: 'Để trống rồi lưu thì đoạn này bị bỏ.',
  nothing: 'Chưa có đoạn nào.',
  causes: 'Nguyên nhân',
}, {
  title: 'The merged text',
  statistics: 'Figures',
  figure: 'Figure',
  all: 'The bloc',
  given: 'Units that gave it',
  moved: 'the sum has moved',
  look: 'to look at',
  edited: 'edited',
  edit: 'Edit',
  add: 'Add a paragraph',
  text: 'The paragraph',
  empty: 'Saved empty, the paragraph is dropped.',
  nothing: 'No paragraph so far.',
  causes: 'Causes',
});

export interface ReportTextProps {
  readonly path: { readonly year: number; readonly bloc: string; readonly report: string };
  readonly draft: Schema['DraftView'];
  readonly etag: string | null;
  readonly mayWrite: boolean;
  readonly onSaved: () => void;
}

interface Edited {
  readonly chapter: Schema['ReportChapter'];
  /** Null for a new paragraph. */
  readonly number: number | null;
  readonly before: string;
}

/** The text of a report by chapters, paragraph by paragraph as an editor works on it, and its figures. */
export function ReportText({ path, draft, etag, mayWrite, onSaved }: ReportTextProps) {
  const [edited, edit] = useState<Edited | null>(null);
  const [text, setText] = useState('');
  const begin = (next: Edited) => {
    setText(next.before);
    edit(next);
  };
  return (
    <section>
      <h2>{w.title}</h2>
      {draft.chapters.map(chapter => (
        <section class="card" key={chapter.chapter}>
          <h3>{chapter.title}</h3>
          {chapter.items.length === 0 && <p class="soft">{w.nothing}</p>}
          {chapter.items.map(item => (
            <div class="paragraph" key={item.number}>
              <div>
                <p class="pre">{item.text}</p>
                {item.causes.length > 0 && <p class="small">{w.causes}: {item.causes.join('; ')}</p>}
                <p class="small soft">{item.unitName} {item.isToLookAt && <StatusBadge kind="warn">{w.look}</StatusBadge>} {item.isEdited && <StatusBadge kind="info">{w.edited}</StatusBadge>}</p>
              </div>
              {mayWrite && <button type="button" class="no-print" aria-label={`${w.edit}: ${item.text.slice(0, 60)}`} onClick={() => begin({ chapter: chapter.chapter, number: item.number, before: item.text })}>{common.edit}</button>}
            </div>
          ))}
          {mayWrite && <p class="no-print"><button type="button" aria-label={`${w.add}: ${chapter.title}`} onClick={() => begin({ chapter: chapter.chapter, number: null, before: '' })}>{w.add}</button></p>}
        </section>
      ))}
      {draft.statistics.length > 0 && (
        <Table
          caption={w.statistics} rows={draft.statistics} rowKey={one => one.question}
          columns={[
            { head: w.figure, cell: one => one.title },
            { head: w.all, cell: one => <>{one.said ?? one.number?.toLocaleString('vi-VN') ?? '–'} {one.measure} {one.hasMoved && <StatusBadge kind="warn">{w.moved}</StatusBadge>}</>, isNumber: true },
            { head: w.given, cell: one => one.given, isNumber: true },
          ]} />
      )}
      {edited && (
        <Confirm
          title={edited.number === null ? w.add : w.edit} isOpen onClose={() => edit(null)} yes={common.save} isDisabled={text.trim() === '' && edited.number === null}
          onConfirm={async () => {
            await ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/reports/{report}/draft', {
              params: { path, header: etag ? { 'If-Match': etag } : {} }, body: textWith(draft, { ...edited, text: text.trim() || null }),
            }));
            onSaved();
          }}>
          <Field label={w.text} {...edited.number !== null ? { hint: w.empty } : null}><textarea rows={8} value={text} onInput={event => setText(event.currentTarget.value)} /></Field>
        </Confirm>
      )}
    </section>
  );
}
