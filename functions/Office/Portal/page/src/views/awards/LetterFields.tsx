import type { Schema } from '../../api/client';
import type { Fault } from '../../api/problem';
import { DayField } from '../../parts/DayField';
import { Field, fieldId } from '../../parts/Field';
import { PaperFields, paperPaths } from '../../parts/PaperFields';
import { dossierWords as w } from '../../words/dossiers';

type Letter = Schema['DossierLetter'];

export const letterPaths = (letter: Letter | null | undefined): readonly string[] =>
  [...['achievement', 'number', 'day', 'appraisal'].map(part => `$.letter.${part}`), ...(letter?.grounds ?? []).flatMap((_, at) => paperPaths(`$.letter.grounds[${at}]`))];

/** The letter of proposal; empty, there is none. */
export function LetterFields({ letter, onChange, faults }: { letter: Letter | null; onChange: (letter: Letter | null) => void; faults: readonly Fault[] }) {
  const grounds = letter?.grounds ?? [];
  const set = (change: Partial<Letter>) => {
    const next = { achievement: '', ...letter, ...change };
    onChange(next.achievement || next.appraisal || next.number || next.day || (next.grounds ?? []).length > 0 ? next : null);
  };
  return (
    <fieldset id={fieldId('$.letter')} tabIndex={-1}>
      <legend>{w.letter}</legend>
      <Field label={w.achievement} path="$.letter.achievement" faults={faults}><textarea rows={4} maxLength={4000} value={letter?.achievement ?? ''} onInput={event => set({ achievement: event.currentTarget.value })} /></Field>
      <Field label={w.number} path="$.letter.number" faults={faults}><input type="text" maxLength={100} autocomplete="off" value={letter?.number ?? ''} onInput={event => set({ number: event.currentTarget.value || null })} /></Field>
      <Field label={w.day} path="$.letter.day" faults={faults}><DayField value={letter?.day ?? null} onChange={day => set({ day })} /></Field>
      <div id={fieldId('$.letter.grounds')} tabIndex={-1}>
        {grounds.map((ground, at) => (
          <fieldset key={at}>
            <legend>{w.ground(at + 1)}</legend>
            <PaperFields paper={ground} path={`$.letter.grounds[${at}]`} faults={faults} onChange={paper => set({ grounds: grounds.with(at, paper) })} />
            <button type="button" class="quiet" onClick={() => set({ grounds: grounds.filter((_, other) => other !== at) })}>{w.dropGround(at + 1)}</button>
          </fieldset>
        ))}
        <p><button type="button" onClick={() => set({ grounds: [...grounds, { kind: '' }] })}>{w.addGround}</button></p>
      </div>
      <Field label={w.appraisal} path="$.letter.appraisal" faults={faults}><textarea rows={3} maxLength={4000} value={letter?.appraisal ?? ''} onInput={event => set({ appraisal: event.currentTarget.value || null })} /></Field>
    </fieldset>
  );
}
