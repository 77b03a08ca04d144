import type { Schema } from '../../api/client';
import type { Fault } from '../../api/problem';
import { Field, fieldId } from '../../parts/Field';
import { holdWords as w } from './ballotWords';

export const noKeepers: readonly Schema['Keeper'][] = [{ post: '' }, { post: '' }];

export const keeperPaths: readonly string[] = [0, 1].flatMap(at => [`$.keepers[${at}].post`, `$.keepers[${at}].unit`]);

/** The two who keep the halves of the opening key. */
export function KeeperFields({ keepers, onChange, members, faults }: { keepers: readonly Schema['Keeper'][]; onChange: (keepers: readonly Schema['Keeper'][]) => void; members: readonly { readonly unit: string; readonly name: string }[]; faults: readonly Fault[] }) {
  return (
    <fieldset id={fieldId('$.keepers')} tabIndex={-1}>
      <legend>{w.keepers}</legend>
      <p class="hint">{w.keepersHint}</p>
      {keepers.map((keeper, at) => (
        <div key={at}>
          <Field label={w.keeper(at + 1)} path={`$.keepers[${at}].post`} faults={faults} isRequired><input type="text" maxLength={200} autocomplete="off" value={keeper.post} onInput={event => onChange(keepers.with(at, { ...keeper, post: event.currentTarget.value }))} /></Field>
          <Field label={w.keeperUnit(at + 1)} path={`$.keepers[${at}].unit`} faults={faults}>
            <select value={keeper.unit ?? ''} onChange={event => onChange(keepers.with(at, { ...keeper, unit: event.currentTarget.value || null }))}>
              <option value="">{w.noUnit}</option>
              {members.map(one => <option value={one.unit}>{one.name}</option>)}
            </select>
          </Field>
        </div>
      ))}
    </fieldset>
  );
}
