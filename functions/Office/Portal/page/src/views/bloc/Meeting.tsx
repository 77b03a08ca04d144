import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { useAnswer } from '../../parts/useAnswer';
import { today } from '../../shell/session';
import { common } from '../../words/common';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Minutes } from '../meetings/Minutes';
import { Adopt, adoptWords, CallOff, mayCallOff } from './Adopt';
import { Attendance } from './Attendance';
import { Conclusions } from './Conclusions';
import { Frame } from './Frame';
import { MeetingForm } from './MeetingForm';
import { MinutesForm } from './MinutesForm';
import { MeetingFacts } from './MeetingFacts';
import { bodyOf, hasBegun } from './meetingRules';
import { Photographs } from './Photographs';
import { blocAddress, mayIn, placeIn } from './place';
import './bloc.css';

const w = words({
  title: 'Hội nghị',
  all: 'Các hội nghị của khối',
  change: 'Sửa hội nghị',
  invite: 'Mời các đơn vị',
  inviteWhat: 'Mọi đơn vị thành viên, đơn vị chủ trì và người chủ tọa nhận thư mời kèm lịch hẹn. Đơn vị đã được mời không nhận thư lần nữa; khi ngày giờ thay đổi, lịch hẹn mới được gửi tự động.',
  later: 'Điểm danh, biên bản và kết luận ghi được từ ngày họp.',
  minutes: 'Ghi biên bản',
  saved: 'Đã lưu.',
  sent: 'Đã gửi giấy mời.',
}, {
  title: 'Meeting',
  all: 'Meetings of the bloc',
  change: 'Change the meeting',
  invite: 'Invite the units',
  inviteWhat: 'All members, the host and who takes the chair get a mail with the appointment. Who was invited before gets none again; when the time changes, the new appointment is sent by itself.',
  later: 'Attendance, minutes and conclusions are written down from the day of the meeting on.',
  minutes: 'Write the minutes',
  saved: 'Saved.',
  sent: 'The invitation was sent.',
});

type Shown = 'change' | 'invite' | 'minutes' | 'adopt' | 'cancel';

/** One meeting for who leads: plan, invitation, who was there, the minutes, and what was concluded. */
export default function Meeting({ params }: ViewProps) {
  const place = placeIn(params);
  const path = { year: place.year, bloc: place.bloc, meeting: params.meeting! };
  const asked = useAnswer(signal => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}', { params: { path }, signal })), [path]);
  const [what, choose] = useState<Shown | null>(null);
  const [said, say] = useState('');
  const meeting = asked.value?.data;
  const mayChange = meeting?.state === 'open' && mayIn('PutMeeting', place);
  const isHeld = meeting !== undefined && hasBegun(meeting, today.value);
  const open = (shown: Shown) => {
    say('');
    choose(shown);
  };
  const done = (text: string) => {
    say(text);
    choose(null);
    asked.reload();
  };
  const given = { path, meeting: meeting!, etag: asked.value?.etag ?? null, onSaved: () => done(w.saved), onClose: () => choose(null) };
  return (
    <Frame
      place={place} view="meetings" title={meeting?.title ?? w.title}
      actions={mayChange && what !== 'change' && what !== 'minutes' && <>
        <button type="button" onClick={() => open('change')}>{w.change}</button>
        {mayIn('InviteToMeeting', place) && <button type="button" class="primary" onClick={() => open('invite')}>{w.invite}</button>}
        {isHeld && mayIn('PutMinutes', place) && <button type="button" onClick={() => open('minutes')}>{w.minutes}</button>}
        {isHeld && mayIn('AdoptMinutes', place) && <button type="button" onClick={() => open('adopt')}>{adoptWords.adopt}</button>}
        {mayCallOff(meeting) && mayIn('CancelMeeting', place) && <button type="button" class="danger" onClick={() => open('cancel')}>{adoptWords.cancel}</button>}
      </>}>
      <p class="back no-print"><a href={blocAddress(place, 'meetings')}>‹ {w.all}</a></p>
      {said && <Notice kind="good">{said}</Notice>}
      <Show of={asked}>
        {({ data, etag }) => what === 'change' ? (
          <MeetingForm
            place={place} title={w.change} start={bodyOf(data)} onClose={() => choose(null)}
            save={async body => {
              await ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}', { params: { path, header: { 'If-Match': etag! } }, body }));
              done(w.saved);
            }} />
        ) : what === 'minutes' ? <MinutesForm {...given} /> : (
          <>
            <MeetingFacts meeting={data} />
            {mayChange && isHeld && <Attendance {...given} />}
            {data.minutes && <Minutes meeting={data} />}
            {isHeld ? <Conclusions {...given} mayWrite={mayChange} mayClose={data.state !== 'cancelled' && mayIn('CloseConclusion', place)} /> : mayChange && <Notice>{w.later}</Notice>}
            {data.state !== 'cancelled' && isHeld && mayIn('PutMeeting', place) && <Photographs {...given} />}
          </>
        )}
      </Show>
      {what === 'adopt' && <Adopt {...given} />}
      {what === 'cancel' && <CallOff {...given} />}
      <Confirm
        title={w.invite} isOpen={what === 'invite'} onClose={() => choose(null)} yes={common.send}
        onConfirm={async () => {
          await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}/invitation', { params: { path }, body: {} }));
          done(w.sent);
        }}>
        <p>{w.inviteWhat}</p>
      </Confirm>
    </Frame>
  );
}
