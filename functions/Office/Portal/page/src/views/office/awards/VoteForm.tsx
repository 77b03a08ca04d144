import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { Field } from '../../../parts/Field';
import { FormDialog } from '../../../parts/FormDialog';
import { useAct } from '../../../parts/useAct';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { options } from '../names';
import { CountFields } from './CountFields';
import { wayNames } from './names';
import { NumberInput } from './NumberInput';
import { ifMatch, newId } from './reads';
import { nextRound, nothingTyped, placeOf, resultsOf, typedOf, type Typed } from './session';
import { WrittenFields } from './WrittenFields';

const w = words({
  title: 'Kết quả bỏ phiếu của Hội đồng', lead: 'Chỉ ghi số phiếu, không ghi ai bỏ thế nào. Đề nghị để trống ô “Đồng ý” là không bỏ phiếu lần này.', round: 'Lần bỏ phiếu', way: 'Hình thức', for: 'Đồng ý', against: 'Không đồng ý', other: 'Ý kiến khác hoặc trống',
}, {
  title: 'Votes of the council', lead: 'Counts alone are written down, and not who voted how. A proposal without a number for it was not voted on in this round.', round: 'Round', way: 'Way', for: 'For', against: 'Against', other: 'Other or blank',
});

export interface VoteFormProps {
  readonly session: Schema['CouncilSessionView'];
  /** The round that is changed; null for a new one. */
  readonly known: Schema['CouncilVoteView'] | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const noPapers: Schema['CouncilBallotCount'] = { issued: 0, returned: 0, notReturned: 0, valid: 0, invalid: 0 };

/** A round of voting, by proposal. */
export function VoteForm({ session, known, onClose, onSaved }: VoteFormProps) {
  const [way, setWay] = useState<Schema['VoteWay']>(known?.way ?? 'ballot');
  const [round, setRound] = useState<number | null>(known?.round ?? nextRound(session.votes));
  const [papers, count] = useState(known?.ballots ?? noPapers);
  const [typed, set] = useState<ReadonlyMap<number, Typed>>(new Map(session.proposals.map(({ number }) => [number, typedOf(known?.results.find(one => one.proposal === number))])));
  const act = useAct();
  const results = resultsOf(typed);
  const put = (number: number, change: Partial<Typed>) => set(new Map([...typed, [number, { ...typed.get(number)!, ...change }]]));
  const send = async () => {
    const vote = known?.vote ?? newId(`lan-${round}`, session.votes.map(one => one.vote));
    await ask(api.PUT('/api/cycles/{year}/council/sessions/{session}/votes/{vote}', {
      params: { path: { year: session.year, session: session.session, vote }, header: ifMatch(known?.etag) }, body: { way, round: round ?? 1, results, ballots: way === 'ballot' ? papers : null },
    }));
  };
  return (
    <FormDialog title={w.title} act={act} send={send} onSaved={onSaved} onClose={onClose} isDisabled={results.length === 0}>
      <p class="hint">{w.lead}</p>
      <div class="inline-form">
        <Field label={w.way} path="$.way" faults={act.faults}><Select value={way} onChange={setWay} choices={options(wayNames)} /></Field>
        <Field label={w.round} path="$.round" faults={act.faults}><NumberInput least={1} most={5} value={round} onChange={setRound} /></Field>
      </div>
      {way === 'ballot' && <CountFields value={papers} onChange={count} path="$.ballots" faults={act.faults} />}
      {session.proposals.map(one => {
        const path = `$.results[${placeOf(results.findIndex(result => result.proposal === one.number), one.number)}]`;
        const now = typed.get(one.number) ?? nothingTyped;
        const number = (name: 'for' | 'against' | 'other') => (
          <Field label={w[name]} path={`${path}.${name}`} faults={act.faults}><NumberInput value={now[name]} onChange={value => put(one.number, { [name]: value })} /></Field>
        );
        return (
          <fieldset key={one.number}>
            <legend>{one.number}. {one.unitName}: {one.awardTitle}</legend>
            <div class="inline-form">{number('for')}{number('against')}{number('other')}</div>
            <WrittenFields members={session.members} written={now.written} onChange={written => put(one.number, { written })} path={`${path}.written`} faults={act.faults} />
          </fieldset>
        );
      })}
    </FormDialog>
  );
}
