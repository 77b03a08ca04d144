import type { Schema } from '../../../api/client';
import type { Fault } from '../../../api/problem';
import { Field } from '../../../parts/Field';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { options } from '../names';
import { viewNames } from './names';
import { placeOf, type Typed } from './session';

const w = words({ title: 'Ý kiến bằng văn bản của người vắng', none: '– chưa trả lời –' }, { title: 'Opinions of absent members in writing', none: '– no answer –' });

export interface WrittenFieldsProps {
  readonly members: readonly Schema['CouncilMember'][];
  readonly written: Typed['written'];
  readonly onChange: (written: Typed['written']) => void;
  readonly path: string;
  readonly faults: readonly Fault[];
}

/** What absent members wrote of a proposal. Who has not answered is not counted: silence is no consent. */
export function WrittenFields({ members, written, onChange, path, faults }: WrittenFieldsProps) {
  const absent = members.filter(one => one.attendance === 'absent');
  const sent = Object.keys(written).filter(member => written[member]);
  return absent.length === 0 ? null : (
    <details>
      <summary>{w.title} ({sent.length})</summary>
      <div class="inline-form">
        {absent.map((one, at) => (
          <Field key={one.id} label={one.post} path={`${path}[${placeOf(sent.indexOf(one.id), at + 1)}]`} faults={faults}>
            <Select value={written[one.id] ?? ''} onChange={view => onChange({ ...written, [one.id]: view })} choices={[{ value: '', name: w.none }, ...options(viewNames)]} />
          </Field>
        ))}
      </div>
    </details>
  );
}
