import { api, ask, type Schema } from '../../../api/client';
import { Show } from '../../../parts/Show';
import { Table } from '../../../parts/Table';
import { useAnswer } from '../../../parts/useAnswer';
import { may } from '../../../shell/session';
import { common } from '../../../words/common';
import { count, day } from '../../../words/format';
import { words } from '../../../words/language';
import type { ViewProps } from '../../routes';
import { readAll } from '../all';
import { Frame } from '../Frame';
import { at } from '../names';
import { fresh } from './fresh';
import { YearChoice } from './YearChoice';

const w = words({
  title: (year: number) => `Phiên họp Hội đồng xét khen thưởng năm ${year}`, lead: 'Hội đồng xét đề nghị của các khối; ở đây chỉ ghi chức vụ, không ghi tên người.', add: 'Ghi phiên họp', none: 'Năm này chưa ghi phiên họp nào.', session: 'Phiên họp', proposals: 'Số đề nghị', caption: 'Các phiên họp',
}, {
  title: year => `Sessions of the council about ${year}`, lead: 'The council decides on what the blocs propose; posts are kept here and no names of people.', add: 'Write down a session', none: 'No session was written down for this year.', session: 'Session', proposals: 'Proposals', caption: 'Sessions',
});

export const allSessions = (year: number, signal: AbortSignal) => readAll<Schema['CouncilSessionSummary']>(continuation =>
  ask(api.GET('/api/cycles/{year}/council/sessions', { params: { path: { year }, query: continuation ? { continuation } : {} }, signal }))
    .then(({ data }) => ({ items: data.sessions, continuation: data.continuation })));

export default function Council({ params }: ViewProps) {
  const year = Number(params.year);
  const list = useAnswer(signal => allSessions(year, signal), [year]);
  return (
    <Frame title={w.title(year)} lead={w.lead} actions={may('PutCouncilSession') && <a class="button primary" href={at('council', year, fresh, 'edit')}>{w.add}</a>}>
      <YearChoice year={year} address={one => at('council', one)} />
      <Show of={list}>
        {sessions => (
          <Table
            caption={w.caption} isCaptionHidden rows={sessions} rowKey={one => one.session} empty={w.none}
            columns={[
              { head: w.session, cell: one => <a href={at('council', year, one.session)}>{one.title}</a>, sort: one => one.title },
              { head: common.day, cell: one => day(one.day), sort: one => one.day },
              { head: w.proposals, cell: one => count(one.proposals), isNumber: true },
            ]} />
        )}
      </Show>
    </Frame>
  );
}
