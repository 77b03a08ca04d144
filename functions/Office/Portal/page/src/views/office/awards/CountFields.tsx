import type { Schema } from '../../../api/client';
import { Field } from '../../../parts/Field';
import { words } from '../../../words/language';
import type { PartProps } from './Fields';
import { NumberInput } from './NumberInput';

type Count = Schema['CouncilBallotCount'];

const w = words({
  title: 'Phiếu', issued: 'Phát ra', returned: 'Thu về', notReturned: 'Không thu về', valid: 'Hợp lệ', invalid: 'Không hợp lệ', same: 'Phát ra = thu về + không thu về; thu về = hợp lệ + không hợp lệ.', odd: 'Chưa khớp:',
}, {
  title: 'Papers', issued: 'Given out', returned: 'Come back', notReturned: 'Not come back', valid: 'Valid', invalid: 'Invalid', same: 'Given out = come back + not come back; come back = valid + invalid.', odd: 'This does not add up:',
});

const names = ['issued', 'returned', 'notReturned', 'valid', 'invalid'] as const;

/** The papers of a ballot; says at once where they do not add up. */
export function CountFields({ value, onChange, path, faults }: PartProps<Count>) {
  const isEven = value.issued === value.returned + value.notReturned && value.returned === value.valid + value.invalid;
  return (
    <fieldset>
      <legend>{w.title}</legend>
      <div class="inline-form">
        {names.map(name => <Field key={name} label={w[name]} path={`${path}.${name}`} faults={faults}><NumberInput value={value[name]} onChange={number => onChange({ ...value, [name]: number ?? 0 })} /></Field>)}
      </div>
      <p class="hint" role="status">{isEven ? `✓ ${w.same}` : `⚠ ${w.odd} ${w.same}`}</p>
    </fieldset>
  );
}
