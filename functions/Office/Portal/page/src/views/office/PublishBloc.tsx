import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Download } from '../../parts/Download';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf, nobody } from '../../shell/places';
import { may } from '../../shell/session';
import { common } from '../../words/common';
import { moment } from '../../words/format';
import { words } from '../../words/language';
import { points } from '../../words/points';
import type { ViewProps } from '../routes';
import { checksOf, type Seen } from './checks';
import { Frame } from './Frame';
import { at } from './names';
import { allComplaints } from './reads';

const w = words({
  title: (bloc: string, year: number) => `Công bố: ${bloc}, năm ${year}`, back: 'Công bố kết quả', checks: 'Kiểm tra trước khi công bố', rank: 'Hạng', classHead: 'Mức', shared: 'đồng hạng', table: 'Xếp hạng', preview: 'Bản xem trước', apart: 'Không được xếp hạng',
  sheets: 'Mọi đơn vị đều có điểm chính thức', complaints: 'Không còn kiến nghị chờ trả lời', ties: 'Không có đơn vị đồng hạng', warnings: 'Không có cảnh báo nào khác', rounds: 'Mọi vòng thẩm định đã đóng', head: 'Khối có Khối trưởng',
  sheetsBad: (n: number) => `${n} đơn vị chưa được tính điểm`, complaintsBad: (n: number) => `${n} kiến nghị chưa được trả lời`, tiesBad: (n: number) => `${n} đơn vị đồng hạng`, warningsBad: (n: number) => `${n} cảnh báo`, round: (n: string) => `Vòng ${n}`, roundsBad: (n: number) => `${n} vòng thẩm định chưa đóng`, headBad: 'Khối chưa có Khối trưởng',
  publish: 'Công bố', again: 'Hoàn tất việc công bố', done: (at: string) => `Đã công bố lúc ${at}. Kết quả không thay đổi được nữa.`, forever: 'Sau khi công bố, không phiếu điểm nào của khối thay đổi được nữa, và mọi đơn vị của khối nhận được thư. Việc này không rút lại được.',
  leaves: 'Các đơn vị này sẽ được công bố KHÔNG có thứ hạng:', agree: 'Tôi đã kiểm tra và chịu trách nhiệm công bố.', agreeLeft: 'Tôi đồng ý để các đơn vị trên ngoài bảng xếp hạng.', workbook: 'Bảng xếp hạng (XLSX)', bloc: 'Xem khối', about: 'Xem chi tiết',
}, {
  title: (bloc, year) => `Publication: ${bloc}, ${year}`, back: 'Publication', checks: 'Checks before publishing', rank: 'Place', classHead: 'Class', shared: 'shared', table: 'Standings', preview: 'Preview', apart: 'Not ranked',
  sheets: 'Every unit has official points', complaints: 'No complaint waits for an answer', ties: 'No shared places', warnings: 'No other warnings', rounds: 'Every round of appraisal is closed', head: 'The bloc has a head',
  sheetsBad: n => `${n} units do not count yet`, complaintsBad: n => `${n} complaints are not answered`, tiesBad: n => `${n} units share a place`, warningsBad: n => `${n} warnings`, round: n => `Round ${n}`, roundsBad: n => `${n} rounds of appraisal are not closed`, headBad: 'The bloc has no head',
  publish: 'Publish', again: 'Finish the publication', done: at => `Published at ${at}. The result can no longer change.`, forever: 'Once published, no sheet of the bloc can change any more, and every unit of it gets a mail. This cannot be taken back.',
  leaves: 'These units will be published WITHOUT a place:', agree: 'I have checked this and answer for the publication.', agreeLeft: 'I agree that these units stay out of the standings.', workbook: 'Standings (XLSX)', bloc: 'See the bloc', about: 'Details',
});

