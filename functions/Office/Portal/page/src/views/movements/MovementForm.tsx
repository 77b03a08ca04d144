import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { FaultSummary, Field } from '../../parts/Field';
import { PaperFields, paperPaths } from '../../parts/PaperFields';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useGuard } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { capital } from '../../words/format';
import { words } from '../../words/language';
import { formNames, scopeNames } from '../../words/movements';

const w = words({
  name: 'Tên phong trào', scope: 'Phong trào', form: 'Hình thức', from: 'Từ ngày', until: 'Đến hết ngày', content: 'Nội dung', criteria: 'Tiêu chí, mỗi dòng một tiêu chí', launchedBy: 'Cơ quan, chức danh phát động, mỗi dòng một', launchedByHint: 'Ví dụ: Chủ tịch UBND tỉnh; không ghi tên người',
  launchedOn: 'Ngày phát động', launchedHint: 'Khi có ngày phát động, các đơn vị nhận được thư.', reviewOn: 'Ngày sơ kết, tổng kết', answerBy: 'Hạn các đơn vị trả lời', paper: 'Ghi văn bản phát động',
}, {
  name: 'Name', scope: 'Whose', form: 'Form', from: 'From', until: 'Until', content: 'What it is about', criteria: 'By what it is judged, a line each', launchedBy: 'Launched by, a line each', launchedByHint: 'By office, such as the province’s chairman; no names of people',
  launchedOn: 'Launched on', launchedHint: 'Once it has this day, the units get a mail.', reviewOn: 'Reviewed on', answerBy: 'Units answer by', paper: 'Name the paper that launched it',
});

type Body = Schema['MovementBody'];

const days = ['launchedOn', 'from', 'until', 'answerBy', 'reviewOn'] as const;
const lines = (text: string): string[] => text.split('\n').map(line => line.trim()).filter(line => line);

function bodyOf(movement: Schema['MovementView'] | null): Body {
  if (!movement) {
    return { name: '', scope: 'bloc', form: 'campaign' };
  }

  const { movement: _, etag: __, ...body } = movement;
  return body;
}

export interface MovementFormProps {
  readonly place: PlaceId;
  readonly known: Schema['MovementView'] | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Puts down a movement, or puts one right. What was not recorded stays empty. */
export function MovementForm({ place, known, onSaved, onClose }: MovementFormProps) {
  const [body, set] = useState(bodyOf(known));
  const [criteria, setCriteria] = useState(body.criteria?.join('\n') ?? '');
  const [launchedBy, setLaunchedBy] = useState(body.launchedBy?.join('\n') ?? '');
  // The same id while it is tried again: what was saved and not answered is not there twice.
  const [id] = useState(() => known?.movement ?? `phong-trao-${crypto.randomUUID().slice(0, 8)}`);
  const [isChanged, setChanged] = useState(false);
  const act = useAct();
  useGuard(isChanged);
  const change = (part: Partial<Body>) => {
    setChanged(true);
    set({ ...body, ...part });
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const sent = { ...body, name: body.name.trim(), content: body.content?.trim() || null, criteria: lines(criteria), launchedBy: lines(launchedBy) };
    if (await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/movements/{movement}', {
      params: { path: { year: place.year, bloc: place.bloc, movement: id }, header: known ? { 'If-Match': known.etag } : {} }, body: sent,
    })))) {
      onSaved();
    }
  };
  return (
    <form class="card" onSubmit={event => void save(event)}>
      <FaultSummary faults={act.faults} paths={['$.name', '$.content', '$.criteria', '$.launchedBy', ...days.map(one => `$.${one}`), ...paperPaths('$.paper')]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Field label={w.name} path="$.name" faults={act.faults} isRequired><input type="text" maxLength={300} value={body.name} onInput={event => change({ name: event.currentTarget.value })} /></Field>
      <Field label={w.scope}><select value={body.scope} onChange={event => change({ scope: event.currentTarget.value as Body['scope'] })}>{Object.entries(scopeNames).map(([value, name]) => <option value={value}>{capital(name)}</option>)}</select></Field>
      <Field label={w.form}><select value={body.form} onChange={event => change({ form: event.currentTarget.value as Body['form'] })}>{Object.entries(formNames).map(([value, name]) => <option value={value}>{name}</option>)}</select></Field>
      <Field label={w.content} path="$.content" faults={act.faults}><textarea rows={4} value={body.content ?? ''} onInput={event => change({ content: event.currentTarget.value })} /></Field>
      <Field label={w.criteria} path="$.criteria" faults={act.faults}><textarea rows={3} value={criteria} onInput={event => { setChanged(true); setCriteria(event.currentTarget.value); }} /></Field>
      <Field label={w.launchedBy} hint={w.launchedByHint} path="$.launchedBy" faults={act.faults}><textarea rows={2} value={launchedBy} onInput={event => { setChanged(true); setLaunchedBy(event.currentTarget.value); }} /></Field>
      {days.map(one => <Field key={one} label={w[one]} hint={one === 'launchedOn' && w.launchedHint} path={`$.${one}`} faults={act.faults}><DayField value={body[one] ?? null} onChange={on => change({ [one]: on })} /></Field>)}
      <p><label><input type="checkbox" checked={!!body.paper} onChange={event => change({ paper: event.currentTarget.checked ? { kind: '' } : null })} /> {w.paper}</label></p>
      {body.paper && <PaperFields paper={body.paper} onChange={paper => change({ paper })} path="$.paper" faults={act.faults} />}
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || !body.name.trim()}>{common.save}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
      </div>
    </form>
  );
}
