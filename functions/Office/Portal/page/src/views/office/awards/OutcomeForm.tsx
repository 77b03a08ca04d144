import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { Field } from '../../../parts/Field';
import { FormDialog } from '../../../parts/FormDialog';
import { useAct } from '../../../parts/useAct';
import { common } from '../../../words/common';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { options } from '../names';
import { outcomeNames } from './names';
import { ifMatch } from './reads';
import { placeOf } from './session';

type Outcome = Schema['OutcomeKind'] | '';

const w = words({
  title: 'Kết luận của Hội đồng', lead: 'Không thông qua hoặc để lại thì cần lý do; đơn vị đề nghị đọc được lý do đó.', outcome: 'Kết luận', waits: '– chưa kết luận –', all: 'Thông qua mọi đề nghị đạt tỷ lệ phiếu',
}, {
  title: 'What the council decided', lead: 'What did not pass or was put off has a reason; who proposed reads it.', outcome: 'Outcome', waits: '– no outcome –', all: 'Pass every proposal that was carried',
});

/** The outcome of each proposal; what was not touched is not sent. */
export function OutcomeForm({ session, onClose, onSaved }: { session: Schema['CouncilSessionView']; onClose: () => void; onSaved: () => void }) {
  const start = session.proposals.map(({ number, outcome, reason }) => ({ number, outcome: (outcome ?? '') as Outcome, reason: reason ?? '' }));
  const [rows, set] = useState(start);
  const act = useAct();
  const changed = rows.filter((row, at) => row.outcome && (row.outcome !== start[at]!.outcome || row.reason !== start[at]!.reason));
  const put = (at: number, change: { outcome?: Outcome; reason?: string }) => set(rows.with(at, { ...rows[at]!, ...change }));
  const send = async () => {
    const outcomes = changed.map(({ number, outcome, reason }) => ({ proposal: number, outcome: outcome as Schema['OutcomeKind'], reason: reason.trim() || null }));
    await ask(api.PUT('/api/cycles/{year}/council/sessions/{session}/outcomes', {
      params: { path: { year: session.year, session: session.session }, header: ifMatch(session.outcomesEtag) }, body: { outcomes },
    }));
  };
  return (
    <FormDialog title={w.title} act={act} send={send} onSaved={onSaved} onClose={onClose} isDisabled={changed.length === 0}>
      <p class="hint">{w.lead}</p>
      <p><button type="button" onClick={() => set(rows.map((row, at) => row.outcome === '' && session.proposals[at]!.vote?.isCarried ? { ...row, outcome: 'passed' as const } : row))}>{w.all}</button></p>
      {session.proposals.map((one, at) => {
        const path = `$.outcomes[${placeOf(changed.indexOf(rows[at]!), one.number)}]`;
        return (
          <fieldset key={one.number}>
            <legend>{one.number}. {one.unitName}: {one.awardTitle}</legend>
            <div class="inline-form">
              <Field label={w.outcome} path={`${path}.outcome`} faults={act.faults}><Select value={rows[at]!.outcome} onChange={outcome => put(at, { outcome })} choices={[{ value: '', name: w.waits }, ...options(outcomeNames)]} /></Field>
              <Field label={common.reason} path={`${path}.reason`} faults={act.faults} isRequired={rows[at]!.outcome !== '' && rows[at]!.outcome !== 'passed'}><input type="text" value={rows[at]!.reason} onInput={event => put(at, { reason: event.currentTarget.value })} /></Field>
            </div>
          </fieldset>
        );
      })}
    </FormDialog>
  );
}
