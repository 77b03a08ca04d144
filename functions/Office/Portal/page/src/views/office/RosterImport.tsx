import type { Schema } from '../../api/client';
import { Notice } from '../../parts/States';
import { words } from '../../words/language';
import { Frame } from './Frame';
import { Import } from './Import';
import { at } from './names';
import { rosterColumns } from './roster';
import { csvOf, save } from './tables';

type Ids = Schema['ImportedIds'];

const w = words({
  title: 'Nhập danh sách từ tệp', back: 'Danh sách đơn vị và khối',
  lead: 'Một tệp cho cả tỉnh: đơn vị, khối, ai ở khối nào từ ngày nào, ai làm Khối trưởng. Tệp được nhận cả, hoặc không nhận gì.',
  blank: 'Tải tệp mẫu (CSV)', hints: 'Tệp như thế nào?',
  a: 'Mỗi dòng một đơn vị trong một khối. Hàng tiêu đề như trong tệp mẫu, thứ tự cột tuỳ ý; cột không cần thì bỏ.',
  b: 'Ô để trống nghĩa là không nói gì: dữ liệu đang có được giữ nguyên. Đơn vị không có trong tệp cũng được giữ nguyên.',
  c: 'Mã viết thường không dấu, nối bằng gạch ngang: so-tai-chinh. Ngày viết 1/1/2026.',
  created: 'Thêm mới', changed: 'Thay đổi', unchanged: (n: number) => `Đã đúng như tệp: ${n} mục.`, nothing: 'Không có gì thay đổi.',
  units: 'đơn vị', blocs: 'khối', memberships: 'đơn vị vào khối', terms: 'nhiệm vụ trong khối', same: 'Các đơn vị trùng tên, có thể là một:',
}, {
  title: 'Import a roster', back: 'Units and blocs',
  lead: 'One file for the province: units, blocs, who is in which bloc since when, and who leads it. It is taken whole or not at all.',
  blank: 'Download an empty file (CSV)', hints: 'What must the file look like?',
  a: 'One line for each unit in a bloc. Headings as in the empty file, in any order; leave out columns you do not need.',
  b: 'A blank cell says nothing: what is stored stays. So do units that are not in the file.',
  c: 'Ids are lower-case letters without marks, joined by hyphens: so-tai-chinh. Days are written 1/1/2026.',
  created: 'New', changed: 'Changed', unchanged: n => `Already as the file says: ${n}.`, nothing: 'Nothing changes.',
  units: 'units', blocs: 'blocs', memberships: 'memberships', terms: 'tasks in a bloc', same: 'Units of one name, which may be the same:',
});

export default function RosterImport() {
  return (
    <Frame
      title={w.title} lead={w.lead} back={{ href: at('roster'), name: w.back }}
      actions={<button type="button" onClick={() => save('mau-danh-sach.csv', csvOf([rosterColumns]))}>↓ {w.blank}</button>}>
      <RosterFile />
      <details class="card">
        <summary>{w.hints}</summary>
        <ul><li>{w.a}</li><li>{w.b}</li><li>{w.c}</li></ul>
        <p class="small soft">{rosterColumns.join(' · ')}</p>
      </details>
    </Frame>
  );
}

/** The import by itself: also a step of the set-up. */
export function RosterFile({ onDone }: { onDone?: () => void }) {
  return <Import<Schema['ImportView']> address="/api/roster/import" say={answer => <Said answer={answer} />} {...onDone ? { onDone } : null} />;
}

function Said({ answer }: { answer: Schema['ImportView'] }) {
  const isNothing = [answer.created, answer.changed].every(ids => kinds.every(kind => ids[kind].length === 0));
  return (
    <>
      {isNothing ? <p>{w.nothing}</p> : <Counted head={w.created} ids={answer.created} />}
      {!isNothing && <Counted head={w.changed} ids={answer.changed} />}
      <p class="soft">{w.unchanged(answer.unchanged)}</p>
      {answer.sameNames.length > 0 && <Notice kind="note">{w.same} {answer.sameNames.map(names => names.join(' = ')).join('; ')}</Notice>}
    </>
  );
}

const kinds = ['units', 'blocs', 'memberships', 'terms'] as const;

function Counted({ head, ids }: { head: string; ids: Ids }) {
  return (
    <>
      {kinds.filter(kind => ids[kind].length > 0).map(kind => (
        <details>
          <summary>{head}: {ids[kind].length} {w[kind]}</summary>
          <ul class="small">{ids[kind].map(id => <li><code>{id}</code></li>)}</ul>
        </details>
      ))}
    </>
  );
}
