import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Field } from '../../parts/Field';
import { PointsField } from '../../parts/PointsField';
import { Show } from '../../parts/Show';
import { ProblemView } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { points, toPoints, writePoints, type Hundredths } from '../../words/points';
import { isGiven } from './appraisal';
import { inPeriod } from './place';

const w = words({
  title: 'Nếu điểm khác đi thì sao',
  lead: 'Thử đổi điểm của một hay nhiều tiêu chí để xem thứ hạng thay đổi thế nào. Không có gì được lưu.',
  criterion: 'Tiêu chí',
  choose: 'Chọn…',
  points: 'Điểm giả định',
  add: 'Thêm giả định',
  supposed: 'Đang giả định',
  changes: (unit: string, criterion: string, value: string) => `${unit}: ${criterion} được ${value} điểm`,
  run: 'Tính thử',
  result: 'Thứ hạng nếu như vậy',
  now: 'Hiện nay',
  then: 'Khi đó',
  moved: 'Thay đổi',
  up: (by: number) => `lên ${by} hạng`,
  down: (by: number) => `xuống ${by} hạng`,
  same: 'giữ nguyên',
  place: (rank: number, value: string) => `hạng ${rank} (${value})`,
  none: 'không xếp hạng',
}, {
  title: 'What if points were otherwise',
  lead: 'Suppose other points for some criteria and see what the places would be. Nothing is kept.',
  criterion: 'Criterion',
  choose: 'Choose…',
  points: 'Supposed points',
  add: 'Add it',
  supposed: 'Supposed so far',
  changes: (unit, criterion, value) => `${unit}: ${value} points for ${criterion}`,
  run: 'Compute',
  result: 'Places if it were so',
  now: 'Now',
  then: 'Then',
  moved: 'Change',
  up: by => `up by ${by}`,
  down: by => `down by ${by}`,
  same: 'the same',
  place: (rank, value) => `place ${rank} (${value})`,
  none: 'no place',
});

interface Supposed {
  readonly unit: string;
  readonly criterion: string;
  readonly value: Hundredths;
}

/** Supposes other points and shows what the places would be. */
export function WhatIf({ place, standings }: { place: PlaceId; standings: Schema['StandingsView'] }) {
  const { scheme, version } = standings.scheme;
  const criteria = useAnswer(async signal => (await ask(api.GET('/api/schemes/{scheme}', { params: { path: { scheme }, query: { version } }, signal }))).data.content.criteria.filter(isGiven), [scheme, version]);
  const [unit, setUnit] = useState('');
  const [criterion, setCriterion] = useState('');
  const [value, setValue] = useState<Hundredths | null>(null);
  const [supposed, suppose] = useState<readonly Supposed[]>([]);
  const [result, setResult] = useState<readonly Schema['SimulatedUnit'][] | null>(null);
  const act = useAct();
  const unitName = (id: string) => standings.places.find(one => one.unit === id)?.name ?? id;
  const criterionName = (code: string) => {
    const found = criteria.value?.find(one => one.code === code);
    return found ? `${found.number ?? found.code} ${found.title}` : code;
  };
  const add = () => {
    suppose([...supposed.filter(one => one.unit !== unit || one.criterion !== criterion), { unit, criterion, value: value! }]);
    setCriterion('');
    setValue(null);
    setResult(null);
  };
  const run = () => act.run(async () => setResult((await ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/standings/simulation', {
    params: { path: inPeriod(place) }, body: { changes: supposed.map(one => ({ unit: one.unit, criterion: one.criterion, points: toPoints(one.value) })) },
  }))).data.units));
  const drop = (gone: Supposed) => {
    suppose(supposed.filter(one => one !== gone));
    setResult(null);
  };
  return (
    <section class="card no-print">
      <h2>{w.title}</h2>
      <p>{w.lead}</p>
      <Show of={criteria}>
        {all => (
          <form class="stack" onSubmit={event => { event.preventDefault(); add(); }}>
            <Field label={common.unit}>
              <select value={unit} onChange={event => setUnit(event.currentTarget.value)}>
                <option value="">{w.choose}</option>
                {standings.places.map(one => <option value={one.unit}>{one.name}</option>)}
              </select>
            </Field>
            <Field label={w.criterion}>
              <select value={criterion} onChange={event => setCriterion(event.currentTarget.value)}>
                <option value="">{w.choose}</option>
                {all.map(one => <option value={one.code}>{criterionName(one.code)} ({points(one.maximum)})</option>)}
              </select>
            </Field>
            <Field label={w.points}><PointsField value={value} least={0} onChange={setValue} /></Field>
            <div class="buttons"><button type="submit" disabled={!unit || !criterion || value === null}>{w.add}</button></div>
          </form>
        )}
      </Show>
      {supposed.length > 0 && (
        <>
          <h3>{w.supposed}</h3>
          <ul>
            {supposed.map(one => <li>{w.changes(unitName(one.unit), criterionName(one.criterion), writePoints(one.value))} <button type="button" class="quiet" aria-label={`${common.remove}: ${unitName(one.unit)}, ${criterionName(one.criterion)}`} onClick={() => drop(one)}>{common.remove}</button></li>)}
          </ul>
          <div class="buttons"><button type="button" class="primary" disabled={act.isBusy} onClick={() => void run()}>{w.run}</button></div>
        </>
      )}
      {act.problem && <ProblemView problem={act.problem} />}
      {result && (
        <Table
          caption={w.result} rows={[...result].sort((a, b) => (a.then?.rank ?? 1e9) - (b.then?.rank ?? 1e9))} rowKey={one => one.unit}
          columns={[
            { head: common.unit, cell: one => one.name },
            { head: w.now, cell: one => sayPlace(one.now) },
            { head: w.then, cell: one => one.then ? sayPlace(one.then) : one.whyApart ?? w.none },
            { head: w.moved, cell: one => <Moved of={one} /> },
          ]} />
      )}
    </section>
  );
}

const sayPlace = (place: Schema['SimulatedPlace'] | null | undefined): string => place ? w.place(place.rank, points(place.value)) : w.none;

function Moved({ of: { now, then } }: { of: Schema['SimulatedUnit'] }) {
  const by = now && then ? now.rank - then.rank : 0;
  return by > 0 ? <StatusBadge kind="good" sign="▲">{w.up(by)}</StatusBadge> : by < 0 ? <StatusBadge kind="warn" sign="▼">{w.down(-by)}</StatusBadge> : <>{w.same}</>;
}
