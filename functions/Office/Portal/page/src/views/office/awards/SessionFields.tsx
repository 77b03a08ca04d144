import type { Schema } from '../../../api/client';
import type { Fault } from '../../../api/problem';
import { DayField } from '../../../parts/DayField';
import { Field } from '../../../parts/Field';
import { common } from '../../../words/common';
import { words } from '../../../words/language';
import { ShareFields } from './Fields';

type Body = Schema['CouncilSessionBody'];

const w = words({
  title: 'Tên phiên họp', titleHint: 'ví dụ: xét tặng Cờ thi đua năm 2026', council: 'Tên Hội đồng', from: 'Bắt đầu lúc', to: 'Kết thúc lúc', place: 'Địa điểm', own: 'Quy chế của Hội đồng quy định số người dự họp ít nhất khác mức chung (2/3, hoặc mức của danh hiệu)', quorum: 'Số người dự họp ít nhất', source: 'Quy định tại',
}, {
  title: 'What the session is called', titleHint: 'such as: xét tặng Cờ thi đua năm 2026', council: 'The council', from: 'Began at', to: 'Ended at', place: 'Place', own: 'The council’s own regulation asks for another quorum (else 2/3, or that of the awards)', quorum: 'How many must be there', source: 'Where that is said',
});

/** When and where the council met, and how many must be there. */
export function SessionFields({ body, onChange, faults }: { body: Body; onChange: (change: Partial<Body>) => void; faults: readonly Fault[] }) {
  const time = (name: 'from' | 'to', label: string) => <Field label={label} path={`$.${name}`} faults={faults}><input type="time" value={body[name] ?? ''} onInput={event => onChange({ [name]: event.currentTarget.value || null })} /></Field>;
  return (
    <section class="card">
      <Field label={w.title} hint={w.titleHint} path="$.title" faults={faults} isRequired><input type="text" maxLength={500} value={body.title} onInput={event => onChange({ title: event.currentTarget.value })} /></Field>
      <Field label={w.council} path="$.council" faults={faults} isRequired><input type="text" maxLength={200} value={body.council} onInput={event => onChange({ council: event.currentTarget.value })} /></Field>
      <div class="inline-form">
        <Field label={common.day} path="$.day" faults={faults} isRequired><DayField value={body.day} onChange={day => day && onChange({ day })} /></Field>
        {time('from', w.from)}
        {time('to', w.to)}
        <Field label={w.place} path="$.place" faults={faults}><input type="text" maxLength={200} value={body.place ?? ''} onInput={event => onChange({ place: event.currentTarget.value || null })} /></Field>
      </div>
      <label class="check"><input type="checkbox" checked={body.quorum != null} onChange={event => onChange(event.currentTarget.checked ? { quorum: { part: 2, of: 3 }, quorumSource: '' } : { quorum: null, quorumSource: null })} /> {w.own}</label>
      {body.quorum && (
        <>
          <ShareFields label={w.quorum} value={body.quorum} onChange={quorum => onChange({ quorum })} path="$.quorum" faults={faults} />
          <Field label={w.source} path="$.quorumSource" faults={faults} isRequired><input type="text" value={body.quorumSource ?? ''} onInput={event => onChange({ quorumSource: event.currentTarget.value })} /></Field>
        </>
      )}
    </section>
  );
}
