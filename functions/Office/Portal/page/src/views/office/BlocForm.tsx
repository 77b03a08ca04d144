import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { Field, FaultSummary } from '../../parts/Field';
import { Notice, ProblemView } from '../../parts/States';
import { Show } from '../../parts/Show';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { useChanges } from '../../parts/useGuard';
import { go } from '../../shell/router';
import { may } from '../../shell/session';
import { common } from '../../words/common';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Members } from './Members';
import { Frame, Select } from './Frame';
import { at, blocKindNames, blocLevelNames, options } from './names';
import { Rotation } from './Rotation';
import { idOf } from './search';
import { Terms } from './Terms';

const w = words({
  title: 'Thêm khối hoặc cụm', back: 'Danh sách đơn vị và khối', id: 'Mã khối', idHint: 'chữ thường không dấu, không đổi được về sau', kind: 'Khối hay cụm', level: 'Cấp',
  levelHint: 'Mỗi đơn vị chỉ ở một khối của cùng một cấp.', stated: 'Số thành viên theo quyết định', statedHint: 'để trống nếu quyết định không nói', saved: 'Đã lưu.',
  short: (here: number, stated: number) => `Danh sách hiện có ${here} thành viên, quyết định ghi ${stated}.`,
}, {
  title: 'Add a bloc or cluster', back: 'Units and blocs', id: 'Id', idHint: 'lower-case letters without marks; cannot be changed later', kind: 'Bloc or cluster', level: 'Level',
  levelHint: 'A unit is in one bloc of a level.', stated: 'Members by the decision', statedHint: 'leave blank when it does not say', saved: 'Saved.',
  short: (here, stated) => `There are ${here} members; the decision says ${stated}.`,
});

export default function BlocForm({ params }: ViewProps) {
  return params.bloc ? <Known bloc={params.bloc} /> : <Frame title={w.title} back={back()}><Form /></Frame>;
}

const back = () => ({ href: at('roster'), name: w.back });

function Known({ bloc }: { bloc: string }) {
  const asked = useAnswer(signal => ask(api.GET('/api/blocs/{bloc}', { params: { path: { bloc } }, signal })), [bloc]);
  const [isSaved, save] = useState(false);
  return (
    <Frame title={asked.value?.data.bloc.name ?? common.bloc} back={back()}>
      <Show of={asked}>
        {answer => (
          <>
            {answer.data.isCountAsStated === false && <Notice kind="note">{w.short(answer.data.memberCount, answer.data.bloc.statedMemberCount!)}</Notice>}
            <Members bloc={answer.data} onChange={asked.reload} />
            <Terms bloc={answer.data} onChange={asked.reload} />
            {may('PutRotation') && <Rotation key={answer.data.rotation.join()} bloc={answer.data} onChange={() => { save(true); asked.reload(); }} />}
            <Form key={answer.etag} known={answer} onSaved={() => { save(true); asked.reload(); }} />
            {isSaved && <Notice kind="good">{w.saved}</Notice>}
          </>
        )}
      </Show>
    </Frame>
  );
}

const empty: Schema['BlocView'] = { id: '', name: '', kind: 'bloc', level: 'province', statedMemberCount: null };

function Form({ known, onSaved }: { known?: Answer<Schema['BlocWithMembersView']>; onSaved?: () => void }) {
  const [bloc, set] = useState(known?.data.bloc ?? empty);
  const [id, setId] = useState<string>();
  const act = useAct();
  useChanges([bloc, id], act.isBusy);
  const change = (part: Partial<Schema['BlocView']>) => set({ ...bloc, ...part });
  const own = known ? bloc.id : id ?? idOf(bloc.name);
  const send = async (event: Event) => {
    event.preventDefault();
    await act.run(async () => {
      const { name, kind, level, statedMemberCount } = bloc;
      await ask(api.PUT('/api/blocs/{bloc}', { params: { path: { bloc: own }, header: known?.etag ? { 'If-Match': known.etag } : {} }, body: { name, kind, level, statedMemberCount } }));
      if (known) {
        onSaved?.();
      } else {
        go(at('bloc', own), true);
      }
    });
  };
  return (
    <form class="card" onSubmit={event => void send(event)}>
      <FaultSummary faults={act.faults} paths={['$.name', '$.kind', '$.level', '$.statedMemberCount']} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Field label={common.name} path="$.name" faults={act.faults} isRequired><input type="text" value={bloc.name} required maxLength={200} onInput={event => change({ name: event.currentTarget.value })} /></Field>
      {!known && <Field label={w.id} hint={w.idHint} isRequired><input type="text" value={own} required pattern="[a-z0-9\-]+" maxLength={64} onInput={event => setId(event.currentTarget.value)} /></Field>}
      <Field label={w.kind} path="$.kind" faults={act.faults}><Select value={bloc.kind} onChange={kind => change({ kind })} choices={options(blocKindNames)} /></Field>
      <Field label={w.level} hint={w.levelHint} path="$.level" faults={act.faults}><Select value={bloc.level} onChange={level => change({ level })} choices={options(blocLevelNames)} /></Field>
      <Field label={w.stated} hint={w.statedHint} path="$.statedMemberCount" faults={act.faults}>
        <input type="number" min={0} max={1000} value={bloc.statedMemberCount ?? ''} onInput={event => change({ statedMemberCount: event.currentTarget.value === '' ? null : event.currentTarget.valueAsNumber })} />
      </Field>
      <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy}>{common.save}</button></div>
    </form>
  );
}
