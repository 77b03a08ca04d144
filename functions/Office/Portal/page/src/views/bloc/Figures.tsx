import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { Problem } from '../../api/problem';
import { FaultSummary, Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { Empty, Notice, ProblemView } from '../../parts/States';
import { Table } from '../../parts/Table';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { useGuard } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { points } from '../../words/points';
import type { ViewProps } from '../routes';
import { NumberField } from '../sheet/NumberField';
import { writeNumber } from '../sheet/numbers';
import { Frame } from './Frame';
import { inPeriod, mayIn, placeIn } from './place';
import './bloc.css';

const w = words({
  title: 'Chỉ tiêu và kết quả của tiêu chí định lượng',
  none: 'Bảng điểm không có tiêu chí định lượng.',
  target: 'Chỉ tiêu được giao',
  actual: 'Kết quả thực hiện',
  why: 'Cách tính',
  most: (title: string, most: string) => `${title} (tối đa ${most} điểm)`,
  notAssigned: 'không giao cho đơn vị',
  reason: 'Lý do',
  hint: 'Cần ghi khi nhập kết quả thay đơn vị, hoặc khi vòng thẩm định cuối cùng đã kết thúc. Đơn vị nhận được thư kèm lý do.',
  saved: 'Đã lưu.',
}, {
  title: 'Targets and results of quantitative criteria',
  none: 'The scheme has no quantitative criteria.',
  target: 'Target',
  actual: 'Result',
  why: 'How they come about',
  most: (title, most) => `${title} (at most ${most} points)`,
  notAssigned: 'not assigned to the unit',
  reason: 'Reason',
  hint: 'Needed for results of another unit, and once the last round of appraisal is closed. The unit gets it by mail.',
  saved: 'Saved.',
});

type Figure = Schema['UnitFigure'];
type Part = 'target' | 'actual';
type Typed = Readonly<Record<string, number | null>>;

const keyOf = (part: Part, criterion: string, unit: string): string => [part, criterion, unit].join('|');

/** What the units are to reach and have reached, from which the program computes points; the head and the office enter both. */
export default function Figures({ params }: ViewProps) {
  const place = placeIn(params);
  const path = inPeriod(place);
  const asked = useAnswer(signal => ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/targets', { params: { path }, signal })), [path]);
  const [isSaved, setSaved] = useState(false);
  return (
    <Frame place={place} view="figures" title={w.title}>
      {isSaved && <Notice kind="good">{w.saved}</Notice>}
      <Show of={asked}>{answer => answer.data.criteria.length === 0
        ? <Empty>{w.none}</Empty>
        : <Form key={answer.etag} place={place} known={answer} onSaved={() => { setSaved(true); asked.reload(); }} onTyped={() => setSaved(false)} />}</Show>
    </Frame>
  );
}

function Form({ place, known: { data, etag }, onSaved, onTyped }: { place: PlaceId; known: Answer<Schema['TargetsView']>; onSaved: () => void; onTyped: () => void }) {
  const [typed, type] = useState<Typed>({});
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const act = useAct();
  const isChanged = Object.keys(typed).length > 0 || wrong.size > 0;
  useGuard(isChanged);
  const read = (key: string, value: number | null | undefined) => {
    onTyped();
    setWrong(new Set(value === undefined ? [...wrong, key] : [...wrong].filter(one => one !== key)));
    if (value !== undefined) {
      type({ ...typed, [key]: value });
    }
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await act.run(() => save(place, data, etag, typed, reason.trim() || null))) {
      type({});
      onSaved();
    }
  };
  const field = (part: Part, criterion: Schema['QuantitativeView'], mayEnter: boolean) => (one: Figure) => {
    const key = keyOf(part, criterion.criterion, one.unit);
    return !one.isAssigned ? <span class="soft">{part === 'target' && w.notAssigned}</span>
      : mayEnter && (part === 'target' || one.isShown)
        ? <NumberField id={key} label={`${w[part]}: ${one.name}`} isLabelHidden decimals={4} value={typed[key] === undefined ? one[part] : typed[key]} isDisabled={act.isBusy} onChange={value => read(key, value)} />
        : writeNumber(one[part]);
  };
  return (
    <form onSubmit={event => void submit(event)}>
      {data.criteria.map(criterion => (
        <Table
          key={criterion.criterion} caption={w.most(criterion.title, points(criterion.maximum))} rows={criterion.units} rowKey={one => one.unit}
          columns={[
            { head: common.unit, cell: one => one.name, sort: one => one.name },
            { head: w.target, cell: field('target', criterion, mayIn('SetTargets', place)) },
            { head: w.actual, cell: field('actual', criterion, mayIn('SetActuals', place)) },
            { head: common.points, cell: one => points(one.points), sort: one => one.points, isNumber: true },
            { head: w.why, cell: one => one.explanation },
          ]} />
      ))}
      <FaultSummary faults={act.faults} paths={['$.reason']} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Field label={w.reason} path="$.reason" faults={act.faults} hint={w.hint}><textarea rows={2} value={reason} onInput={event => setReason(event.currentTarget.value)} /></Field>
      <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy || wrong.size > 0 || !isChanged}>{common.save}</button></div>
    </form>
  );
}

/** Targets at once, then each unit's results. What is saved already does no harm when it is sent again. */
async function save(place: PlaceId, known: Schema['TargetsView'], etag: string | null, typed: Typed, reason: string | null): Promise<void> {
  const path = inPeriod(place);
  const changed = (part: Part) => known.criteria.flatMap(({ criterion, units }) => units.flatMap(one => {
    const value = typed[keyOf(part, criterion, one.unit)];
    return value === undefined || value === one[part] ? [] : [{ criterion, unit: one.unit, before: one[part], value }];
  }));
  const targets = changed('target').map(({ criterion, unit, value }) => ({ criterion, unit, target: value }));
  if (targets.length > 0) {
    await ask(api.PATCH('/api/cycles/{year}/periods/{period}/blocs/{bloc}/targets', { params: { path, header: etag ? { 'If-Match': etag } : {} }, body: { targets, reason } }));
  }

  const actuals = changed('actual');
  for (const unit of new Set(actuals.map(one => one.unit))) {
    const results = actuals.filter(one => one.unit === unit);
    const address = '/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/actuals';
    const params = { path: { ...path, unit } };
    const now = await ask(api.GET(address, { params }));
    const saved = new Map(now.data.figures.map(one => [one.criterion, one.actual]));
    // Its tag is read only now, for targets change it: what was shown must still hold.
    if (results.some(({ criterion, before, value }) => ![before, value].includes(saved.get(criterion) ?? null))) {
      throw new Problem({ type: 'about:blank', title: '', status: 412, detail: '', trace: '' });
    }

    await ask(api.PATCH(address, { params: { ...params, header: now.etag ? { 'If-Match': now.etag } : {} }, body: { actuals: results.map(({ criterion, value }) => ({ criterion, actual: value })), reason } }));
  }
}
