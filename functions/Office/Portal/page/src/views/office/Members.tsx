import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { Loading, ProblemView } from '../../parts/States';
import { Table } from '../../parts/Table';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { useChanges } from '../../parts/useGuard';
import { may, today } from '../../shell/session';
import { common } from '../../words/common';
import { byName, day, type Day } from '../../words/format';
import { words } from '../../words/language';
import { Select } from './Frame';
import { at, distinct } from './names';
import { allUnits } from './reads';
import { finds } from './search';

type Bloc = Schema['BlocWithMembersView'];
type Member = Schema['MemberView'];

const w = words({
  members: (n: number) => `Thành viên (${n})`, none: 'Khối chưa có thành viên.', from: 'Từ ngày', until: 'Đến hết ngày', decision: 'Số quyết định', end: 'Rời khối', add: 'Thêm thành viên', filter: 'Tìm đơn vị', choose: '– chọn –',
  leaving: (name: string) => `${name} rời khối`, leaveText: 'Ngày cuối cùng vẫn thuộc về khối. Lịch sử được giữ nguyên.', matching: 'Đơn vị',
}, {
  members: n => `Members (${n})`, none: 'The bloc has no members yet.', from: 'From', until: 'Until', decision: 'Number of the decision', end: 'Leave', add: 'Add a member', filter: 'Find a unit', choose: '– choose –',
  leaving: name => `${name} leaves the bloc`, leaveText: 'The last day still belongs to the bloc. The history stays.', matching: 'Unit',
});

export function Members({ bloc, onChange }: { bloc: Bloc; onChange: () => void }) {
  const [leaving, leave] = useState<Member>();
  return (
    <>
      <Table
        caption={w.members(bloc.members.length)} rows={bloc.members} rowKey={member => member.unit} empty={w.none}
        columns={[
          { head: common.unit, cell: member => <a href={at('unit', member.unit)}>{member.name}</a>, sort: member => member.name },
          { head: w.from, cell: member => day(member.membership.from), sort: member => member.membership.from },
          { head: w.until, cell: member => day(member.membership.until) || '–' },
          { head: w.decision, cell: member => member.membership.decision ?? '–' },
          ...may('LeaveBloc') ? [{ head: w.end, cell: (member: Member) => <button type="button" class="quiet" onClick={() => leave(member)}>{w.end}<span class="hidden"> – {member.name}</span></button> }] : [],
        ]} />
      {may('JoinBloc') && <details class="card"><summary>{w.add}</summary><Join bloc={bloc} onChange={onChange} /></details>}
      {leaving && <Leave member={leaving} onChange={onChange} onClose={() => leave(undefined)} />}
    </>
  );
}

function Leave({ member, onChange, onClose }: { member: Member; onChange: () => void; onClose: () => void }) {
  const { bloc, unit, from, until, etag } = member.membership;
  const [last, setLast] = useState<Day | null>(until ?? today.value);
  const [decision, decide] = useState(member.membership.endDecision ?? '');
  const send = async () => {
    await ask(api.PUT('/api/blocs/{bloc}/members/{unit}/{from}/until', {
      params: { path: { bloc, unit, from }, header: until ? { 'If-Match': etag } : {} }, body: { until: last!, decision: decision.trim() || null },
    }));
    onChange();
  };
  return (
    <Confirm title={w.leaving(member.name)} isOpen onClose={onClose} onConfirm={send} isDisabled={!last} yes={w.end} isDangerous>
      <p>{w.leaveText}</p>
      <Field label={w.until} isRequired><DayField value={last} onChange={setLast} /></Field>
      <Field label={w.decision}><input type="text" value={decision} onInput={event => decide(event.currentTarget.value)} /></Field>
    </Confirm>
  );
}

function Join({ bloc, onChange }: { bloc: Bloc; onChange: () => void }) {
  const units = useAnswer(allUnits, []);
  const [asked, find] = useState('');
  const [unit, choose] = useState('');
  const [from, setFrom] = useState<Day | null>(`${today.value.slice(0, 4)}-01-01`);
  const [decision, decide] = useState('');
  const act = useAct();
  useChanges(unit, act.isBusy);
  const members = new Set(bloc.members.map(member => member.unit));
  const nameOf = distinct(units.value ?? []);
  const offered = (units.value ?? []).filter(one => !members.has(one.id) && finds(asked, `${one.name} ${one.id}`)).sort(byName(one => one.name));
  const send = async (event: Event) => {
    event.preventDefault();
    if (await act.run(() => ask(api.PUT('/api/blocs/{bloc}/members/{unit}/{from}', { params: { path: { bloc: bloc.bloc.id, unit, from: from! } }, body: { decision: decision.trim() || null } })))) {
      choose('');
      onChange();
    }
  };
  return (
    <form onSubmit={event => void send(event)}>
      {units.isLoading && <Loading />}
      {(units.problem ?? act.problem) && <ProblemView problem={units.problem ?? act.problem} />}
      <div class="inline-form">
        <Field label={w.filter}><input type="search" value={asked} onInput={event => find(event.currentTarget.value)} /></Field>
        <Field label={w.matching} isRequired>
          <Select value={unit} onChange={choose} choices={[{ value: '', name: w.choose }, ...offered.map(one => ({ value: one.id, name: nameOf(one.id) }))]} />
        </Field>
        <Field label={w.from} isRequired><DayField value={from} onChange={setFrom} /></Field>
        <Field label={w.decision}><input type="text" value={decision} onInput={event => decide(event.currentTarget.value)} /></Field>
      </div>
      <button type="submit" class="primary" disabled={act.isBusy || !unit || !from}>{common.add}</button>
    </form>
  );
}
