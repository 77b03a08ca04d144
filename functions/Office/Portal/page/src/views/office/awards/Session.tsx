import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../../api/client';
import { Show } from '../../../parts/Show';
import { Notice } from '../../../parts/States';
import { StatusBadge } from '../../../parts/StatusBadge';
import { Table } from '../../../parts/Table';
import { useAnswer } from '../../../parts/useAnswer';
import { may } from '../../../shell/session';
import { common } from '../../../words/common';
import { day } from '../../../words/format';
import { words } from '../../../words/language';
import type { ViewProps } from '../../routes';
import { Frame } from '../Frame';
import { at } from '../names';
import { attendanceNames, officeNames, wayNames } from './names';
import { OutcomeForm } from './OutcomeForm';
import { Proposals } from './Proposals';
import { sayShare } from './says';
import { SessionPapers } from './SessionPapers';
import { VoteForm } from './VoteForm';

type View = Schema['CouncilSessionView'];

const w = words({
  back: 'Phiên họp Hội đồng', edit: 'Sửa phiên họp', when: (on: string, from: string, to: string) => `Ngày ${on}${from && `, từ ${from}`}${to && ` đến ${to}`}`, quorum: (there: number, all: number, needed: number, share: string) => `${there}/${all} thành viên dự họp; cần ít nhất ${needed} (${share})`, reached: 'Đủ số người dự họp', missed: 'Không đủ số người dự họp', unknown: 'Chưa ghi đủ ai dự họp',
  count: (passed: number, not: number, open: number) => `Thông qua ${passed}, không thông qua ${not}, còn lại ${open}.`, members: 'Thành viên', post: 'Chức vụ', office: 'Trong Hội đồng', there: 'Dự họp', guests: 'Khách mời (không biểu quyết)', rounds: 'Các lần bỏ phiếu', round: 'Lần', way: 'Hình thức', papers: 'Phiếu', ballots: (issued: number, valid: number, invalid: number) => `phát ${issued}, hợp lệ ${valid}, không hợp lệ ${invalid}`,
  vote: 'Ghi kết quả bỏ phiếu', decide: 'Ghi kết luận', change: 'Sửa',
}, {
  back: 'Sessions of the council', edit: 'Change the session', when: (on, from, to) => `${on}${from && `, from ${from}`}${to && ` to ${to}`}`, quorum: (there, all, needed, share) => `${there} of ${all} members were there; ${needed} are needed (${share})`, reached: 'There is a quorum', missed: 'There is no quorum', unknown: 'Who was there is not written down',
  count: (passed, not, open) => `${passed} passed, ${not} did not, ${open} are open.`, members: 'Members', post: 'Post', office: 'In the council', there: 'Attendance', guests: 'Guests (they do not vote)', rounds: 'Rounds of voting', round: 'Round', way: 'Way', papers: 'Papers', ballots: (issued, valid, invalid) => `${issued} given out, ${valid} valid, ${invalid} invalid`,
  vote: 'Write down votes', decide: 'Write down outcomes', change: 'Change',
});

/** A session of the council: who was there, how it voted, what it decided. */
export default function Session({ params }: ViewProps) {
  const [year, session] = [Number(params.year), params.session!];
  const found = useAnswer(signal => ask(api.GET('/api/cycles/{year}/council/sessions/{session}', { params: { path: { year, session } }, signal })), [year, session]);
  const data = found.value?.data;
  return (
    <Frame
      title={data?.title ?? w.back} lead={data && `${data.council}. ${w.when(day(data.day), data.from ?? '', data.to ?? '')}${data.place ? `, ${data.place}` : ''}.`} back={{ href: at('council', year), name: w.back }}
      actions={may('PutCouncilSession') && <a class="button" href={at('council', year, session, 'edit')}>{w.edit}</a>}>
      <Show of={found}>{known => <Known known={known} onSaved={found.reload} />}</Show>
    </Frame>
  );
}

function Known({ known, onSaved }: { known: Answer<View>; onSaved: () => void }) {
  const { data } = known;
  const [voted, vote] = useState<Schema['CouncilVoteView'] | 'new'>();
  const [isDeciding, decide] = useState(false);
  return (
    <>
      <Quorum of={data.quorum} />
      <p><strong>{w.count(data.passed, data.notPassed, data.open)}</strong></p>
      <div class="buttons">
        {may('RecordCouncilVote') && <button type="button" class="primary" disabled={data.proposals.length === 0} onClick={() => vote('new')}>{w.vote}</button>}
        {may('RecordOutcome') && <button type="button" disabled={data.votes.length === 0} onClick={() => decide(true)}>{w.decide}</button>}
      </div>
      <Proposals of={data} />
      <Table
        caption={w.rounds} rows={data.votes} rowKey={one => one.vote}
        columns={[
          { head: w.round, cell: one => one.round, sort: one => one.round },
          { head: w.way, cell: one => wayNames[one.way] },
          { head: w.papers, cell: one => one.ballots ? w.ballots(one.ballots.issued, one.ballots.valid, one.ballots.invalid) : '–' },
          ...may('RecordCouncilVote') ? [{ head: w.change, cell: (one: Schema['CouncilVoteView']) => <button type="button" class="quiet" onClick={() => vote(one)}>{common.edit}<span class="hidden"> – {w.round} {one.round}</span></button> }] : [],
        ]} />
      <SessionPapers year={data.year} session={data.session} />
      <Table
        caption={w.members} rows={data.members} rowKey={one => one.id}
        columns={[{ head: w.post, cell: one => one.post }, { head: w.office, cell: one => officeNames[one.office] }, { head: w.there, cell: one => one.attendance ? attendanceNames[one.attendance] : '–' }]} />
      {data.guests.length > 0 && <p><strong>{w.guests}:</strong> {data.guests.map(one => one.post).join('; ')}</p>}
      {voted && <VoteForm session={data} known={voted === 'new' ? null : voted} onClose={() => vote(undefined)} onSaved={onSaved} />}
      {isDeciding && <OutcomeForm session={data} onClose={() => decide(false)} onSaved={onSaved} />}
    </>
  );
}

function Quorum({ of }: { of: Schema['CouncilQuorumView'] }) {
  const said = w.quorum(of.present, of.members, of.needed, [sayShare(of.share), of.source].filter(Boolean).join('; '));
  return of.state === 'missed' ? <Notice kind="bad">{w.missed}: {said}.</Notice>
    : <p><StatusBadge kind={of.state === 'reached' ? 'good' : 'warn'}>{of.state === 'reached' ? w.reached : w.unknown}</StatusBadge> {said}.</p>;
}
