import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { FaultSummary, Field } from '../../parts/Field';
import { ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useChanges } from '../../parts/useGuard';
import type { PlaceId } from '../../shell/places';
import { ballotWords as w } from '../../words/ballots';
import { common } from '../../words/common';

export interface VoterProps {
  readonly place: PlaceId;
  readonly ballot: Schema['BallotView'];
  readonly own: Schema['OwnVoteView'];
  readonly onChanged: () => void;
}

/** Who casts the vote of the unit: named once, changed until it has voted. */
export function Voter(props: VoterProps) {
  const { own } = props;
  const [isOpen, open] = useState(false);
  const who = [own.voter?.name, own.voter?.post].filter(Boolean).join(', ');
  return (
    <section class="card no-print">
      <h2>{w.voter}</h2>
      {own.etag === null ? <p>{w.noVoter}</p> : <p>{who && `${w.voterIs(who)}. `}{own.isCaller ? w.voterIsMe : w.voterIsOther}</p>}
      {isOpen
        ? <Naming {...props} onClose={() => open(false)} />
        : <div class="buttons"><button type="button" class={own.etag === null ? 'primary' : undefined} onClick={() => open(true)}>{own.etag === null ? w.nameVoter : w.changeVoter}</button></div>}
    </section>
  );
}

function Naming({ place, ballot, own, onChanged, onClose }: VoterProps & { readonly onClose: () => void }) {
  const [typed, type] = useState({ account: '', name: own.voter?.name ?? '', post: own.voter?.post ?? '', isSubstitute: false });
  const act = useAct();
  useChanges(typed, act.isBusy);
  const name = async (event: Event) => {
    event.preventDefault();
    const isDone = await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/ballots/{ballot}/voters/{unit}', {
      params: { path: { year: place.year, bloc: place.bloc, ballot: ballot.ballot, unit: place.unit }, header: own.etag === null ? {} : { 'If-Match': own.etag } },
      body: { account: typed.account.trim() || null, name: typed.name.trim() || null, post: typed.post.trim() || null, isSubstitute: typed.isSubstitute },
    })));
    if (isDone) {
      onClose();
      onChanged();
    }
  };
  const text = (part: 'account' | 'name' | 'post') => (event: Event) => type({ ...typed, [part]: (event.currentTarget as HTMLInputElement).value });
  return (
    <form onSubmit={event => void name(event)}>
      <FaultSummary faults={act.faults} paths={['$.account', '$.name', '$.post', '$.isSubstitute']} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Field label={w.account} hint={w.accountHint} path="$.account" faults={act.faults}><input type="text" maxLength={36} autocomplete="off" value={typed.account} onInput={text('account')} /></Field>
      <Field label={w.person} path="$.name" faults={act.faults}><input type="text" maxLength={200} autocomplete="off" value={typed.name} onInput={text('name')} /></Field>
      <Field label={w.post} path="$.post" faults={act.faults}><input type="text" maxLength={200} autocomplete="off" value={typed.post} onInput={text('post')} /></Field>
      {ballot.rules.absentees === 'substitute' && <p><label><input type="checkbox" checked={typed.isSubstitute} onChange={event => type({ ...typed, isSubstitute: event.currentTarget.checked })} /> {w.substitute}</label></p>}
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy}>{common.save}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
      </div>
    </form>
  );
}
