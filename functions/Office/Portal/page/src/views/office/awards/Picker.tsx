import { useState } from 'preact/hooks';
import { Field } from '../../../parts/Field';
import { common } from '../../../words/common';
import { byName } from '../../../words/format';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { distinct } from '../names';
import type { Known, Nominated } from './reads';

const w = words({ award: 'Danh hiệu, hình thức', choose: '– chọn –', add: 'Thêm vào danh sách', all: (n: number) => `Thêm mọi đề cử còn lại (${n})` }, { award: 'Award', choose: '– choose –', add: 'Add to the list', all: n => `Add all other nominations (${n})` });

export interface PickerProps {
  readonly known: Known;
  /** Nominations that are not in the list yet, to be taken at once. */
  readonly nominated: readonly Nominated[];
  /** Whether the bloc that proposes is asked for. */
  readonly hasBloc: boolean;
  readonly onAdd: (more: readonly Nominated[]) => void;
}

/** Adds a unit and an award to a list: one that is chosen, or everything that the blocs have nominated. */
export function Picker({ known, nominated, hasBloc, onAdd }: PickerProps) {
  const empty: Nominated = { bloc: '', unit: '', award: '' };
  const [one, set] = useState(empty);
  const isWhole = one.unit && one.award && (one.bloc || !hasBloc);
  const choices = (all: readonly { readonly id: string; readonly name: string }[]) => {
    const nameOf = distinct(all);
    return [{ value: '', name: w.choose }, ...all.toSorted(byName(item => item.name)).map(item => ({ value: item.id, name: nameOf(item.id) }))];
  };
  const add = () => {
    onAdd([one]);
    set({ ...one, unit: '' });
  };
  return (
    <>
      <div class="inline-form">
        <Field label={w.award}><Select value={one.award} onChange={award => set({ ...one, award })} choices={[{ value: '', name: w.choose }, ...known.awards.map(award => ({ value: award.code, name: award.title }))]} /></Field>
        {hasBloc && <Field label={common.bloc}><Select value={one.bloc} onChange={bloc => set({ ...one, bloc })} choices={choices(known.blocs)} /></Field>}
        <Field label={common.unit}><Select value={one.unit} onChange={unit => set({ ...one, unit })} choices={choices(known.units)} /></Field>
      </div>
      <div class="buttons">
        <button type="button" disabled={!isWhole} onClick={add}>{w.add}</button>
        {nominated.length > 0 && <button type="button" onClick={() => onAdd(nominated)}>{w.all(nominated.length)}</button>}
      </div>
    </>
  );
}

/** Those of some that a list does not have yet. */
export const without = <T extends { readonly unit: string; readonly award: string }>(all: readonly T[], list: readonly { readonly unit: string; readonly award: string }[]): readonly T[] =>
  all.filter(one => !list.some(other => other.unit === one.unit && other.award === one.award));
