import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Pager } from '../../parts/Pager';
import { Show } from '../../parts/Show';
import { StatusBadge } from '../../parts/StatusBadge';
import { usePages } from '../../parts/usePages';
import { go } from '../../shell/router';
import { common } from '../../words/common';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { MeetingForm } from './MeetingForm';
import { newMeetingId, sayWhen } from './meetingRules';
import { meetingKinds, meetingStates } from './meetingWords';
import { blocAddress, mayIn, placeIn } from './place';
import './bloc.css';

const w = words({
  title: 'Hội nghị của khối',
  plan: 'Lên lịch hội nghị',
  none: 'Chưa có hội nghị nào.',
  noDay: 'chưa có ngày',
  host: 'Chủ trì',
}, {
  title: 'Meetings of the bloc',
  plan: 'Plan a meeting',
  none: 'No meeting is planned.',
  noDay: 'no day yet',
  host: 'Hosted by',
});

/** The bloc's meetings, and the way to plan one. */
export default function Meetings({ params }: ViewProps) {
  const place = placeIn(params);
  const { year, bloc } = place;
  const list = usePages(async (continuation, signal) => {
    const { data } = await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/meetings', {
      params: { path: { year, bloc }, query: { pageSize: 100, ...continuation ? { continuation } : null } }, signal,
    }));
    return { items: data.meetings, continuation: data.continuation };
  }, [year, bloc]);
  const [isPlanning, plan] = useState(false);
  const save = async (body: Schema['MeetingBody']) => {
    const meeting = newMeetingId(body.kinds[0]!, list.value?.map(one => one.meeting) ?? []);
    await ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}', { params: { path: { year, bloc, meeting } }, body }));
    go(blocAddress(place, 'meetings', meeting));
  };
  return (
    <Frame place={place} view="meetings" title={w.title} actions={mayIn('PutMeeting', place) && !isPlanning && <button type="button" class="primary" onClick={() => plan(true)}>{w.plan}</button>}>
      {isPlanning && <MeetingForm place={place} title={w.plan} start={{ kinds: [], title: '', when: {} }} save={save} onClose={() => plan(false)} />}
      <Show of={list}>
        {meetings => meetings.length === 0 ? <p class="card">{w.none}</p> : (
          <ul class="tasks">
            {meetings.map(one => (
              <li key={one.meeting}>
                <div class="task-what">
                  <a class="task-name" href={blocAddress(place, 'meetings', one.meeting)}>{one.title}</a>
                  <p class="small">{one.kinds.map(kind => meetingKinds[kind]).join(', ')} · {sayWhen(one.when) || w.noDay}{one.hostName && ` · ${w.host}: ${one.hostName}`}</p>
                </div>
                <StatusBadge kind={one.state === 'adopted' ? 'good' : 'plain'}>{meetingStates[one.state]}</StatusBadge>
                <a class="button" href={blocAddress(place, 'meetings', one.meeting)} aria-label={`${common.open}: ${one.title}`}>{common.open}</a>
              </li>
            ))}
          </ul>
        )}
      </Show>
      <Pager of={list} />
    </Frame>
  );
}
