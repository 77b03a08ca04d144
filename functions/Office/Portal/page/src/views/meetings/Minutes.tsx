import type { Schema } from '../../api/client';
import { Table } from '../../parts/Table';
import { common } from '../../words/common';
import { attendanceNames, matterNames, meetingWords as w } from '../../words/meetings';

/** What happened at a meeting, once somebody has written it down. */
export function Minutes({ meeting }: { meeting: Schema['MeetingView'] }) {
  const { minutes, attendance } = meeting;
  if (!minutes && !attendance) {
    return meeting.state === 'cancelled' ? null : <p class="soft">{w.noMinutes}</p>;
  }

  return (
    <section class="card">
      <h2>{w.minutes}</h2>
      {minutes?.began && <p>{w.hours(minutes.began, minutes.ended ?? '')}.</p>}
      {attendance && (
        <details>
          <summary>{w.attendance} – {meeting.quorum.detail}</summary>
          <Table
            caption={w.attendance} isCaptionHidden rows={attendance.units} rowKey={unit => unit.unit}
            columns={[{ head: common.unit, cell: unit => unit.unitName, sort: unit => unit.unitName }, { head: common.state, cell: unit => attendanceNames[unit.state], sort: unit => unit.state }]} />
        </details>
      )}
      {minutes && minutes.proceedings.length > 0 && <ol>{minutes.proceedings.map(one => <li class="pre">{one.text}</li>)}</ol>}
      {minutes && minutes.decisions.length > 0 && (
        <>
          <h3>{w.decisions}</h3>
          <ul>
            {minutes.decisions.map(one => (
              <li>
                {matterNames[one.about]}: <span class="pre">{one.text}</span>
                {' – '}{[one.vote ? w.vote(one.vote.for, one.vote.against, one.vote.other) : one.said, one.isAdopted === true ? w.adopted : one.isAdopted === false ? w.rejected : null].filter(Boolean).join('; ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {minutes && minutes.instructions.length > 0 && <><h3>{w.instructions}</h3><ul>{minutes.instructions.map(one => <li><strong>{one.from}:</strong> <span class="pre">{one.text}</span></li>)}</ul></>}
    </section>
  );
}
