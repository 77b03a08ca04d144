import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { FaultSummary } from '../../../parts/Field';
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
import { allSessions } from './Council';
import { Out } from './Fields';
import { fresh } from './fresh';
import { PeopleFields } from './PeopleFields';
import { Picker, without } from './Picker';
import { allNominations, awardName, blocName, ifMatch, newId, readKnown, readRules, unitName, type Known, type Nominated } from './reads';
import { bodyOf } from './session';
import { SessionFields } from './SessionFields';

type Body = Schema['CouncilSessionBody'];

const w = words({
  fresh: 'Ghi phiên họp Hội đồng', edit: 'Sửa phiên họp Hội đồng', back: 'Phiên họp Hội đồng', proposals: 'Đề nghị đưa ra Hội đồng', copied: 'Thành viên được lấy từ phiên họp gần nhất; xin kiểm tra và ghi lại ai dự họp.', council: 'Hội đồng Thi đua - Khen thưởng tỉnh',
}, {
  fresh: 'Write down a session of the council', edit: 'Change a session of the council', back: 'Sessions of the council', proposals: 'Proposals for the council', copied: 'Members are those of the last session; please check them and write down who was there.', council: 'Hội đồng Thi đua - Khen thưởng tỉnh',
});

interface Read {
  readonly body: Body;
  readonly etag: string | null;
  readonly taken: readonly string[];
  readonly isCopied: boolean;
  readonly known: Known;
  readonly nominated: readonly Nominated[];
}

async function read(year: number, session: string, signal: AbortSignal): Promise<Read> {
  const [known, nominated, sessions] = await Promise.all([readKnown(signal), allNominations(year, signal), allSessions(year, signal)]);
  const last = session === fresh ? sessions.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1)?.session : session;
  const found = last ? await ask(api.GET('/api/cycles/{year}/council/sessions/{session}', { params: { path: { year, session: last } }, signal })) : null;
  const all = { taken: sessions.map(one => one.session), known, nominated };
  if (session !== fresh) {
    const rules = await readRules({ rules: found!.data.rulesVersion }, signal);
    return { ...all, body: bodyOf(found!.data, rules.data.content.awards ?? []), etag: found!.etag, isCopied: false };
  }

  const members = found?.data.members.map(one => ({ ...one, attendance: null })) ?? [];
  return { ...all, body: { council: found?.data.council ?? w.council, title: '', day: today.value, members, proposals: [], guests: [] }, etag: null, isCopied: members.length > 0 };
}

export default function SessionForm({ params }: ViewProps) {
  const [year, session] = [Number(params.year), params.session!];
  const asked = useAnswer(signal => read(year, session, signal), [year, session]);
  return (
    <Frame title={session === fresh ? w.fresh : w.edit} back={{ href: at('council', year), name: w.back }}>
      <Show of={asked}>{found => <Form year={year} id={session === fresh ? null : session} found={found} />}</Show>
    </Frame>
  );
}

function Form({ year, id, found }: { year: number; id: string | null; found: Read }) {
  const [body, set] = useState(found.body);
  const act = useAct();
  useChanges(body, act.isBusy);
  const { proposals } = body;
  const change = (part: Partial<Body>) => set({ ...body, ...part });
  const add = (more: readonly Nominated[]) => {
    const first = Math.max(0, ...proposals.map(one => one.number)) + 1;
    change({ proposals: [...proposals, ...without(more, proposals).map(({ award, bloc, unit }, index) => ({ number: first + index, award, bloc, unit }))] });
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const session = id ?? newId(body.title, found.taken);
    if (await act.run(() => ask(api.PUT('/api/cycles/{year}/council/sessions/{session}', { params: { path: { year, session }, header: ifMatch(found.etag) }, body })))) {
      go(at('council', year, session));
    }
  };
  return (
    <form onSubmit={event => void save(event)}>
      <FaultSummary faults={act.faults} paths={[...new Set(act.faults.map(fault => fault.path))]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <SessionFields body={body} onChange={change} faults={act.faults} />
      {found.isCopied && <p class="hint">{w.copied}</p>}
      <PeopleFields members={body.members} guests={body.guests ?? []} onChange={change} faults={act.faults} />
      <section class="card">
        <h2>{w.proposals}</h2>
        {proposals.length > 0 && (
          <ol class="tasks">
            {proposals.map((one, index) => {
              const name = `${one.number}. ${unitName(found.known, one.unit)} (${blocName(found.known, one.bloc)}): ${awardName(found.known, one.award)}`;
              return <li key={`${one.unit} ${one.award}`}><div class="task-what"><span class="task-name">{name}</span></div><Out what={name} onOut={() => change({ proposals: proposals.filter((_, other) => other !== index) })} /></li>;
            })}
          </ol>
        )}
        <Picker known={found.known} nominated={without(found.nominated, proposals)} hasBloc onAdd={add} />
      </section>
      <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy || !body.title.trim()}>{common.save}</button></div>
    </form>
  );
}
