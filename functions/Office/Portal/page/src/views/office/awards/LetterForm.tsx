import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { DayField } from '../../../parts/DayField';
import { Dialog } from '../../../parts/Dialog';
import { FaultSummary, Field } from '../../../parts/Field';
import { PaperFields, paperPaths } from '../../../parts/PaperFields';
import { ProblemView } from '../../../parts/States';
import { useAct } from '../../../parts/useAct';
import { today } from '../../../shell/session';
import { common } from '../../../words/common';
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
  const send = async (event: Event) => {
    event.preventDefault();
    const about = proposals[Number(chosen)]!;
    const isDone = await act.run(() => ask(api.PUT('/api/cycles/{year}/disclosures/{disclosure}/letters/{letter}', {
      params: { path: { year, disclosure, letter: newId('don-thu', taken) }, header: {} }, body: { ...body, about: { unit: about.unit, award: about.award } },
    })));
    if (isDone) {
      onSaved();
      onClose();
    }
  };
  return (
    <Dialog title={w.title} isOpen onClose={onClose}>
      <form onSubmit={event => void send(event)}>
        <FaultSummary faults={act.faults} paths={['$.about', '$.sender', '$.received', '$.text', ...paperPaths('$.letter')]} />
        {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
        <Field label={w.about} path="$.about" faults={act.faults} isRequired><Select value={chosen} onChange={choose} choices={proposals.map((one, at) => ({ value: String(at), name: `${one.unitName}: ${one.awardTitle}` }))} /></Field>
        <Field label={w.sender} path="$.sender" faults={act.faults} isRequired><Select value={body.sender} onChange={sender => set({ ...body, sender })} choices={options(senderNames).filter(one => one.value !== 'unit')} /></Field>
        <Field label={w.received} path="$.received" faults={act.faults} isRequired><DayField value={body.received} onChange={received => received && set({ ...body, received })} /></Field>
        <Field label={w.text} hint={w.textHint} path="$.text" faults={act.faults} isRequired><textarea rows={4} value={body.text} onInput={event => set({ ...body, text: event.currentTarget.value })} /></Field>
        <label class="check"><input type="checkbox" checked={body.letter != null} onChange={event => set({ ...body, letter: event.currentTarget.checked ? { kind: 'Đơn' } : null })} /> {w.paper}</label>
        {body.letter && <PaperFields paper={body.letter} onChange={letter => set({ ...body, letter })} path="$.letter" faults={act.faults} />}
        <div class="buttons">
          <button type="submit" class="primary" disabled={act.isBusy || !body.text.trim()}>{common.save}</button>
          <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
        </div>
      </form>
    </Dialog>
  );
}
