import { sheetWords as w } from '../../words/sheet';
import { printed } from './describe';
import type { Row, SheetModel } from './model';
import { anchorOf, GroupSum } from './ScoreForm';

/** The sections with what they come to and what they lack, each a link. */
export function Contents({ model }: { model: SheetModel }) {
  return (
    <details class="contents no-print">
      <summary>{w.contents} ({model.sections.length})</summary>
      <nav aria-label={w.contents}>
        <ul>
          {model.sections.map(row => (
            <li key={row.node.criterion}>
              <a href={`#${anchorOf(row)}`} onClick={event => jump(event, row)}>{printed(row.node)} {row.node.title}</a>
              <GroupSum row={row} />
              <Lacks row={row} />
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

function jump(event: MouseEvent, row: Row) {
  event.preventDefault();
  const line = document.getElementById(anchorOf(row));
  line?.scrollIntoView();
  line?.focus({ preventScroll: true });
}

function Lacks({ row }: { row: Row }) {
  const count = lacksIn(row);
  return <p class={count > 0 ? 'lack' : 'soft'}>{count > 0 ? '⚠' : '✓'} {w.lacking(count)}</p>;
}

const lacksIn = (row: Row): number => row.lacks.value.length + row.children.reduce((sum, child) => sum + lacksIn(child), 0);
