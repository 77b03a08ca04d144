import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Field } from '../../parts/Field';
import { FormDialog } from '../../parts/FormDialog';
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
  const send = async () => {
    const about = of.proposals[Number(proposal)]!;
    const comment = newId('gop-y', said.filter(one => one.unit === unit).map(one => one.remark));
    await ask(api.PUT('/api/cycles/{year}/disclosures/{disclosure}/comments/{unit}/{comment}', {
      params: { path: { year: of.year, disclosure: of.disclosure, unit, comment }, header: {} }, body: { about: { unit: about.unit, award: about.award }, text },
    }));
  };
  return (
    <FormDialog title={w.title} act={act} send={send} onSaved={onSaved} onClose={onClose} paths={['$.about', '$.text']} yes={common.send} isDisabled={!text.trim()}>
      {units.length > 1 && <Field label={common.unit} isRequired><Select value={unit} onChange={choose} choices={units.map(one => ({ value: one.id, name: one.name }))} /></Field>}
      <Field label={w.about} path="$.about" faults={act.faults} isRequired><Select value={proposal} onChange={turn} choices={of.proposals.map((one, at) => ({ value: String(at), name: `${one.unitName}: ${one.awardTitle}` }))} /></Field>
      <Field label={w.text} path="$.text" faults={act.faults} isRequired><textarea rows={4} value={text} onInput={event => write(event.currentTarget.value)} /></Field>
    </FormDialog>
  );
}
