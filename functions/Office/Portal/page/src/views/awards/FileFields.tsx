import type { Schema } from '../../api/client';
import type { Fault } from '../../api/problem';
import { Field, fieldId } from '../../parts/Field';
import { dossierWords as w } from '../../words/dossiers';

type Files = readonly Schema['DossierFile'][];

export interface FileFieldsProps {
  readonly files: Files;
  readonly sent: readonly Schema['AttachmentView'][];
  readonly papers: readonly Schema['NeededPaper'][];
  readonly onChange: (files: Schema['DossierFile'][]) => void;
  readonly faults: readonly Fault[];
}

const other = '*';

/** Which of the files that were sent is which paper of the dossier. */
export function FileFields({ files, sent, papers, onChange, faults }: FileFieldsProps) {
  const choose = (attachment: string, paper: string) => {
    const rest = files.filter(one => one.attachment !== attachment);
    onChange(paper === '' ? rest : [...rest, { attachment, paper: paper === other ? null : paper, title: null }]);
  };
  return (
    <fieldset id={fieldId('$.files')} tabIndex={-1}>
      <legend>{w.files}</legend>
      <p class="hint">{w.filesHint}</p>
      {sent.map(file => {
        const at = files.findIndex(one => one.attachment === file.id);
        const chosen = files[at];
        return (
          <div key={file.id}>
            <Field label={w.fileIs(file.name)} {...chosen ? { path: `$.files[${at}]` } : null} faults={faults}>
              <select value={chosen ? chosen.paper ?? other : ''} onChange={event => choose(file.id, event.currentTarget.value)}>
                <option value="">{w.notPart}</option>
                {papers.map(one => <option value={one.code}>{one.title}{one.isNeeded && ` (${w.needed})`}</option>)}
                <option value={other}>{w.otherPaper}</option>
              </select>
            </Field>
            {chosen && !chosen.paper && (
              <Field label={w.whichPaper(file.name)} isRequired><input type="text" maxLength={300} autocomplete="off" value={chosen.title ?? ''} onInput={event => onChange(files.map(one => one === chosen ? { ...one, title: event.currentTarget.value || null } : one))} /></Field>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
