import { api, ask, type Schema } from '../../api/client';
import { filesAddress } from '../../parts/Attached';
import { Download } from '../../parts/Download';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf, type PlaceId } from '../../shell/places';
import { day, moment } from '../../words/format';
import { chairNames, meetingStateNames, meetingWords as w, modeNames } from '../../words/meetings';
import type { ViewProps } from '../routes';
import { placeOf } from '../sheet/place';
import { Conclusion } from './Conclusion';
import { Minutes } from './Minutes';
import { isAddress, sayWhen } from './when';
import './meetings.css';

/** One meeting: where and when, its agenda, what was decided, and what has to be done. */
export default function Meeting({ params }: ViewProps) {
  const place = placeOf(params);
  const path = { year: place.year, bloc: place.bloc, meeting: params.meeting ?? '' };
  const asked = useAnswer(signal => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}', { params: { path }, signal })), [path]);
  return (
    <Page title={asked.value?.data.title ?? w.title} back={{ href: addressOf('meetings', place), name: w.back }}>
      <Show of={asked}>{({ data: meeting }) => (
        <>
          {meeting.cancellation && <Notice kind="bad">{w.cancelled(day(meeting.cancellation.on), meeting.cancellation.reason)}</Notice>}
          <Invitation place={place} meeting={meeting} />
          <Minutes meeting={meeting} />
          {meeting.photographs.length > 0 && (
            <section class="card">
              <h2>{w.photographs}</h2>
              <ul>{meeting.photographs.map(one => <li>{one.attachment ? <Download class="quiet" address={`${filesAddress(place)}/${one.attachment}`}>{one.caption}</Download> : one.caption}</li>)}</ul>
            </section>
          )}
          {meeting.conclusions.length > 0 && <h2>{w.conclusions}</h2>}
          {meeting.conclusions.map(conclusion => <Conclusion key={conclusion.number} place={place} conclusion={conclusion} onReported={asked.reload} />)}
        </>
      )}</Show>
    </Page>
  );
}

function Invitation({ place, meeting }: { place: PlaceId; meeting: Schema['MeetingView'] }) {
  const paper = (kind: string) => `/api/cycles/${place.year}/blocs/${encodeURIComponent(place.bloc)}/documents/${kind}?item=${encodeURIComponent(meeting.meeting)}`;
  return (
    <section class="card">
      <p><StatusBadge kind={meeting.state === 'adopted' ? 'good' : meeting.state === 'cancelled' ? 'bad' : 'plain'}>{meetingStateNames[meeting.state]}</StatusBadge> {meeting.invitation?.units.includes(place.unit) ? w.invited(moment(meeting.invitation.at)) : meeting.state === 'open' && !meeting.invitation && w.notInvited}</p>
      <dl class="facts">
        <dt>{w.when}</dt><dd>{sayWhen(meeting.when) || w.noDay}</dd>
        {meeting.place && <><dt>{w.place}</dt><dd>{meeting.place}{meeting.mode && ` (${modeNames[meeting.mode]})`}</dd></>}
        {meeting.link && <><dt>{w.link}</dt><dd>{isAddress(meeting.link) ? <a href={meeting.link} target="_blank" rel="noreferrer">{meeting.link}</a> : meeting.link}</dd></>}
        {meeting.hostName && <><dt>{w.host}</dt><dd>{meeting.hostName}</dd></>}
        {meeting.chairs.length > 0 && <><dt>{w.chairs}</dt><dd>{meeting.chairs.map(chair => <div>{[chair.name, chair.post, chair.unitName].filter(Boolean).join(', ')}{chair.as && ` – ${chairNames[chair.as]}`}</div>)}</dd></>}
        {meeting.secretary && <><dt>{w.secretary}</dt><dd>{[meeting.secretary.name, meeting.secretary.post, meeting.secretary.unitName].filter(Boolean).join(', ')}</dd></>}
        {meeting.guests.length > 0 && <><dt>{w.guests}</dt><dd>{meeting.guests.map(guest => <div>{[guest.name, guest.post, guest.body].filter(Boolean).join(', ')}</div>)}</dd></>}
      </dl>
      {meeting.agenda.length > 0 && (
        <>
          <h2>{w.agenda}</h2>
          <ol>{meeting.agenda.map(item => <li>{item.at && <strong class="nowrap">{item.at}: </strong>}<span class="pre">{item.text}</span></li>)}</ol>
        </>
      )}
      <div class="buttons no-print">
        {meeting.state !== 'cancelled' && <Download address={paper('meeting-invitation')}>{w.invitation}</Download>}
        {meeting.minutes && <Download address={paper('meeting-minutes')}>{w.minutesPaper}</Download>}
      </div>
    </section>
  );
}
