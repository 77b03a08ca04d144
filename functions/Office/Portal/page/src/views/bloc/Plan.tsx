import { useState } from 'preact/hooks';
import { absent } from '../../api/absent';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { sayAdoption } from '../../parts/AdoptionFields';
import { Show } from '../../parts/Show';
import { Empty, Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import { common } from '../../words/common';
import { day } from '../../words/format';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { mayIn, placeIn } from './place';
import { PlanForm, planWords } from './PlanForm';
import './bloc.css';

const w = words({
  title: 'Kế hoạch thi đua của khối', none: 'Khối chưa có kế hoạch của năm này.', write: 'Soạn kế hoạch', edit: 'Sửa kế hoạch', saved: 'Đã lưu.', paper: (number: string, day: string) => [number && `Số ${number}`, day && `ngày ${day}`].filter(Boolean).join(', '),
  carried: 'Việc còn lại của năm trước', warnings: 'Cần xem lại',
}, {
  title: 'Plan of the bloc', none: 'The bloc has no plan of this year.', write: 'Write the plan', edit: 'Change the plan', saved: 'Saved.', paper: (number, day) => [number && `Number ${number}`, day && `of ${day}`].filter(Boolean).join(', '),
  carried: 'Left to do from the year before', warnings: 'To be looked at',
});

/** A bloc's plan of the year: what it says, and a form for who leads. */
export default function Plan({ params }: ViewProps) {
  const place = placeIn(params);
  const path = { year: place.year, bloc: place.bloc };
  const asked = useAnswer(signal => absent(ask(api.GET('/api/cycles/{year}/blocs/{bloc}/plan', { params: { path }, signal }))), [path]);
  const [isWritten, write] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const saved = (answer: Answer<Schema['PlanView']>) => {
    asked.set(answer);
    write(false);
    setSaved(true);
  };
  return (
    <Frame
      place={place} view="plan" title={w.title}
      actions={asked.value !== undefined && !isWritten && mayIn('PutPlan', place) && <button type="button" class="primary" onClick={() => { setSaved(false); write(true); }}>{asked.value ? w.edit : w.write}</button>}>
      {isSaved && <Notice kind="good">{w.saved}</Notice>}
      <Show of={asked}>{answer => isWritten ? <PlanForm path={path} known={answer} onSaved={saved} onClose={() => write(false)} /> : answer ? <Text plan={answer.data} /> : <Empty>{w.none}</Empty>}</Show>
    </Frame>
  );
}

function Text({ plan }: { plan: Schema['PlanView'] }) {
  const paper = w.paper(plan.number ?? '', day(plan.day));
  return (
    <section class="card">
      <p><StatusBadge kind={plan.state === 'adopted' ? 'good' : 'plain'}>{sayAdoption(plan.adopted)}</StatusBadge> {paper}</p>
      {plan.objectives.length > 0 && <><h2>{planWords.objectives}</h2><ol>{plan.objectives.map(one => <li>{one}</li>)}</ol></>}
      {plan.solutionGroups.length > 0 && <><h2>{planWords.groups}</h2><ol>{plan.solutionGroups.map(group => <li><strong>{group.title}</strong>{group.measures && group.measures.length > 0 && <ul>{group.measures.map(one => <li>{one}</li>)}</ul>}</li>)}</ol></>}
      {plan.carriedOver.length > 0 && <><h2>{w.carried}</h2><ul>{plan.carriedOver.map(one => <li>{one.text} <span class="soft">({common.year.toLowerCase()} {one.source.year})</span></li>)}</ul></>}
      {plan.implementation.length > 0 && <><h2>{planWords.implementation}</h2>{plan.implementation.map(one => <p>{one}</p>)}</>}
      {plan.warnings.length > 0 && <><h2>{w.warnings}</h2><ul>{plan.warnings.map(one => <li>⚠ {one.detail}</li>)}</ul></>}
    </section>
  );
}
