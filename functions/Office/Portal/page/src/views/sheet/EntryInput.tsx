import { useRef, useState } from 'preact/hooks';
import { PointsField } from '../../parts/PointsField';
import { points, toHundredths, toPoints } from '../../words/points';
import { sheetWords as w } from '../../words/sheet';
import { words } from '../../words/language';
import { measureWords } from './measureWords';
import type { Row, SheetModel } from './model';
import { NumberField } from './NumberField';
import { needsWhole } from './reckon';

const h = words({ together: 'Xin nhập đủ các ô của tiêu chí này.', order: 'Số sau không được lớn hơn số trước.', above: 'Số thực hiện (b) không được lớn hơn số được giao (a).', zero: 'Số được giao phải lớn hơn 0.' },
  { together: 'Please fill in all fields of this criterion.', order: 'A later number must not be more than the one before.', above: 'What was done (b) must not be more than what was assigned (a).', zero: 'What was assigned must be above 0.' });

export const fieldOf = (row: Row): string => `entry-${row.node.criterion}`;

interface EntryProps {
  readonly model: SheetModel;
  readonly row: Row;
}

/** What is put down for a criterion: points, passed or failed, times, counts, an answer, a and b, or a result. */
export function EntryInput({ model, row }: EntryProps) {
  const { node } = row;
  if (node.kind === 'quantitative') {
    return <Result model={model} row={row} />;
  }

  switch (node.entered) {
    case 'points': return <Points model={model} row={row} />;
    case 'passOrFail': return <PassOrFail model={model} row={row} />;
    case 'option': return <Options model={model} row={row} />;
    case 'count': return (
      <>
        <NumberField
          id={fieldOf(row)} label={w.times} decimals={0} value={row.entry.value?.count ?? null} isDisabled={!row.isOpen.value}
          onChange={count => taken(model, row, count, () => ({ count: count ?? null }))} />
        <p class="hint">{w.each(points(node.each))}</p>
      </>
    );
    case 'counts': return <Counts model={model} row={row} />;
    case 'measure': return <Measure model={model} row={row} />;
    default: return null;
  }
}

/** Hands on what could be read; what could not is remembered as wrong. */
function taken<T>(model: SheetModel, row: Row, value: T | undefined, change: () => Parameters<SheetModel['change']>[1]): void {
  model.setWrong(row, value === undefined);
  if (value !== undefined) {
    model.change(row, change());
  }
}

function Points({ model, row }: EntryProps) {
  const { node } = row;
  const value = row.entry.value?.points;
  return (
    <PointsField
      id={fieldOf(row)} label={`${node.kind === 'bonus' ? w.bonus : node.kind === 'penalty' ? w.penalty : w.own}: ${node.title}`}
      value={value === null || value === undefined ? null : toHundredths(value)} least={0} most={node.isUncapped ? undefined : toHundredths(node.maximum)} isDisabled={!row.isOpen.value}
      isSavedByItself onWrong={why => model.setWrong(row, why !== null)} onChange={next => model.change(row, { points: next === null ? null : toPoints(next) })} />
  );
}

function PassOrFail({ model, row }: EntryProps) {
  const value = row.entry.value?.points;
  return (
    <select
      id={fieldOf(row)} aria-label={`${w.own}: ${row.node.title}`} disabled={!row.isOpen.value} value={value === null || value === undefined ? '' : value > 0 ? 'pass' : 'fail'}
      onChange={({ currentTarget: { value: chosen } }) => model.change(row, { points: chosen === 'pass' ? row.node.maximum : chosen === 'fail' ? 0 : null })}>
      <option value="">{w.notYet}</option>
      <option value="pass">{w.pass(points(row.node.maximum))}</option>
      <option value="fail">{w.fail}</option>
    </select>
  );
}

function Options({ model, row }: EntryProps) {
  const { node } = row;
  const chosen = row.entry.value?.option ?? '';
  const none = node.kind === 'bonus' || node.kind === 'penalty' ? w.noBonus : w.notYet;
  return (
    <div class="options" role="radiogroup" aria-label={`${w.own}: ${node.title}`}>
      {[{ code: '', title: none, points: null }, ...node.options ?? []].map((option, at) => (
        <label class={option.code === '' ? 'soft' : undefined}>
          <input
            id={at === 0 ? fieldOf(row) : undefined} type="radio" name={fieldOf(row)} checked={chosen === option.code} disabled={!row.isOpen.value}
            onChange={() => model.change(row, { option: option.code || null })} />
          {' '}{option.title}{option.points !== null && <strong class="nowrap"> – {w.points(`${node.kind === 'penalty' ? '−' : ''}${points(option.points)}`)}</strong>}
        </label>
      ))}
    </div>
  );
}

