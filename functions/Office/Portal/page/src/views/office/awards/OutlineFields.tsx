import type { Schema } from '../../../api/client';
import { Field } from '../../../parts/Field';
import { words } from '../../../words/language';
import { DeadlineFields } from './DeadlineFields';
import { Out, type PartProps } from './Fields';
import { NumberInput } from './NumberInput';
import { newId } from './reads';

type Outline = Schema['DossierOutline'];

const w = words({
  others: 'Mọi danh hiệu khác', of: (names: string) => `Cho: ${names}`, awards: 'Cho những danh hiệu', sections: 'Đề cương báo cáo thành tích', section: (n: number) => `Mục ${n}`, moreSections: 'Thêm mục', papers: 'Giấy tờ kèm theo', paper: (n: number) => `Giấy tờ ${n}`, needed: 'bắt buộc', morePapers: 'Thêm giấy tờ', bodies: 'Cơ quan phải hỏi ý kiến', bodiesHint: 'mỗi dòng một cơ quan', days: 'Trả lời trong số ngày làm việc', out: 'mẫu này',
}, {
  others: 'All other awards', of: names => `For: ${names}`, awards: 'For these awards', sections: 'Outline of the achievement report', section: n => `Section ${n}`, moreSections: 'Add a section', papers: 'Papers that go with it', paper: n => `Paper ${n}`, needed: 'needed', morePapers: 'Add a paper', bodies: 'Bodies that must be asked', bodiesHint: 'a line each', days: 'They answer within so many working days', out: 'this template',
});

export interface OutlineFieldsProps extends PartProps<Outline> {
  readonly awards: readonly Schema['Award'][];
  /** Whether it holds for all awards that no other names. */
  readonly isForOthers: boolean;
  readonly onOut: () => void;
}

/** What a dossier for some awards holds. */
export function OutlineFields({ value, onChange, path, faults, awards, isForOthers, onOut }: OutlineFieldsProps) {
  const { sections, papers = [], opinionsFrom = [], deadlines = [] } = value;
  const named = value.awards ?? [];
  const set = (change: Partial<Outline>) => onChange({ ...value, ...change });
  const title = isForOthers ? w.others : w.of(named.map(code => awards.find(one => one.code === code)?.title ?? code).join(', '));
  return (
    <details class="card" open>
      <summary><strong>{title}</strong></summary>
      {!isForOthers && (
        <fieldset>
          <legend>{w.awards}</legend>
          {awards.map(one => <label class="check" key={one.code}><input type="checkbox" checked={named.includes(one.code)} onChange={event => set({ awards: event.currentTarget.checked ? [...named, one.code] : named.filter(code => code !== one.code) })} /> {one.title}</label>)}
        </fieldset>
      )}
      <fieldset>
        <legend>{w.sections}</legend>
        {sections.map((one, at) => (
          <div class="row" key={one.code}>
            <Field label={w.section(at + 1)} path={`${path}.sections[${at}].title`} faults={faults} isRequired><input type="text" maxLength={300} value={one.title} onInput={event => set({ sections: sections.with(at, { ...one, title: event.currentTarget.value }) })} /></Field>
            <Out what={one.title || w.section(at + 1)} onOut={() => set({ sections: sections.filter((_, other) => other !== at) })} />
          </div>
        ))}
        <button type="button" onClick={() => set({ sections: [...sections, { code: newId('muc', sections.map(one => one.code)), title: '' }] })}>{w.moreSections}</button>
      </fieldset>
      <fieldset>
        <legend>{w.papers}</legend>
        {papers.map((one, at) => (
          <div class="row" key={one.code}>
            <Field label={w.paper(at + 1)} path={`${path}.papers[${at}].title`} faults={faults} isRequired><input type="text" maxLength={300} value={one.title} onInput={event => set({ papers: papers.with(at, { ...one, title: event.currentTarget.value }) })} /></Field>
            <label class="check"><input type="checkbox" checked={one.isNeeded} onChange={event => set({ papers: papers.with(at, { ...one, isNeeded: event.currentTarget.checked }) })} /> {w.needed}<span class="hidden"> – {one.title || w.paper(at + 1)}</span></label>
            <Out what={one.title || w.paper(at + 1)} onOut={() => set({ papers: papers.filter((_, other) => other !== at) })} />
          </div>
        ))}
        <button type="button" onClick={() => set({ papers: [...papers, { code: newId('giay-to', papers.map(one => one.code)), title: '', isNeeded: true }] })}>{w.morePapers}</button>
      </fieldset>
      <Field label={w.bodies} hint={w.bodiesHint} path={`${path}.opinionsFrom`} faults={faults}><textarea rows={3} value={opinionsFrom.join('\n')} onChange={event => set({ opinionsFrom: event.currentTarget.value.split('\n').map(line => line.trim()).filter(line => line) })} /></Field>
      <Field label={w.days} path={`${path}.opinionDays`} faults={faults}><NumberInput least={1} most={90} value={value.opinionDays} onChange={days => set({ opinionDays: days ?? 0 })} /></Field>
      <DeadlineFields value={deadlines} onChange={now => set({ deadlines: now })} path={`${path}.deadlines`} faults={faults} />
      {!isForOthers && <Out what={w.out} onOut={onOut} />}
    </details>
  );
}