export default function PublishBloc({ params }: ViewProps) {
  const [year, period, bloc] = [Number(params.year), params.period!, params.bloc!];
  const asked = useAnswer(async (signal): Promise<Seen> => {
    const [standings, complaints, blocYear] = await Promise.all([
      ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/standings', { params: { path: { year, period, bloc } }, signal })),
      allComplaints(year, period, bloc, signal),
      ask(api.GET('/api/cycles/{year}/blocs/{bloc}/year', { params: { path: { year, bloc } }, signal })),
    ]);
    // Rounds are the bloc's; any sheet tells them.
    const unit = standings.data.places[0]?.unit;
    const appraisal = unit ? await ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/appraisal', { params: { path: { year, period, bloc, unit } }, signal })).catch(() => null) : null;
    return { standings: standings.data, complaints, year: blocYear.data, rounds: appraisal?.data.rounds.filter(round => round.state !== 'closed').map(round => round.round) ?? null };
  }, [year, period, bloc]);
  const [isAsked, question] = useState(false);
  return (
    <Frame
      title={asked.value ? w.title(asked.value.standings.blocName, year) : w.back} back={{ href: at('publication'), name: w.back }}
      actions={<a class="button" href={addressOf('bloc', { year, period, bloc, unit: nobody })}>{w.bloc}</a>}>
      <Show of={asked}>
        {seen => (
          <>
            {seen.standings.state === 'published'
              ? <Notice kind="good">{w.done(moment(seen.standings.publishedAt))}</Notice>
              : <Checks seen={seen} />}
            {seen.standings.state !== 'published' && may('PublishStandings') && (
              <p><button type="button" class="primary" onClick={() => question(true)}>{seen.standings.state === 'publishing' ? w.again : w.publish}…</button></p>
            )}
            <Places standings={seen.standings} />
            <p><Download address={`/api/cycles/${year}/periods/${encodeURIComponent(period)}/blocs/${encodeURIComponent(bloc)}/standings/export`}>{w.workbook}</Download></p>
            {isAsked && <Publish standings={seen.standings} onDone={asked.reload} onClose={() => question(false)} />}
          </>
        )}
      </Show>
    </Frame>
  );
}

function Checks({ seen }: { seen: Seen }) {
  return (
    <>
      <h2>{w.checks}</h2>
      <ul class="tasks">
        {checksOf(seen).map(({ what, isGood, about }) => (
          <li>
            <div class="task-what">
              <StatusBadge kind={isGood ? 'good' : 'warn'}>{isGood ? w[what] : what === 'head' ? w.headBad : w[`${what}Bad`](about.length)}</StatusBadge>
              {about.length > 0 && <details open={about.length < 6}><summary class="small">{w.about}</summary><ul class="small">{about.map(one => <li>{what === 'rounds' ? w.round(one) : one}</li>)}</ul></details>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Publish({ standings, onDone, onClose }: { standings: Schema['StandingsView']; onDone: () => void; onClose: () => void }) {
  const { year, period, bloc, apart } = standings;
  const [isAgreed, agree] = useState(false);
  const [isLeft, leave] = useState(apart.length === 0);
  const send = async () => {
    await ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/standings/publication', {
      params: { path: { year, period, bloc } }, body: { confirmation: bloc, leftOut: apart.map(unit => unit.unit) },
    }));
    onDone();
  };
  return (
    <Confirm title={w.title(standings.blocName, year)} isOpen onClose={onClose} onConfirm={send} yes={w.publish} isDangerous isDisabled={!isAgreed || !isLeft}>
      <p>{w.forever}</p>
      {apart.length > 0 && (
        <Notice kind="bad">
          <strong>{w.leaves}</strong>
          <ul>{apart.map(unit => <li>{unit.name}: {unit.reason}</li>)}</ul>
          <label class="check"><input type="checkbox" checked={isLeft} onChange={event => leave(event.currentTarget.checked)} /> {w.agreeLeft}</label>
        </Notice>
      )}
      <label class="check"><input type="checkbox" checked={isAgreed} onChange={event => agree(event.currentTarget.checked)} /> {w.agree}</label>
    </Confirm>
  );
}

function Places({ standings }: { standings: Schema['StandingsView'] }) {
  return (
    <>
      <Table
        caption={standings.state === 'published' ? w.table : `${w.table} (${w.preview.toLocaleLowerCase('vi')})`} rows={standings.places} rowKey={place => place.unit}
        columns={[
          { head: w.rank, cell: place => <>{place.rank} {place.isShared && <span class="small">({w.shared})</span>}</>, sort: place => place.rank },
          { head: common.unit, cell: place => place.name, sort: place => place.name },
          { head: common.total, cell: place => points(place.total), isNumber: true, sort: place => place.total },
          { head: w.classHead, cell: place => place.class?.title ?? '–' },
        ]} />
      {standings.apart.length > 0 && (
        <Table
          caption={w.apart} rows={standings.apart} rowKey={unit => unit.unit}
          columns={[{ head: common.unit, cell: unit => unit.name }, { head: common.reason, cell: unit => unit.reason }]} />
      )}
    </>
  );
}
