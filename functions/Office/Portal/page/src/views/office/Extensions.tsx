import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Problem } from '../../api/problem';
import { Confirm } from '../../parts/Confirm';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { may } from '../../shell/session';
import { common } from '../../words/common';
import { byName, day, type Day } from '../../words/format';
import { words } from '../../words/language';
import { stageNames } from '../../words/names';
import { Frame, Select } from './Frame';
import { distinct, options } from './names';
import { allExtensions, allUnits } from './reads';
import { finds } from './search';

type Extension = Schema['ExtensionView'];

const w = words({
  title: 'Gia hạn cho đơn vị', lead: 'Thêm ngày cho một đơn vị ở một bước; đơn vị nhận được thư.', add: 'Gia hạn', none: 'Chưa gia hạn cho đơn vị nào.', noYear: 'Chưa có năm thi đua nào.', step: 'Bước', until: 'Hạn mới', reason: 'Lý do', find: 'Tìm đơn vị', choose: '– chọn đơn vị –', period: 'Kỳ', change: 'Sửa',
  untilHint: 'phải sau hạn của khối', noBloc: 'Đơn vị không thuộc khối nào của năm này.', now: (bloc: string, day: string) => day ? `${bloc}: hạn của khối hiện nay là ${day}.` : `${bloc}: năm này không có bước này.`, before: (day: string, reason: string) => `Đã gia hạn đến ${day} (${reason}). Lưu sẽ thay bằng hạn mới.`,
}, {
  title: 'More time for a unit', lead: 'More days for one unit at one step; the unit gets a mail.', add: 'Give more time', none: 'No unit was given more time.', noYear: 'There is no year yet.', step: 'Step', until: 'New last day', reason: 'Reason', find: 'Find a unit', choose: '– choose a unit –', period: 'Period', change: 'Change',
  untilHint: 'must be later than the bloc’s', noBloc: 'The unit is in no bloc of this year.', now: (bloc, day) => day ? `${bloc}: its last day now is ${day}.` : `${bloc}: the year has no such step.`, before: (day, reason) => `There is more time until ${day} already (${reason}). Saving puts the new day in its place.`,
});

export default function Extensions() {
  const asked = useAnswer(signal => ask(api.GET('/api/cycles', { signal })), []);
  return (
    <Frame title={w.title} lead={w.lead}>
      <Show of={asked}>{({ data }) => data.cycles.length === 0 ? <p class="card">{w.noYear}</p> : <OfYears cycles={data.cycles} />}</Show>
    </Frame>
  );
}

function OfYears({ cycles }: { cycles: readonly Schema['CycleSummary'][] }) {
  const [year, choose] = useState((cycles.find(cycle => cycle.state === 'open') ?? cycles[0]!).year);
  const [edited, edit] = useState<Partial<Extension>>();
  const asked = useAnswer(async signal => {
    const [extensions, units, cycle] = await Promise.all([allExtensions(year, signal), allUnits(signal), ask(api.GET('/api/cycles/{year}', { params: { path: { year } }, signal }))]);
    return { extensions, units, cycle: cycle.data };
  }, [year]);
  return (
    <>
      <div class="row">
        <Field label={common.year}><Select value={String(year)} onChange={value => choose(Number(value))} choices={cycles.map(cycle => ({ value: String(cycle.year), name: String(cycle.year) }))} /></Field>
        {may('ExtendDeadline') && <button type="button" class="primary" onClick={() => edit({})}>{w.add}…</button>}
      </div>
      <Show of={asked}>
        {({ extensions, units, cycle, cycle: { periods } }) => (
          <>
            <Table
              caption={w.title} isCaptionHidden rows={extensions} rowKey={one => one.unit + one.period + one.stage} empty={w.none}
              columns={[
                { head: common.unit, cell: one => one.unitName, sort: one => one.unitName },
                { head: w.step, cell: one => <>{stageNames[one.stage]}{periods.length > 1 && ` (${periods.find(period => period.id === one.period)?.name ?? one.period})`}</> },
                { head: w.until, cell: one => day(one.closes), sort: one => one.closes },
                { head: w.reason, cell: one => one.reason },
                ...may('ExtendDeadline') ? [{ head: w.change, cell: (one: Extension) => <button type="button" class="quiet" onClick={() => edit(one)}>{w.change}<span class="hidden"> – {one.unitName}</span></button> }] : [],
              ]} />
            {edited && <Extend year={year} of={edited} known={extensions} units={units} cycle={cycle} onDone={asked.reload} onClose={() => edit(undefined)} />}
          </>
        )}
      </Show>
    </>
  );
}

