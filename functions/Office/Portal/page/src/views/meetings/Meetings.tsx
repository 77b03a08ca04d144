import { allPages } from '../../api/absent';
import { api, ask } from '../../api/client';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { Empty } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf } from '../../shell/places';
import { today } from '../../shell/session';
import { common } from '../../words/common';
import { meetingKindNames, meetingStateNames, meetingWords as w } from '../../words/meetings';
import type { ViewProps } from '../routes';
import { placeOf } from '../sheet/place';
import { Conclusion } from './Conclusion';
import { inOrder, sayWhen } from './when';
import './meetings.css';

/** The meetings of a bloc's year, and the conclusions that the unit has to carry out. */
export default function Meetings({ params }: ViewProps) {
  const place = placeOf(params);
  const path = { year: place.year, bloc: place.bloc };
  const asked = useAnswer(async signal => {
    const more = (continuation: string | undefined) => ({ path, query: continuation ? { continuation } : {} });
    const [meetings, conclusions] = await Promise.all([
      allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/meetings', { params: more(continuation), signal }))).data),
      allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/conclusions', { params: more(continuation), signal }))).data),
    ]);
    return { meetings: meetings.flatMap(page => page.meetings), conclusions: conclusions.flatMap(page => page.conclusions) };
  }, [place]);
  return (
    <Page title={w.title}>
      <Show of={asked}>{({ meetings, conclusions }) => {
        const mine = conclusions.filter(conclusion => conclusion.owners.includes(place.unit));
        return (
          <>
            <h2>{w.all}</h2>
            {meetings.length === 0 ? <Empty>{w.none}</Empty> : (
              <ul class="tasks">
                {inOrder(meetings, today.value).map(meeting => (
                  <li key={meeting.meeting}>
                    <div class="task-what">
                      <span class="task-name">{meeting.title}</span>
                      <p>{sayWhen(meeting.when) || w.noDay}{meeting.hostName && ` – ${meeting.hostName}`}</p>
                      <p class="small">{meeting.kinds.map(kind => meetingKindNames[kind]).join(', ')} <StatusBadge kind={meeting.state === 'adopted' ? 'good' : meeting.state === 'cancelled' ? 'bad' : 'plain'}>{meetingStateNames[meeting.state]}</StatusBadge></p>
                    </div>
                    <div class="row"><a class="button" href={addressOf('meetings', place, meeting.meeting)}>{common.open}<span class="hidden"> – {meeting.title}</span></a></div>
                  </li>
                ))}
              </ul>
            )}
            <h2>{w.mine}</h2>
            {mine.length === 0 ? <Empty>{w.noneMine}</Empty> : mine.map(conclusion => (
              <Conclusion
                key={`${conclusion.meeting} ${conclusion.number}`} place={place} conclusion={conclusion} onReported={asked.reload}
                meeting={meetings.find(meeting => meeting.meeting === conclusion.meeting)?.title} />
            ))}
          </>
        );
      }}</Show>
    </Page>
  );
}
