import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Dialog } from '../../parts/Dialog';
import { FaultSummary, Field } from '../../parts/Field';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { newId } from '../office/awards/reads';
import { Select } from '../office/Frame';

const w = words({ title: 'Góp ý về đề nghị', about: 'Về đề nghị', text: 'Nội dung góp ý' }, { title: 'Say something to a proposal', about: 'About', text: 'What you say' });

export interface CommentFormProps {
  readonly of: Schema['DisclosedView'];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly said: readonly Schema['RemarkView'][];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** What a unit says to a proposal. */
export function CommentForm({ of, units, said, onClose, onSaved }: CommentFormProps) {
  const [unit, choose] = useState(units[0]!.id);
  const [proposal, turn] = useState('0');
  const [text, write] = useState('');
  const act = useAct();
  const send = async (event: Event) => {
    event.preventDefault();
    const about = of.proposals[Number(proposal)]!;
    const comment = newId('gop-y', said.filter(one => one.unit === unit).map(one => one.remark));
    const isDone = await act.run(() => ask(api.PUT('/api/cycles/{year}/disclosures/{disclosure}/comments/{unit}/{comment}', {
      params: { path: { year: of.year, disclosure: of.disclosure, unit, comment }, header: {} }, body: { about: { unit: about.unit, award: about.award }, text },
    })));
    if (isDone) {
      onSaved();
      onClose();
    }
  };
  return (
    <Dialog title={w.title} isOpen onClose={onClose}>
      <form onSubmit={event => void send(event)}>
        <FaultSummary faults={act.faults} paths={['$.about', '$.text']} />
        {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
        {units.length > 1 && <Field label={common.unit} isRequired><Select value={unit} onChange={choose} choices={units.map(one => ({ value: one.id, name: one.name }))} /></Field>}
        <Field label={w.about} path="$.about" faults={act.faults} isRequired><Select value={proposal} onChange={turn} choices={of.proposals.map((one, at) => ({ value: String(at), name: `${one.unitName}: ${one.awardTitle}` }))} /></Field>
        <Field label={w.text} path="$.text" faults={act.faults} isRequired><textarea rows={4} value={text} onInput={event => write(event.currentTarget.value)} /></Field>
        <div class="buttons">
          <button type="submit" class="primary" disabled={act.isBusy || !text.trim()}>{common.send}</button>
          <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
        </div>
      </form>
    </Dialog>
  );
}
