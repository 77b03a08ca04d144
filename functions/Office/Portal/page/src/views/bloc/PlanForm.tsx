import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { AdoptionFields, adoptionPaths, isAdoption } from '../../parts/AdoptionFields';
import { DayField } from '../../parts/DayField';
import { FaultSummary, Field } from '../../parts/Field';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useGuard } from '../../parts/useGuard';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { readLines, writeLines } from './lines';

export const planWords = words({
  objectives: 'Mục tiêu, nhiệm vụ', groups: 'Các nhóm giải pháp', implementation: 'Tổ chức thực hiện',
}, { objectives: 'Objectives and tasks', groups: 'Groups of solutions', implementation: 'Who does what by when' });

const w = words({
  each: 'Mỗi dòng một mục.', group: (number: number) => `Nhóm giải pháp ${number}`, name: 'Tên nhóm', measures: 'Biện pháp, mỗi dòng một biện pháp', add: 'Thêm nhóm giải pháp', drop: (number: number) => `Bỏ nhóm ${number}`,
  number: 'Số và ký hiệu', day: 'Ngày trên văn bản', adopted: 'Kế hoạch đã được thông qua', adoptedHint: 'Sau khi thông qua, nội dung chỉ đổi cùng với một lần thông qua khác.',
}, {
  each: 'A line each.', group: number => `Group of solutions ${number}`, name: 'What it is about', measures: 'Measures, a line each', add: 'Add a group of solutions', drop: number => `Leave out group ${number}`,
  number: 'Number and symbol', day: 'Day on the paper', adopted: 'The plan was adopted', adoptedHint: 'Once adopted, its content changes only together with another adoption.',
});

interface Group {
  readonly title: string;
  readonly measures: string;
}

export interface PlanFormProps {
  readonly path: { readonly year: number; readonly bloc: string };
  readonly known: Answer<Schema['PlanView']> | null;
  readonly onSaved: (answer: Answer<Schema['PlanView']>) => void;
  readonly onClose: () => void;
}

/** Writes a bloc's plan. What this form does not show (texts carried out, what the year before left) stays as it is. */
export function PlanForm({ path, known, onSaved, onClose }: PlanFormProps) {
  const plan = known?.data;
  const [typed, type] = useState({
    objectives: writeLines(plan?.objectives), implementation: writeLines(plan?.implementation), number: plan?.number ?? '', day: plan?.day ?? null, adopted: plan?.adopted ?? null,
    groups: (plan?.solutionGroups ?? []).map((group): Group => ({ title: group.title, measures: writeLines(group.measures) })),
  });
  const [isChanged, setChanged] = useState(false);
  const act = useAct();
  useGuard(isChanged);
  const change = (part: Partial<typeof typed>) => {
    setChanged(true);
    type({ ...typed, ...part });
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const body: Schema['PlanBody'] = {
      number: typed.number.trim() || null, day: typed.day, adopted: typed.adopted, statedObjectives: plan?.statedObjectives ?? null, statedSolutionGroups: plan?.statedSolutionGroups ?? null,
      objectives: readLines(typed.objectives), implementation: readLines(typed.implementation), carriedOver: plan?.carriedOver ?? [],
      solutionGroups: typed.groups.map(group => ({ title: group.title.trim(), measures: readLines(group.measures) })),
      directives: plan?.directives.map(({ text, paper, provision }) => text ? { text, provision } : { paper, provision }) ?? [],
    };
    let answer: Answer<Schema['PlanView']> | undefined;
    if (await act.run(async () => { answer = await ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/plan', { params: { path, header: known?.etag ? { 'If-Match': known.etag } : {} }, body })); })) {
      onSaved(answer!);
    }
  };
  return (
    <form class="card" onSubmit={event => void save(event)}>
      <FaultSummary faults={act.faults} paths={['$.objectives', '$.solutionGroups', '$.implementation', '$.number', '$.day', ...adoptionPaths('$.adopted')]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Field label={planWords.objectives} hint={w.each} path="$.objectives" faults={act.faults}><textarea rows={6} value={typed.objectives} onInput={event => change({ objectives: event.currentTarget.value })} /></Field>
      {typed.groups.map((group, at) => {
        const put = (part: Partial<Group>) => change({ groups: typed.groups.with(at, { ...group, ...part }) });
        return (
          <fieldset key={at}>
            <legend>{w.group(at + 1)}</legend>
            <Field label={w.name} isRequired><input type="text" maxLength={500} value={group.title} onInput={event => put({ title: event.currentTarget.value })} /></Field>
            <Field label={w.measures}><textarea rows={3} value={group.measures} onInput={event => put({ measures: event.currentTarget.value })} /></Field>
            <button type="button" class="quiet" onClick={() => change({ groups: typed.groups.filter((_, other) => other !== at) })}>{w.drop(at + 1)}</button>
          </fieldset>
        );
      })}
      <p><button type="button" onClick={() => change({ groups: [...typed.groups, { title: '', measures: '' }] })}>{w.add}</button></p>
      <Field label={planWords.implementation} hint={w.each} path="$.implementation" faults={act.faults}><textarea rows={4} value={typed.implementation} onInput={event => change({ implementation: event.currentTarget.value })} /></Field>
      <Field label={w.number} path="$.number" faults={act.faults}><input type="text" maxLength={100} value={typed.number} onInput={event => change({ number: event.currentTarget.value })} /></Field>
      <Field label={w.day} path="$.day" faults={act.faults}><DayField value={typed.day} onChange={on => change({ day: on })} /></Field>
      <p><label><input type="checkbox" checked={typed.adopted !== null} onChange={event => change({ adopted: event.currentTarget.checked ? {} : null })} /> {w.adopted}</label> <span class="hint">{w.adoptedHint}</span></p>
      {typed.adopted && <AdoptionFields of={path} adopted={typed.adopted} onChange={adopted => change({ adopted })} path="$.adopted" faults={act.faults} />}
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || typed.groups.some(group => !group.title.trim()) || (typed.adopted !== null && !isAdoption(typed.adopted))}>{common.save}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
      </div>
    </form>
  );
}