interface ExtendProps {
  readonly year: number;
  readonly of: Partial<Extension>;
  readonly known: readonly Extension[];
  readonly units: readonly Schema['UnitView'][];
  readonly cycle: Schema['CycleView'];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function Extend({ year, of, known, units, cycle, onDone, onClose }: ExtendProps) {
  const { periods } = cycle;
  const [unit, setUnit] = useState(of.unit ?? '');
  const [asked, find] = useState('');
  const [period, setPeriod] = useState(of.period ?? periods[0]?.id ?? 'nam');
  const [stage, setStage] = useState<Schema['StageKind']>(of.stage ?? 'self-score');
  const [closes, setCloses] = useState<Day | null>(of.closes ?? null);
  const [reason, setReason] = useState(of.reason ?? '');
  const before = known.find(one => one.unit === unit && one.period === period && one.stage === stage);
  const nameOf = distinct(units);
  const offered = units.filter(one => one.id === unit || finds(asked, `${one.name} ${one.id}`)).sort(byName(one => one.name));
  const send = async () => {
    const params = { path: { year, unit, stage }, query: { period } };
    const etag = await ask(api.GET('/api/cycles/{year}/units/{unit}/extensions/{stage}', { params })).then(answer => answer.etag, (thrown: unknown) => {
      if (thrown instanceof Problem && thrown.status === 404) {
        return null;
      }

      throw thrown;
    });
    await ask(api.PUT('/api/cycles/{year}/units/{unit}/extensions/{stage}', { params: { ...params, header: etag ? { 'If-Match': etag } : {} }, body: { closes: closes!, reason } }));
    onDone();
  };
  return (
    <Confirm title={w.add} isOpen onClose={onClose} onConfirm={send} yes={common.save} isDisabled={!unit || !closes || !reason.trim()}>
      {!of.unit && <Field label={w.find}><input type="search" value={asked} onInput={event => find(event.currentTarget.value)} /></Field>}
      <Field label={common.unit} isRequired><Select value={unit} onChange={setUnit} choices={[{ value: '', name: w.choose }, ...offered.map(one => ({ value: one.id, name: nameOf(one.id) }))]} /></Field>
      {periods.length > 1 && <Field label={w.period}><Select value={period} onChange={setPeriod} choices={periods.map(one => ({ value: one.id, name: one.name }))} /></Field>}
      <Field label={w.step}><Select value={stage} onChange={setStage} choices={options(stageNames)} /></Field>
      {unit && <BlocsDay unit={unit} cycle={cycle} stage={stage} period={period} />}
      {before && <Notice kind="note">{w.before(day(before.closes), before.reason)}</Notice>}
      <Field label={w.until} hint={w.untilHint} isRequired><DayField value={closes} onChange={setCloses} /></Field>
      <Field label={w.reason} isRequired><textarea rows={2} value={reason} onInput={event => setReason(event.currentTarget.value)} /></Field>
    </Confirm>
  );
}

/** What the unit's bloc has now: only a later day is more time. */
function BlocsDay({ unit, cycle, stage, period }: { unit: string; cycle: Schema['CycleView']; stage: Schema['StageKind']; period: string }) {
  const asked = useAnswer(async signal => {
    const { data } = await ask(api.GET('/api/units/{unit}', { params: { path: { unit } }, signal }));
    const blocs = cycle.blocs.filter(one => data.memberships.some(member => member.bloc === one.bloc && member.from <= `${cycle.year}-12-31` && (member.until ?? '9') >= `${cycle.year}`));
    return Promise.all(blocs.map(async one => ({ ...one, name: (await ask(api.GET('/api/blocs/{bloc}', { params: { path: { bloc: one.bloc } }, signal }))).data.bloc.name })));
  }, [unit]);
  const isIt = (one: Schema['StageBody']) => one.stage === stage && (one.period ?? 'nam') === period;
  return (
    <Show of={asked}>{blocs => blocs.length === 0
      ? <p class="fault">✕ {w.noBloc}</p>
      : <>{blocs.map(bloc => <p>{w.now(bloc.name, day((bloc.stages?.find(isIt) ?? cycle.stages.find(isIt))?.closes))}</p>)}</>}
    </Show>
  );
}
