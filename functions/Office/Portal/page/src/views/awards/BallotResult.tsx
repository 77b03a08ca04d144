import type { ComponentChildren } from 'preact';
import type { Schema } from '../../api/client';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { ballotWords as w, outcomeNames } from '../../words/ballots';
import { day } from '../../words/format';

/** What a ballot came to: who passed, the counts where they are told, and of an open one who voted for whom. */
export function BallotResult({ ballot }: { ballot: Schema['BallotView'] }) {
  const { count, rules } = ballot;
  if (!count) {
    return null;
  }

  const isTold = count.outOf !== null;
  const nameOf = (unit: string) => ballot.choices.find(one => one.unit === unit)?.unitName ?? unit;
  return (
    <section class="card">
      <h2>{w.result}</h2>
      {ballot.closed && <p>{w.closedOn(day(ballot.closed))}</p>}
      <Table
        caption={w.result} isCaptionHidden rows={ballot.choices} rowKey={one => one.unit}
        columns={[
          { head: w.choice, cell: one => one.unitName, sort: one => one.unitName },
          { head: w.outcome, cell: one => one.outcome && <StatusBadge kind={({ passed: 'good', notPassed: 'plain', tied: 'warn' } as const)[one.outcome]}>{outcomeNames[one.outcome]}</StatusBadge>, sort: one => one.outcome },
          ...isTold ? [
            { head: w.votes, cell: (one: Schema['ChoiceView']) => one.votes, sort: (one: Schema['ChoiceView']) => one.votes, isNumber: true },
            ...count.written > 0 ? [{ head: w.written, cell: (one: Schema['ChoiceView']) => one.written, isNumber: true }] : [],
            { head: w.outOf, cell: (one: Schema['ChoiceView']) => one.outOf, isNumber: true },
          ] : [],
        ]} />
      {!isTold && <p>{w.noCounts}</p>}
      <dl class="facts">
        <Fact name={w.voted}>{rules.voters}</Fact>
        {ballot.paper && <><Fact name={w.issued}>{ballot.paper.issued}</Fact><Fact name={w.notReturned}>{ballot.paper.notReturned}</Fact></>}
        {count.present !== null && <Fact name={w.present}>{count.present}</Fact>}
        <Fact name={w.returned}>{count.returned}</Fact>
        {count.valid !== null && <Fact name={w.valid}>{count.valid}</Fact>}
        {count.invalid !== null && <Fact name={w.invalid}>{count.invalid}</Fact>}
        {count.blank !== null && <Fact name={w.blanks}>{count.blank}</Fact>}
        {count.written > 0 && <Fact name={w.written}>{count.written}</Fact>}
      </dl>
      {count.settled && <p>{w.settled(count.settled.reason, day(count.settled.on))}</p>}
      {ballot.written.length > 0 && <Votes caption={w.written} votes={ballot.written} nameOf={nameOf} />}
      {ballot.votes && <Votes caption={w.who} votes={ballot.votes} nameOf={nameOf} />}
    </section>
  );
}

/** What is known to be a unit's own: an open vote, or a written opinion. */
function Votes({ caption, votes, nameOf }: { caption: string; votes: readonly { readonly unit: string; readonly unitName: string; readonly vote: Schema['Vote'] | null }[]; nameOf: (unit: string) => string }) {
  return (
    <Table
      caption={caption} rows={votes} rowKey={one => one.unit}
      columns={[
        { head: caption, cell: one => one.unitName, sort: one => one.unitName },
        { head: w.votedFor, cell: ({ vote }) => vote && (vote.isBlank ? w.blank : vote.choices.map(nameOf).join(', ') || w.nobody) },
      ]} />
  );
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => <div><dt>{name}</dt><dd>{children}</dd></div>;
