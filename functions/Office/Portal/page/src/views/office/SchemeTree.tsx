import { StatusBadge } from '../../parts/StatusBadge';
import { words } from '../../words/language';
import { points, toHundredths, writePoints } from '../../words/points';
import { criterionKindNames } from './names';
import { childrenOf, sumOf, type Content, type Criterion } from './scheme';

const w = words({
  tree: 'Cây tiêu chí', most: (text: string) => `${text} điểm`, sum: (sum: string, all: string) => `cộng ${sum} / ${all}`, untitled: '(chưa có tên)', add: 'Thêm tiêu chí', isVoid: 'không áp dụng',
}, { tree: 'Criteria', most: text => `${text} points`, sum: (sum, all) => `${sum} of ${all}`, untitled: '(no title yet)', add: 'Add a criterion', isVoid: 'void' });

export interface SchemeTreeProps {
  readonly content: Content;
  readonly chosen: string | null;
  readonly voided: readonly string[];
  readonly onChoose: (code: string) => void;
  readonly onAdd: ((parent: string) => void) | undefined;
}

/** The criteria as nested lists, each group with its sum beside what it says. */
export function SchemeTree(props: SchemeTreeProps) {
  return <nav aria-label={w.tree}><Level {...props} parent={null} /></nav>;
}

function Level({ parent, ...props }: SchemeTreeProps & { readonly parent: string | null }) {
  const lines = childrenOf(props.content, parent);
  return lines.length === 0 ? null : <ul class="tree">{lines.map(criterion => <Line key={criterion.code} {...props} criterion={criterion} />)}</ul>;
}

function Line({ criterion, ...props }: SchemeTreeProps & { readonly criterion: Criterion }) {
  const isGroup = criterion.kind === 'group';
  const [sum, all] = [sumOf(props.content, criterion.code), toHundredths(criterion.maximum)];
  const isChosen = props.chosen === criterion.code;
  return (
    <li>
      <div class={isChosen ? 'tree-line is-chosen' : 'tree-line'}>
        <button type="button" class={isGroup ? 'tree-title is-group' : 'tree-title'} aria-current={isChosen ? 'true' : undefined} onClick={() => props.onChoose(criterion.code)}>
          {criterion.number ?? criterion.code}. {criterion.title || w.untitled}
        </button>
        {props.voided.includes(criterion.code) && <StatusBadge kind="plain">{w.isVoid}</StatusBadge>}
        {!isGroup && criterion.kind !== 'direct' && <span class="small soft">{criterionKindNames[criterion.kind]}</span>}
        {isGroup
          ? <StatusBadge kind={sum === all ? 'good' : 'warn'}>{w.sum(writePoints(sum), writePoints(all))}</StatusBadge>
          : <span class="nowrap">{w.most(points(criterion.maximum))}</span>}
        {isGroup && props.onAdd && <button type="button" class="quiet" aria-label={`${w.add}: ${criterion.title}`} onClick={() => props.onAdd!(criterion.code)}>+</button>}
      </div>
      {isGroup && <Level {...props} parent={criterion.code} />}
    </li>
  );
}
