import { PointsField } from '../../parts/PointsField';
import { Table } from '../../parts/Table';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { points, toHundredths, toPoints } from '../../words/points';
import { rungsOf, stepsOf, type Content, type Step } from './scheme';
import { idOf } from './search';

const w = words({
  title: 'Các mức xếp loại', name: 'Tên mức', from: 'Từ điểm', least: 'còn lại', add: 'Thêm mức', fresh: 'Mức mới', complex: 'Các mức của bảng điểm này có khoảng riêng; xin sửa trong tệp Excel.', none: 'Bảng điểm không xếp loại.',
}, { title: 'Classes', name: 'Name', from: 'From', least: 'the rest', add: 'Add a class', fresh: 'New class', complex: 'The classes of this scheme have bounds of their own; change them in the workbook.', none: 'The scheme does not classify.' });

/** The classes, the highest first. */
export function Ladder({ content, isDisabled, onChange }: { content: Content; isDisabled: boolean; onChange: (content: Content) => void }) {
  const steps = stepsOf(content.ladder);
  const set = (next: readonly Step[]) => onChange({ ...content, ladder: rungsOf(next, content.ladder) });
  const put = (code: string, part: Partial<Step>) => set(steps!.map(step => step.code === code ? { ...step, ...part } : step));
  const rows = steps ?? content.ladder.map(({ code, title, minimum }) => ({ code, title, from: minimum }));
  const isFixed = isDisabled || steps === null;
  const grow = () => {
    const taken = new Set(rows.map(row => row.code));
    let at = 1;
    while (taken.has(`${idOf(w.fresh)}-${at}`)) {
      at++;
    }

    const highest = Math.max(...rows.map(row => row.from ?? 0), 0);
    set([...rows, { code: `${idOf(w.fresh)}-${at}`, title: w.fresh, from: rows.length === 0 ? null : highest + 1 }]);
  };
  return (
    <>
      <Table
        caption={w.title} rows={rows} rowKey={row => row.code} empty={w.none}
        columns={[
          { head: w.name, cell: row => isFixed ? row.title : <input type="text" aria-label={`${w.name}: ${row.code}`} value={row.title} onInput={event => put(row.code, { title: event.currentTarget.value })} /> },
          { head: w.from, cell: row => row.from === null ? w.least : isFixed ? points(row.from) : <PointsField label={`${w.from}: ${row.title}`} value={toHundredths(row.from)} least={0} onChange={value => value !== null && put(row.code, { from: toPoints(value) })} /> },
          ...isFixed ? [] : [{ head: common.remove, cell: (row: Step) => <button type="button" class="quiet" onClick={() => set(steps.filter(step => step.code !== row.code))}>{common.remove}<span class="hidden"> – {row.title}</span></button> }],
        ]} />
      {steps === null ? <p class="hint">{w.complex}</p> : !isDisabled && <p><button type="button" onClick={grow}>{w.add}</button></p>}
    </>
  );
}
