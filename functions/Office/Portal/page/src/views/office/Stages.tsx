import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { Table } from '../../parts/Table';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { stageNames } from '../../words/names';
import { stageKey, type Cycle } from './cycle';
import { Select } from './Frame';
import { options } from './names';
import { idOf } from './search';

const w = words({
  steps: 'Các bước', step: 'Bước', from: 'Từ ngày', until: 'Đến hết ngày', starts: 'Ngày bắt đầu của năm', drop: 'Bỏ bước', add: 'Thêm bước', choose: '– chọn bước –', periods: 'Các kỳ', periodName: 'Tên kỳ', addPeriod: 'Thêm kỳ', dropPeriod: 'Bỏ kỳ',
  periodHint: 'Phần lớn các tỉnh chấm điểm cả năm một lần: một kỳ là đủ.',
}, {
  steps: 'Steps', step: 'Step', from: 'From', until: 'Until', starts: 'The year’s first day', drop: 'Drop the step', add: 'Add a step', choose: '– choose a step –', periods: 'Periods', periodName: 'Name of the period', addPeriod: 'Add a period', dropPeriod: 'Drop the period',
  periodHint: 'Most provinces score once for the whole year: one period will do.',
});

/** The year's calendar: its first day, its periods, and the days of each step. */
export function Stages({ cycle, onChange }: { cycle: Cycle; onChange: (cycle: Cycle) => void }) {
  const many = cycle.periods.length > 1;
  const nameOf = (period: string) => cycle.periods.find(one => one.id === period)?.name ?? period;
  const name = (stage: Schema['StageBody']) => many ? `${stageNames[stage.stage]} – ${nameOf(stage.period)}` : stageNames[stage.stage];
  const put = (key: string, part: Partial<Schema['StageBody']>) => onChange({ ...cycle, stages: cycle.stages.map(stage => stageKey(stage) === key ? { ...stage, ...part } : stage) });
  const there = new Set(cycle.stages.map(stageKey));
  const missing = cycle.periods.flatMap(period => options(stageNames).map(({ value }) => ({ period: period.id, stage: value }))).filter(one => !there.has(stageKey(one)));
  const add = (key: string) => {
    const one = missing.find(stage => stageKey(stage) === key);
    if (one) {
      onChange({ ...cycle, stages: [...cycle.stages, { ...one, opens: cycle.startsOn, closes: cycle.startsOn }] });
    }
  };
  return (
    <>
      <Field label={w.starts}><DayField value={cycle.startsOn} onChange={startsOn => startsOn && onChange({ ...cycle, startsOn })} /></Field>
      <Table
        caption={w.steps} rows={cycle.stages} rowKey={stageKey}
        columns={[
          { head: w.step, cell: name },
          { head: w.from, cell: stage => <DayField label={`${name(stage)} – ${w.from}`} value={stage.opens} onChange={opens => opens && put(stageKey(stage), { opens })} /> },
          { head: w.until, cell: stage => <DayField label={`${name(stage)} – ${w.until}`} value={stage.closes} onChange={closes => closes && put(stageKey(stage), { closes })} /> },
          { head: w.drop, cell: stage => <button type="button" class="quiet" onClick={() => onChange({ ...cycle, stages: cycle.stages.filter(one => one !== stage) })}>{w.drop}<span class="hidden"> – {name(stage)}</span></button> },
        ]} />
      {missing.length > 0 && (
        <p><Select value="" label={w.add} onChange={add} choices={[{ value: '', name: `${w.add}: ${w.choose}` }, ...missing.map(one => ({ value: stageKey(one), name: name({ ...one, opens: '', closes: '' }) }))]} /></p>
      )}
      <Periods cycle={cycle} onChange={onChange} />
    </>
  );
}

function Periods({ cycle, onChange }: { cycle: Cycle; onChange: (cycle: Cycle) => void }) {
  const [name, set] = useState('');
  const put = (id: string, name: string) => onChange({ ...cycle, periods: cycle.periods.map(period => period.id === id ? { ...period, name } : period) });
  const drop = (id: string) => onChange({
    ...cycle, periods: cycle.periods.filter(one => one.id !== id), stages: cycle.stages.filter(stage => stage.period !== id),
    blocs: cycle.blocs.map(bloc => ({ ...bloc, stages: bloc.stages.filter(stage => stage.period !== id) })),
  });
  const isTaken = !idOf(name) || cycle.periods.some(period => period.id === idOf(name));
  return (
    <details class="card">
      <summary>{w.periods}: {cycle.periods.map(period => period.name).join(', ')}</summary>
      <p class="hint">{w.periodHint}</p>
      {cycle.periods.map(period => (
        <p class="row" key={period.id}>
          <input type="text" aria-label={w.periodName} value={period.name} onInput={event => put(period.id, event.currentTarget.value)} />
          {cycle.periods.length > 1 && <button type="button" class="quiet" onClick={() => drop(period.id)}>{w.dropPeriod}<span class="hidden"> {period.name}</span></button>}
        </p>
      ))}
      <p class="row">
        <input type="text" aria-label={`${w.addPeriod}: ${common.name}`} value={name} onInput={event => set(event.currentTarget.value)} />
        <button type="button" disabled={isTaken} onClick={() => { onChange({ ...cycle, periods: [...cycle.periods, { id: idOf(name), name }] }); set(''); }}>{w.addPeriod}</button>
      </p>
    </details>
  );
}
