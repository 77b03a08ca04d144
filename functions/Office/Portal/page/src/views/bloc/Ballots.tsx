import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { Empty } from '../../parts/States';
import { useAnswer } from '../../parts/useAnswer';
import { go } from '../../shell/router';
import { ballotWords } from '../../words/ballots';
import { byName } from '../../words/format';
import { BallotList, readBallots } from '../awards/Ballots';
import type { ViewProps } from '../routes';
import { lackOf, noQuestion, questionOf } from './ballotRules';
import { holdWords as w } from './ballotWords';
import { Frame } from './Frame';
import { Keys } from './Keys';
import { readNominations } from './Nominations';
import { OpeningForm } from './OpeningForm';
import { PaperBallotForm } from './PaperBallotForm';
import { blocAddress, mayIn, placeIn } from './place';
import { QuestionFields } from './QuestionFields';
import { readShare } from './regulationSettings';
import './bloc.css';
import '../awards/awards.css';

/** The ballots of a bloc for who holds them: to open one, or to record one that was held on paper. */
export default function Ballots({ params }: ViewProps) {
  const place = placeIn(params);
  const path = { year: place.year, bloc: place.bloc };
  const asked = useAnswer(async signal => {
    const [ballots, nominations, bloc] = await Promise.all([readBallots(path, signal), readNominations(path, signal), ask(api.GET('/api/blocs/{bloc}', { params: { path: { bloc: place.bloc } }, signal }))]);
    return { ballots, nominations, members: bloc.data.members.map(({ unit, name }) => ({ unit, name })).sort(byName(one => one.name)) };
  }, [path]);
  const [what, choose] = useState<'open' | 'paper' | null>(null);
  const [question, setQuestion] = useState(noQuestion);
  const [opened, setOpened] = useState<Schema['OpenedView'] | null>(null);
  const toBallot = (ballot: string) => go(blocAddress(place, 'ballots', ballot));
  const lack = lackOf(question.title, question.award ? 1 : question.choices.length) ?? (readShare(question.threshold, question.isAbove) === undefined ? 'threshold' : null);
  const close = () => {
    setQuestion(noQuestion);
    choose(null);
  };
  return (
    <Frame place={place} view="ballots" title={w.title} actions={!what && !opened && mayIn('OpenBallot', place) && <>
        <button type="button" class="primary" onClick={() => choose('open')}>{w.open}</button>
        <button type="button" onClick={() => choose('paper')}>{w.paper}</button>
      </>}>
      {opened ? <Keys opened={opened} onDone={() => toBallot(opened.ballot.ballot)} /> : (
        <Show of={asked}>{({ ballots, nominations, members }) => (
          <>
            {what === 'open' && (
              <OpeningForm
                place={place} title={w.open} question={questionOf(question)} lack={lack} isSecret={question.secrecy === '' ? null : question.secrecy === 'secret'} members={members}
                fields={faults => <QuestionFields question={question} onChange={setQuestion} nominations={nominations} members={members} faults={faults} />}
                onOpened={one => one.ballot.rules.isSecret ? setOpened(one) : toBallot(one.ballot.ballot)} onClose={close} />
            )}
            {what === 'paper' && <PaperBallotForm place={place} question={question} onQuestion={setQuestion} lack={lack} nominations={nominations} members={members} onDone={toBallot} onClose={close} />}
            {ballots.length === 0 ? <Empty>{ballotWords.none}</Empty> : <BallotList ballots={ballots} href={ballot => blocAddress(place, 'ballots', ballot)} />}
          </>
        )}</Show>
      )}
    </Frame>
  );
}