/** Fields of which only all together are an entry. What is not whole yet stays in them; what cannot be read is `lose`d. */
function useParts(count: number, values: readonly (number | null)[], take: (values: readonly (number | null)[]) => string | null, lose: () => void) {
  const parts = useRef<(number | null | undefined)[]>([...values]);
  const known = JSON.stringify(values);
  const last = useRef(known);
  const [why, setWhy] = useState<string | null>(null);
  if (last.current !== known) {
    last.current = known;
    parts.current = [...values];
  }

  return {
    why,
    onChange: (at: number) => (value: number | null | undefined) => {
      parts.current[at] = value;
      const now = parts.current.slice(0, count);
      const isRead = now.every(part => part !== undefined);
      setWhy(isRead ? take(now as (number | null)[]) : h.together);
      if (!isRead) {
        lose();
      }
    },
  };
}

function Counts({ model, row }: EntryProps) {
  const { entry, node, isOpen } = row;
  const counts = entry.value?.counts;
  const { why, onChange } = useParts(3, [counts?.all ?? null, counts?.outer ?? null, counts?.inner ?? null], ([all = null, outer = null, inner = null]) => {
    const isNone = all === null && outer === null && inner === null;
    const fault = isNone ? null : all === null || outer === null || inner === null ? h.together : all < 1 ? h.zero : outer > all || inner > outer ? h.order : null;
    taken(model, row, fault === null ? true : undefined, () => ({ counts: isNone ? null : { all: all!, outer: outer!, inner: inner! } }));
    return fault;
  }, () => model.setWrong(row, true));
  const field = (at: number, label: string, value: number | undefined) =>
    <NumberField id={at === 0 ? fieldOf(row) : `${fieldOf(row)}-${at}`} label={label} decimals={0} value={value ?? null} isDisabled={!isOpen.value} onChange={onChange(at)} />;
  return (
    <div class="parts" role="group" aria-label={node.title}>
      {field(0, w.all, counts?.all)}
      {field(1, w.outer(points(node.nested?.outer)), counts?.outer)}
      {field(2, w.inner(points(node.nested?.inner)), counts?.inner)}
      {why && <p class="fault" role="status">✕ {why}</p>}
    </div>
  );
}

function Measure({ model, row }: EntryProps) {
  const { entry, node, isOpen } = row;
  const rule = node.measure!;
  const measured = entry.value?.measure;
  const isWhole = needsWhole(rule);
  const { why, onChange } = useParts(isWhole ? 2 : 1, [measured?.part ?? null, measured?.whole ?? null], ([part = null, whole = null]) => {
    const isNone = part === null && whole === null;
    const fault = isNone ? null : part === null || (isWhole && whole === null) ? h.together
      : isWhole && whole! <= 0 ? h.zero : isWhole && !rule.mayExceed && (rule.of ?? 'share') === 'share' && part > whole! ? h.above : null;
    taken(model, row, fault === null ? true : undefined, () => ({ measure: isNone ? null : isWhole ? { part: part!, whole } : { part: part! } }));
    return fault;
  }, () => model.setWrong(row, true));
  return (
    <div class="parts" role="group" aria-label={node.title}>
      {isWhole && <NumberField id={`${fieldOf(row)}-a`} label={w.whole} decimals={4} value={measured?.whole ?? null} isDisabled={!isOpen.value} onChange={onChange(1)} />}
      <NumberField id={fieldOf(row)} label={w.part} decimals={4} value={measured?.part ?? null} isDisabled={!isOpen.value} onChange={onChange(0)} />
      {why && <p class="fault" role="status">✕ {why}</p>}
      {measureWords(rule, node.maximum).map(line => <p class="hint">{line}</p>)}
    </div>
  );
}

function Result({ model, row }: EntryProps) {
  return (
    <div class="parts">
      <p class="hint">{w.target}: <strong>{row.target === null ? w.noTarget : row.target.toLocaleString('vi-VN')}</strong></p>
      <NumberField
        id={fieldOf(row)} label={w.result} decimals={4} value={row.entry.value?.actual ?? null} isDisabled={!row.isOpen.value}
        onChange={actual => taken(model, row, actual, () => ({ actual: actual ?? null }))} />
    </div>
  );
}
