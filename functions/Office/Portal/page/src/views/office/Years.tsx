import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { go } from '../../shell/router';
import { may, today } from '../../shell/session';
import { common } from '../../words/common';
import { day } from '../../words/format';
import { words } from '../../words/language';
import { Frame } from './Frame';
import { at, cycleStateNames } from './names';

const w = words({
  title: 'Năm thi đua và lịch', starts: 'Bắt đầu', none: 'Chưa có năm nào.', add: 'Lập năm thi đua', hint: 'Năm đã có sẽ được mở ra để sửa.', year: 'Năm', template: 'Lịch mẫu của các năm sau',
}, { title: 'Years and calendars', starts: 'Begins', none: 'There is no year yet.', add: 'Make a year', hint: 'A year that is there is opened.', year: 'Year', template: 'Calendar of later years' });

export default function Years() {
  const asked = useAnswer(signal => ask(api.GET('/api/cycles', { signal })), []);
  const [year, set] = useState(Number(today.value.slice(0, 4)) + 1);
  return (
    <Frame title={w.title} actions={<a class="button" href={at('calendar')}>{w.template}</a>}>
      <Show of={asked}>
        {({ data }) => (
          <Table
            caption={w.title} isCaptionHidden rows={data.cycles} rowKey={cycle => cycle.year} empty={w.none}
            columns={[
              { head: common.year, cell: cycle => <a href={at('year', cycle.year)}>{cycle.year}</a>, sort: cycle => cycle.year },
              { head: common.state, cell: cycle => <StatusBadge kind={cycle.state === 'open' ? 'good' : cycle.state === 'planned' ? 'info' : 'plain'}>{cycleStateNames[cycle.state]}</StatusBadge> },
              { head: w.starts, cell: cycle => day(cycle.startsOn), sort: cycle => cycle.startsOn },
            ]} />
        )}
      </Show>
      {may('PutCycle') && (
        <form class="card" onSubmit={event => { event.preventDefault(); go(at('year', year)); }}>
          <Field label={w.year} hint={w.hint} isRequired><input type="number" min={2000} max={2100} required value={year} onInput={event => set(event.currentTarget.valueAsNumber)} /></Field>
          <button type="submit" class="primary">{w.add}</button>
        </form>
      )}
    </Frame>
  );
}
