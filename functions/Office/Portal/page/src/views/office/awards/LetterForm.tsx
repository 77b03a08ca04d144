import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { DayField } from '../../../parts/DayField';
import { Field } from '../../../parts/Field';
import { FormDialog } from '../../../parts/FormDialog';
import { OptionalPaper } from '../../../parts/OptionalPaper';
import { paperPaths } from '../../../parts/PaperFields';
import { useAct } from '../../../parts/useAct';
import { today } from '../../../shell/session';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { options } from '../names';
import { senderNames } from './names';
import { newId } from './reads';

type Body = Schema['LetterBody'];

const w = words({
  title: 'Ghi đơn thư về đề nghị', about: 'Về đề nghị', sender: 'Của ai', received: 'Ngày nhận', text: 'Nội dung tóm tắt', textHint: 'không ghi tên người; ai gửi thì nằm trong đơn', paper: 'Ghi số, ngày của đơn thư',
}, { title: 'Record a letter', about: 'About', sender: 'By whom', received: 'Came on', text: 'What it says, in short', textHint: 'no names of people; who wrote it stands in the letter', paper: 'Record number and day of the letter' });

export interface LetterFormProps {
  readonly of: Schema['DisclosedView'];
  readonly taken: readonly string[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function LetterForm({ of, taken, onClose, onSaved }: LetterFormProps) {
  const { year, disclosure, proposals } = of;
  const [chosen, choose] = useState('0');
  const [body, set] = useState<Omit<Body, 'about'>>({ sender: 'citizen', received: today.value, text: '', letter: null });
  const act = useAct();
  const send = async () => {
    const about = proposals[Number(chosen)]!;
    await ask(api.PUT('/api/cycles/{year}/disclosures/{disclosure}/letters/{letter}', {
      params: { path: { year, disclosure, letter: newId('don-thu', taken) }, header: {} }, body: { ...body, about: { unit: about.unit, award: about.award } },
    }));
  };
  return (
    <FormDialog title={w.title} act={act} send={send} onSaved={onSaved} onClose={onClose} paths={['$.about', '$.sender', '$.received', '$.text', ...paperPaths('$.letter')]} isDisabled={!body.text.trim()}>
      <Field label={w.about} path="$.about" faults={act.faults} isRequired><Select value={chosen} onChange={choose} choices={proposals.map((one, at) => ({ value: String(at), name: `${one.unitName}: ${one.awardTitle}` }))} /></Field>
      <Field label={w.sender} path="$.sender" faults={act.faults} isRequired><Select value={body.sender} onChange={sender => set({ ...body, sender })} choices={options(senderNames).filter(one => one.value !== 'unit')} /></Field>
      <Field label={w.received} path="$.received" faults={act.faults} isRequired><DayField value={body.received} onChange={received => received && set({ ...body, received })} /></Field>
      <Field label={w.text} hint={w.textHint} path="$.text" faults={act.faults} isRequired><textarea rows={4} value={body.text} onInput={event => set({ ...body, text: event.currentTarget.value })} /></Field>
      <OptionalPaper label={w.paper} kind="Đơn" paper={body.letter ?? null} onChange={letter => set({ ...body, letter })} path="$.letter" faults={act.faults} />
    </FormDialog>
  );
}
