import { points, writePoints } from '../../words/points';
import { sheetWords as w } from '../../words/sheet';
import { printed, valueOf } from './describe';
import { EntryInput, fieldOf } from './EntryInput';
import { EvidenceBox } from './EvidenceBox';
import type { Row, SheetModel } from './model';

/** The criteria tree as a form. Lines are drawn once; what is typed redraws its own line, the sums above it and the totals. */
export function ScoreForm({ model }: { model: SheetModel }) {
  return (
    <div class="score-form" onKeyDown={toNext}>
      {model.rows.map(row => row.node.kind === 'group' ? <Group key={row.node.criterion} row={row} /> : <Criterion key={row.node.criterion} model={model} row={row} />)}
    </div>
  );
}

export const anchorOf = (row: Row): string => `line-${row.node.criterion}`;

/** Enter in a field of points goes to the next one, as in a workbook. */
function toNext(event: KeyboardEvent) {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.type !== 'text' || event.target.closest('dialog')) {
    return;
  }

  event.preventDefault();
  const fields = [...event.currentTarget instanceof Element ? event.currentTarget.querySelectorAll<HTMLElement>('.entry input:not(:disabled), .entry select:not(:disabled)') : []];
  fields[fields.indexOf(event.target) + (event.shiftKey ? -1 : 1)]?.focus();
}

function Title({ row }: { row: Row }) {
  return <><span class="line-number">{printed(row.node)}</span> {row.node.title}</>;
}

function Group({ row }: { row: Row }) {
  const { node } = row;
  const Heading = `h${Math.min(node.depth + 1, 5)}` as 'h2';
  return (
    <div class={`line-group depth-${Math.min(node.depth, 4)}`} id={anchorOf(row)} tabIndex={-1}>
      <Heading><Title row={row} /></Heading>
      <GroupSum row={row} />
      {node.basis && <p class="hint pre">{w.basis}: {node.basis}</p>}
      {(node.adding?.isNet || node.adding?.isRescaled || node.adding?.bonusCap || node.adding?.penaltyCap) && (
        <p class="hint">
          {[node.adding.isNet && w.net, node.adding.isRescaled && w.rescaled, node.adding.bonusCap && w.bonusCap(points(node.adding.bonusCap)), node.adding.penaltyCap && w.penaltyCap(points(node.adding.penaltyCap))]
            .filter(Boolean).join('. ')}
        </p>
      )}
    </div>
  );
}

export function GroupSum({ row }: { row: Row }) {
  const { state, points: own, assigned, bonus, penalty } = row.score.value;
  return (
    <p class="group-sum">
      {state === 'notApplicable' ? w.notApplicable : state === 'void' ? w.void : (
        <>
          {assigned > 0 && <strong>{w.totalOf(writePoints(own), writePoints(assigned))}</strong>}
          {bonus > 0 && <span> {w.bonus} +{writePoints(bonus)}</span>}
          {penalty > 0 && <span> {w.penalty} −{writePoints(penalty)}</span>}
        </>
      )}
    </p>
  );
}

function Criterion({ model, row }: { model: SheetModel; row: Row }) {
  const { node } = row;
  const id = anchorOf(row);
  return (
    <div class="line" id={id} tabIndex={-1} role="group" aria-labelledby={`${id}-title`}>
      <div class="line-title">
        <p id={`${id}-title`} class="line-name"><Title row={row} /></p>
        {node.basis && <p class="hint pre"><span class="basis-head">{w.basis}:</span> {node.basis}</p>}
        {node.checkedBy && <p class="hint">{w.checkedBy}: {node.checkedBy}</p>}
        {node.takenBy.length > 0 && <p class="fault">⚠ {w.taken}</p>}
      </div>
      <p class="line-most"><span class="label">{w.maximum}: </span>{mostOf(row)}</p>
      <div class="line-entry entry">
        <span class="label" aria-hidden="true">{node.kind === 'bonus' ? w.bonus : node.kind === 'penalty' ? w.penalty : w.own}: </span>
        <Entered model={model} row={row} />
        <Reached row={row} />
      </div>
      <div class="line-said">
        <Explanation model={model} row={row} />
        <EvidenceBox model={model} row={row} />
        <Lacks row={row} />
      </div>
    </div>
  );
}

function mostOf({ node }: Row): string {
  const most = node.isUncapped ? w.uncapped : points(node.maximum);
  return `${node.kind === 'bonus' ? w.bonusUpTo(most) : node.kind === 'penalty' ? w.penaltyUpTo(most) : most}${node.step ? ` (${w.step(points(node.step))})` : ''}`;
}

function Entered({ model, row }: { model: SheetModel; row: Row }) {
  const { state } = row.score.value;
  return state === 'void' ? <p class="soft">{w.void}</p>
    : state === 'notApplicable' ? <p class="soft">{w.notApplicable}</p>
    : row.isOpen.value ? <EntryInput model={model} row={row} />
    : <p>{valueOf(row.node, row.entry.value) || <span class="soft">{row.node.kind === 'bonus' || row.node.kind === 'penalty' ? w.noBonus : w.notYet}</span>}</p>;
}

/** What an entry comes to, where it was not typed as points. */
function Reached({ row }: { row: Row }) {
  const { node } = row;
  const { state, points: own, bonus, penalty } = row.score.value;
  if (state !== 'scored' || (node.takenBy.length === 0 && (node.entered === 'points' || node.entered === 'passOrFail'))) {
    return null;
  }

  return (
    <p class="reached">
      = <strong>{w.points(`${penalty > 0 ? '−' : ''}${writePoints(own + bonus + penalty)}`)}</strong>
      {node.kind === 'quantitative' && node.isProvisional && <span class="small"> ({w.provisional})</span>}
    </p>
  );
}

function Explanation({ model, row }: { model: SheetModel; row: Row }) {
  const text = row.entry.value?.explanation ?? '';
  const id = `why-${row.node.criterion}`;
  return row.isOpen.value
    ? (
      <>
        <label class="label" for={id}>{w.explanation}<span class="hidden">: {row.node.title}</span></label>
        <textarea
          id={id} rows={2} maxLength={4000} value={text} data-place="evidence"
          onInput={event => model.change(row, { explanation: event.currentTarget.value || null })} />
      </>
    )
    : text && <p class="pre">{text}</p>;
}

/** What the line still lacks, once something stands in the sheet. */
function Lacks({ row }: { row: Row }) {
  return row.lacks.value.includes('evidence') ? <p class="lack">⚠ {w.needsEvidence}</p> : null;
}

/** Puts the focus where something is missing. */
export function goTo(row: Row, isEvidence: boolean): void {
  const line = document.getElementById(anchorOf(row));
  const field = (isEvidence ? document.getElementById(`why-${row.node.criterion}`) : document.getElementById(fieldOf(row))) ?? line;
  line?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
