import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { FaultSummary, Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { Notice, ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { useGuard } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { words } from '../../words/language';

const w = words({
  lead: 'Người mà khối gọi khi cần về công tác thi đua của đơn vị trong năm, theo thứ tự nên gọi; nhiều nhất năm người. Chỉ Khối trưởng, Khối phó và cơ quan thường trực xem được.',
  person: (number: number) => `Người thứ ${number}`,
  name: 'Họ và tên',
  post: 'Chức vụ',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  add: 'Thêm người',
  remove: (number: number) => `Bỏ người thứ ${number}`,
  saved: 'Đã lưu.',
}, {
  lead: 'Whom the bloc calls about the unit’s emulation work in the year, in the order in which they are to be called; five at most. Only the head, the deputy and the office see them.',
  person: number => `Person ${number}`,
  name: 'Name',
  post: 'Post',
  phone: 'Telephone',
  email: 'Mail',
  add: 'Add a person',
  remove: number => `Leave out person ${number}`,
  saved: 'Saved.',
});

type Person = Schema['ContactBody'];

/** Whom to call in a unit. */
export function Contacts({ place, unit }: { place: PlaceId; unit: string }) {
  const path = { year: place.year, bloc: place.bloc, unit };
  const asked = useAnswer(signal => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/contacts/{unit}', { params: { path }, signal })), [path]);
  const [isSaved, setSaved] = useState(false);
  const save = async (persons: Person[]) => {
    const etag = asked.value?.data.persons.length ? asked.value.etag : null;
    asked.set(await ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/contacts/{unit}', { params: { path, header: etag ? { 'If-Match': etag } : {} }, body: { persons } })));
    setSaved(true);
  };
  return (
    <>
      {isSaved && <Notice kind="good">{w.saved}</Notice>}
      <Show of={asked}>{answer => <Form key={answer.etag} known={answer} save={save} onTyped={() => setSaved(false)} />}</Show>
    </>
  );
}

function Form({ known, save, onTyped }: { known: Answer<Schema['ContactsView']>; save: (persons: Person[]) => Promise<void>; onTyped: () => void }) {
  // A name that was erased stays empty, to be written anew or left out.
  const [persons, set] = useState<readonly Person[]>(known.data.persons.map(one => ({ ...one, name: one.name ?? '' })));
  const [isChanged, setChanged] = useState(false);
  const act = useAct();
  useGuard(isChanged);
  const change = (next: readonly Person[]) => {
    onTyped();
    setChanged(true);
    set(next);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await act.run(() => save(persons.map(one => ({ name: one.name.trim(), post: one.post?.trim() || null, phone: one.phone?.trim() || null, email: one.email?.trim() || null }))))) {
      setChanged(false);
    }
  };
  return (
    <form class="card" onSubmit={event => void submit(event)}>
      <p>{w.lead}</p>
      <FaultSummary faults={act.faults} paths={persons.flatMap((_, at) => ['name', 'post', 'phone', 'email'].map(part => `$.persons[${at}].${part}`))} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      {persons.map((one, at) => {
        const field = (part: keyof Person, mode: 'text' | 'tel' | 'email' = 'text') => (
          <Field label={w[part]} path={`$.persons[${at}].${part}`} faults={act.faults} isRequired={part === 'name'}>
            <input type="text" inputMode={mode} maxLength={200} autocomplete="off" value={one[part] ?? ''} onInput={event => change(persons.with(at, { ...one, [part]: event.currentTarget.value }))} />
          </Field>
        );
        return (
          <fieldset key={at}>
            <legend>{w.person(at + 1)}</legend>
            {field('name')}{field('post')}{field('phone', 'tel')}{field('email', 'email')}
            <button type="button" class="quiet" onClick={() => change(persons.filter((_, other) => other !== at))}>{w.remove(at + 1)}</button>
          </fieldset>
        );
      })}
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || !isChanged || persons.some(one => !one.name.trim())}>{common.save}</button>
        {persons.length < 5 && <button type="button" onClick={() => change([...persons, { name: '' }])}>{w.add}</button>}
      </div>
    </form>
  );
}
