import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf } from '../../shell/places';
import { go } from '../../shell/router';
import { ballotWords, deciderNames } from '../../words/ballots';
import { byName } from '../../words/format';
import { BallotResult } from '../awards/BallotResult';
import { BallotRules } from '../awards/BallotRules';
import { CountPapers } from '../awards/CountPapers';
import type { ViewProps } from '../routes';
import { AnnulBallot } from './AnnulBallot';
import { placesLeft } from './ballotRules';
import { holdWords as w } from './ballotWords';
import { CloseBallot } from './CloseBallot';
import { Frame } from './Frame';
import { Keys } from './Keys';
import { blocAddress, mayIn, mineIn, placeIn } from './place';
import { mayRunOff, RunOff } from './RunOff';
import { SettleTie } from './SettleTie';
import { Turnout } from './Turnout';
import { WrittenOpinion } from './WrittenOpinion';
import './bloc.css';
import '../awards/awards.css';

/** One ballot for who holds it: who has voted, opinions of absentees, the count, and what follows it. */
export default function Ballot({ params }: ViewProps) {
  const place = placeIn(params);
  const path = { year: place.year, bloc: place.bloc, ballot: params.ballot! };
  const asked = useAnswer(async signal => {
    const [ballot, bloc] = await Promise.all([ask(api.GET('/api/cycles/{year}/blocs/{bloc}/ballots/{ballot}', { params: { path }, signal })), ask(api.GET('/api/blocs/{bloc}', { params: { path: { bloc: place.bloc } }, signal }))]);
    return { ballot: ballot.data, members: bloc.data.members.map(({ unit, name }) => ({ unit, name })).sort(byName(one => one.name)) };
  }, [path]);
  const [what, choose] = useState<'close' | 'written' | 'runOff' | null>(null);
  const [opened, setOpened] = useState<Schema['OpenedView'] | null>(null);
  const ballot = asked.value?.ballot;
  const mine = mineIn(place);
  const mayHold = mayIn('CloseBallot', place);
  const done = () => {
    choose(null);
    asked.reload();
  };
  const toBallot = (one: string) => go(blocAddress(place, 'ballots', one));
  const given = { path, ballot: ballot!, onDone: done, onClose: () => choose(null) };
  return (
    <Frame place={place} view="ballots" title={ballot?.title ?? ballotWords.title} actions={ballot && !opened && !what && <>
        {ballot.state === 'open' && mine && ballot.own.some(one => one.unit === mine.unit && !one.hasVoted) && <a class="button" href={addressOf('awards', mine, 'ballots', ballot.ballot)}>{w.vote}</a>}
        {mayHold && ballot.state === 'open' && <>
          <button type="button" class="primary" onClick={() => choose('close')}>{w.close}</button>
          {ballot.rules.absentees === 'inWriting' && <button type="button" onClick={() => choose('written')}>{w.writtenAdd}</button>}
        </>}
        {mayHold && mayRunOff(ballot) && <button type="button" onClick={() => choose('runOff')}>{w.runOff}</button>}
        {mayHold && ballot.state !== 'annulled' && <AnnulBallot {...given} />}
      </>}>
      <p class="back no-print"><a href={blocAddress(place, 'ballots')}>‹ {w.title}</a></p>
      {opened ? <Keys opened={opened} onDone={() => toBallot(opened.ballot.ballot)} /> : (
        <Show of={asked}>{({ ballot: one, members }) => (
          <>
            <BallotRules ballot={one} />
            <Turnout ballot={one} />
            {what === 'close' && <CloseBallot {...given} />}
            {what === 'written' && <WrittenOpinion {...given} members={members} />}
            {what === 'runOff' && <RunOff place={place} before={one} members={members} onOpened={next => next.ballot.rules.isSecret ? setOpened(next) : toBallot(next.ballot.ballot)} onClose={() => choose(null)} />}
            {mayHold && mayRunOff(one) && placesLeft(one) > 0 && one.rules.round < one.rules.rounds && (
              <Notice>{w.followed(placesLeft(one), one.rules.round, one.rules.rounds)} {deciderNames[one.rules.decider ?? 'office']}.</Notice>
            )}
            <BallotResult ballot={one} />
            <CountPapers place={place} ballot={one} />
            {mayHold && <SettleTie {...given} />}
            {one.state === 'annulled' && !what && <Notice>{w.annulWhat}</Notice>}
          </>
        )}</Show>
      )}
    </Frame>
  );
}

export interface BallotStepProps {
  readonly path: { readonly year: number; readonly bloc: string; readonly ballot: string };
  readonly ballot: Schema['BallotView'];
  readonly onDone: () => void;
  readonly onClose: () => void;
}
