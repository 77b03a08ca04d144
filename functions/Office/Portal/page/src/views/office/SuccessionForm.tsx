import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { FaultSummary, Field } from '../../parts/Field';
import { PaperFields, paperPaths } from '../../parts/PaperFields';
import { Show } from '../../parts/Show';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { go } from '../../shell/router';
import { today } from '../../shell/session';
import { byName } from '../../words/format';
import { words } from '../../words/language';
import { Frame, Select } from './Frame';
import { at, options } from './names';
import { allBlocs, allUnits } from './reads';
import { SheetFates } from './SheetFates';
import { bodyOf, empty, needs, newSuccessionId, sayRefusal, successionKinds } from './successions';
import { UnitsField } from './UnitsField';
import { useGuard } from '../../parts/useGuard';

const w = words({
  title: 'Ghi một thay đổi về tổ chức', back: 'Thay đổi về tổ chức', kind: 'Thay đổi gì', from: 'Đơn vị được sắp xếp', day: 'Có hiệu lực từ ngày', decision: 'Quyết định',
  to: 'Đơn vị tiếp nhận (đã có trong danh sách)', joins: 'Vào khối', stays: 'ở khối hiện nay', name: 'Tên mới', bloc: 'Khối mới', choose: '– chọn –', tasks: 'Đơn vị tiếp nhận nhiệm vụ, đề nghị khen thưởng', record: 'Ghi thay đổi',
  lead: 'Từ ngày có hiệu lực, tư cách thành viên kết thúc và bắt đầu; kết quả trước đó giữ nguyên dưới tên cũ.', merge: 'Đơn vị tiếp nhận mà vẫn tồn tại chỉ nêu ở phần tiếp nhận.',
}, {
  title: 'Record a change of units', back: 'Changes of units', kind: 'What changes', from: 'Units it is of', day: 'Holds from', decision: 'Decision',
  to: 'Units that take over (in the roster already)', joins: 'Joins', stays: 'stays where it is', name: 'New name', bloc: 'New bloc', choose: '– choose –', tasks: 'Which of them took over the tasks, and proposes', record: 'Record it',
  lead: 'Memberships end and begin on its day; what was reached before stays under the old names.', merge: 'A unit that takes over and goes on is named among those that take over only.',
});

const paths = [...paperPaths('$.decision'), '$.day', '$.name', '$.bloc', '$.tasksTo'];

/** Units that a decision renames, merges, splits, dissolves or moves. */
export default function SuccessionForm() {
  const asked = useAnswer(async signal => {
    const [units, blocs] = await Promise.all([allUnits(signal), allBlocs(signal)]);
    return { units, blocs: [...blocs].sort(byName(one => one.name)) };
  }, []);
  return <Frame title={w.title} lead={w.lead} back={{ href: at('successions'), name: w.back }}><Show of={asked}>{read => <Form {...read} />}</Show></Frame>;
}

function Form({ units, blocs }: { units: readonly Schema['UnitView'][]; blocs: readonly Schema['BlocView'][] }) {
  const [form, set] = useState(empty(today.value));
  const act = useAct();
  useGuard(form.from!.length > 0);
  const change = (part: Partial<Schema['SuccessionBody']>) => set({ ...form, ...part });
  const body = bodyOf(form);
  const problem = sayRefusal(act.problem);
  const { kind, from = [], to = [] } = body;
  const nameOf = (unit: string) => units.find(one => one.id === unit)?.name ?? unit;
  const heirs = kind === 'move' ? from : to.map(one => one.unit);
  const blocChoices = (first: string) => [{ value: '', name: first }, ...blocs.map(one => ({ value: one.id, name: one.name }))];
  const send = async (event: Event) => {
    event.preventDefault();
    const succession = newSuccessionId(body);
    if (await act.run(() => ask(api.PUT('/api/successions/{succession}', { params: { path: { succession } }, body })))) {
      go(at('succession', succession), true);
    }
  };
  return (
    <form class="card" onSubmit={event => void send(event)}>
      <Field label={w.kind} hint={kind === 'merge' ? w.merge : undefined}><Select value={kind} onChange={kind => change({ kind, sheets: [] })} choices={options(successionKinds)} /></Field>
      <UnitsField label={w.from} units={units} chosen={from} most={needs[kind].from} onChange={from => change({ from: [...from] })} />
      {needs[kind].to > 0 && (
        <UnitsField
          label={w.to} units={units.filter(one => !from.includes(one.id))} chosen={to.map(one => one.unit)} most={needs[kind].to}
          onChange={chosen => change({ to: chosen.map(unit => to.find(one => one.unit === unit) ?? { unit }) })}
          beside={unit => <Select label={`${w.joins}: ${nameOf(unit)}`} value={to.find(one => one.unit === unit)?.bloc ?? ''} onChange={bloc => change({ to: to.map(one => one.unit === unit ? { unit, bloc: bloc || null } : one) })} choices={blocChoices(w.stays)} />} />
      )}
      {kind !== 'splitOff' && to.length > 1 && <Field label={w.tasks} path="$.tasksTo" faults={act.faults} isRequired><Select value={form.tasksTo ?? ''} onChange={tasksTo => change({ tasksTo: tasksTo || null })} choices={[{ value: '', name: w.choose }, ...to.map(one => ({ value: one.unit, name: nameOf(one.unit) }))]} /></Field>}
      {kind === 'rename' && <Field label={w.name} path="$.name" faults={act.faults} isRequired><input type="text" maxLength={200} value={form.name ?? ''} onInput={event => change({ name: event.currentTarget.value })} /></Field>}
      {kind === 'move' && <Field label={w.bloc} path="$.bloc" faults={act.faults} isRequired><Select value={form.bloc ?? ''} onChange={bloc => change({ bloc })} choices={blocChoices(w.choose)} /></Field>}
      <Field label={w.day} path="$.day" faults={act.faults} isRequired><DayField value={form.day} onChange={day => day && change({ day })} /></Field>
      <fieldset>
        <legend>{w.decision}</legend>
        <PaperFields paper={form.decision} onChange={decision => change({ decision })} path="$.decision" faults={act.faults} />
      </fieldset>
      {needs[kind].leaves && from.length > 0 && <SheetFates from={from} heirs={heirs} fates={body.sheets ?? []} nameOf={nameOf} blocName={bloc => blocs.find(one => one.id === bloc)?.name ?? bloc} onChange={sheets => change({ sheets: [...sheets] })} />}
      {problem && (problem.faults.length > 0 ? <FaultSummary faults={problem.faults} paths={paths} /> : <ProblemView problem={problem} />)}
      <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy || from.length === 0 || !form.decision.kind.trim()}>{w.record}</button></div>
    </form>
  );
}
