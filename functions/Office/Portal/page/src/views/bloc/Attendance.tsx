import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { ProblemView } from '../../parts/States';
import { Show } from '../../parts/Show';
import { Table } from '../../parts/Table';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { useGuard } from '../../parts/useGuard';
import { common } from '../../words/common';
import { byName } from '../../words/format';
import { words } from '../../words/language';
import { saidPresent } from './meetingRules';
import { attendanceNames } from './meetingWords';

const w = words({
  title: 'Điểm danh',
  state: 'Dự họp',
  unknown: 'Không rõ',
  all: 'Tất cả có mặt',
  save: 'Lưu điểm danh',
}, {
  title: 'Who was there',
  state: 'Attendance',
  unknown: 'Not known',
  all: 'All were there',
  save: 'Save attendance',
});

export interface AttendanceProps {
  readonly path: { readonly year: number; readonly bloc: string; readonly meeting: string };
  readonly meeting: Schema['MeetingView'];
  readonly etag: string | null;
  readonly onSaved: () => void;
}

type States = Readonly<Record<string, Schema['AttendanceState'] | ''>>;

const statesOf = (attendance: Schema['AttendanceView'] | null): States => Object.fromEntries(attendance?.units.map(one => [one.unit, one.state]) ?? []);

/** What is known of whom, whatever the order. */
const known = (states: States): string => JSON.stringify(Object.entries(states).filter(([, state]) => state).sort());

/** Who of the members was at a meeting. Of whom nothing is chosen nothing is known. */
export function Attendance({ path, meeting, etag, onSaved }: AttendanceProps) {
  const { attendance } = meeting;
  const on = meeting.when.day;
  const members = useAnswer(async signal => (await ask(api.GET('/api/blocs/{bloc}', { params: { path: { bloc: path.bloc }, query: on ? { day: on } : {} }, signal }))).data.members.map(one => ({ unit: one.unit, name: one.name })).sort(byName(one => one.name)), [path.bloc, on]);
  const [states, setStates] = useState(statesOf(attendance));
  const act = useAct();
  useGuard(known(states) !== known(statesOf(attendance)) && !act.isBusy);
  const save = async (all: readonly string[]) => {
    const ways = new Map(attendance?.units.map(one => [one.unit, one.way]));
    const units = Object.entries(states).flatMap(([unit, state]) => state ? [{ unit, state, ...state === 'present' || state === 'substitute' ? { way: ways.get(unit) ?? null } : null }] : []);
    const isDone = await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}/attendance', {
      params: { path, header: etag ? { 'If-Match': etag } : {} }, body: { units, present: saidPresent(attendance, units.map(one => one.unit), all), guests: attendance?.guests ?? null },
    })));
    if (isDone) {
      onSaved();
    }
  };
  return (
    <section>
      <Show of={members}>
        {all => (
          <>
            <Table
              caption={w.title} rows={all} rowKey={one => one.unit}
              columns={[
                { head: common.unit, cell: one => one.name },
                { head: w.state, cell: one => (
                  <select aria-label={`${w.state}: ${one.name}`} value={states[one.unit] ?? ''} onChange={event => setStates({ ...states, [one.unit]: event.currentTarget.value as Schema['AttendanceState'] | '' })}>
                    <option value="">{w.unknown}</option>
                    {(['present', 'substitute', 'excused', 'absent'] as const).map(state => <option value={state}>{attendanceNames[state]}</option>)}
                  </select>
                ) },
              ]} />
            {act.problem && <ProblemView problem={act.problem} />}
            <div class="buttons">
              <button type="button" class="primary" disabled={act.isBusy} onClick={() => void save(all.map(one => one.unit))}>{w.save}</button>
              <button type="button" onClick={() => setStates(Object.fromEntries(all.map(one => [one.unit, 'present' as const])))}>{w.all}</button>
            </div>
          </>
        )}
      </Show>
    </section>
  );
}
