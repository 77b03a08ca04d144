import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { FaultSummary, Field } from '../../../parts/Field';
import { PaperFields, paperPaths } from '../../../parts/PaperFields';
import { Show } from '../../../parts/Show';
import { ProblemView } from '../../../parts/States';
import { useAct } from '../../../parts/useAct';
import { useAnswer } from '../../../parts/useAnswer';
import { useChanges } from '../../../parts/useGuard';
import { go } from '../../../shell/router';
import { today } from '../../../shell/session';
import { common } from '../../../words/common';
import { words } from '../../../words/language';
import type { ViewProps } from '../../routes';
import { Frame } from '../Frame';
import { at } from '../names';
import { allDecisions } from './Decisions';
import { fresh } from './fresh';
import { NumberInput } from './NumberInput';
import { passedOf } from './passed';
import { ifMatch, newId, readKnown, type Known, type Nominated } from './reads';
import { without } from './Picker';
import { TitlesField } from './TitlesField';

type Body = Schema['DecisionBody'];

const w = words({
  fresh: 'Ghi quyết định khen thưởng', edit: 'Sửa quyết định khen thưởng', back: 'Quyết định khen thưởng', signer: 'Chức vụ người ký', signerHint: 'không ghi tên người', pages: 'Số trang', copies: 'Số bản', recipients: 'Nơi nhận', recipientsHint: 'mỗi dòng một nơi', post: 'Chủ tịch Ủy ban nhân dân tỉnh', archive: 'Cho lưu trữ',
}, {
  fresh: 'Record a decision', edit: 'Change a decision', back: 'Decisions', signer: 'Post of who signed it', signerHint: 'no name', pages: 'Pages', copies: 'Copies', recipients: 'Who got it', recipientsHint: 'a line each', post: 'Chủ tịch Ủy ban nhân dân tỉnh', archive: 'For the archive',
});

interface Read {
  readonly body: Body;
  readonly etag: string | null;
  readonly taken: readonly string[];
  readonly known: Known;
  readonly passed: readonly Nominated[];
}

const bodyOf = (one: Schema['DecisionView']): Body => ({
  paper: one.paper, signerPost: one.signerPost, pages: one.pages, copies: one.copies, recipients: one.recipients, titles: one.titles.map(({ unit, award }) => ({ unit, award })),
});

async function read(year: number, decision: string, signal: AbortSignal): Promise<Read> {
  const [known, all, passed] = await Promise.all([readKnown(signal), allDecisions(year, signal), passedOf(year, signal)]);
  const rest = { taken: all.map(one => one.decision), known, passed: without(passed, all.flatMap(one => one.titles)) };
  if (decision === fresh) {
    return { ...rest, etag: null, body: { paper: { kind: 'Quyết định', day: today.value, issuer: w.post }, signerPost: w.post, titles: [], recipients: [] } };
  }

  const found = await ask(api.GET('/api/cycles/{year}/decisions/{decision}', { params: { path: { year, decision } }, signal }));
  return { ...rest, etag: found.etag, body: bodyOf(found.data) };
}

export default function DecisionForm({ params }: ViewProps) {
  const [year, decision] = [Number(params.year), params.decision!];
  const asked = useAnswer(signal => read(year, decision, signal), [year, decision]);
  return (
    <Frame title={decision === fresh ? w.fresh : w.edit} back={{ href: at('decisions', year), name: w.back }}>
      <Show of={asked}>{found => <Form year={year} id={decision === fresh ? null : decision} found={found} />}</Show>
    </Frame>
  );
}

function Form({ year, id, found }: { year: number; id: string | null; found: Read }) {
  const [body, set] = useState(found.body);
  const act = useAct();
  useChanges(body, act.isBusy);
  const change = (part: Partial<Body>) => set({ ...body, ...part });
  const save = async (event: Event) => {
    event.preventDefault();
    const decision = id ?? newId(body.paper.number ?? '', found.taken);
    const sent = { ...body, recipients: (body.recipients ?? []).map(one => one.trim()).filter(one => one) };
    if (await act.run(() => ask(api.PUT('/api/cycles/{year}/decisions/{decision}', { params: { path: { year, decision }, header: ifMatch(found.etag) }, body: sent })))) {
      go(at('decisions', year, decision));
    }
  };
  const titles = body.titles ?? [];
  return (
    <form onSubmit={event => void save(event)}>
      <FaultSummary faults={act.faults} paths={[...paperPaths('$.paper'), '$.signerPost', '$.pages', '$.copies', '$.recipients']} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <section class="card">
        <PaperFields paper={body.paper} onChange={paper => change({ paper })} path="$.paper" faults={act.faults} />
        <Field label={w.signer} hint={w.signerHint} path="$.signerPost" faults={act.faults} isRequired><input type="text" maxLength={200} value={body.signerPost} onInput={event => change({ signerPost: event.currentTarget.value })} /></Field>
      </section>
      <TitlesField known={found.known} titles={titles} passed={without(found.passed, titles)} faults={act.faults} onChange={now => change({ titles: [...now] })} />
      <fieldset class="card">
        <legend>{w.archive}</legend>
        <div class="inline-form">
          <Field label={w.pages} path="$.pages" faults={act.faults}><NumberInput least={1} value={body.pages} onChange={pages => change({ pages })} /></Field>
          <Field label={w.copies} path="$.copies" faults={act.faults}><NumberInput least={1} value={body.copies} onChange={copies => change({ copies })} /></Field>
        </div>
        <Field label={w.recipients} hint={w.recipientsHint} path="$.recipients" faults={act.faults}><textarea rows={3} value={(body.recipients ?? []).join('\n')} onInput={event => change({ recipients: event.currentTarget.value.split('\n') })} /></Field>
      </fieldset>
      <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy || titles.length === 0 || !body.paper.number}>{common.save}</button></div>
    </form>
  );
}
