import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { faultsAt } from '../../../api/problem';
import { Confirm } from '../../../parts/Confirm';
import { DayField } from '../../../parts/DayField';
import { FaultSummary, Field } from '../../../parts/Field';
import { Show } from '../../../parts/Show';
import { Notice, ProblemView } from '../../../parts/States';
import { useAct } from '../../../parts/useAct';
import { useAnswer } from '../../../parts/useAnswer';
import { useChanges } from '../../../parts/useGuard';
import { go } from '../../../shell/router';
import { today } from '../../../shell/session';
import { common } from '../../../words/common';
import { dayAfter } from '../../../words/days';
import { day } from '../../../words/format';
import { words } from '../../../words/language';
import type { ViewProps } from '../../routes';
import { Frame } from '../Frame';
import { at } from '../names';
import { Out } from './Fields';
import { fresh } from './fresh';
import { Picker, without } from './Picker';
import { allNominations, awardName, blocName, ifMatch, newId, readKnown, unitName, type Known, type Nominated } from './reads';

type Body = Schema['DisclosureBody'];

const w = words({
  fresh: 'Lập đợt công khai', edit: 'Sửa đợt công khai', back: 'Công khai đề nghị', title: 'Tên đợt', titleHint: 'ví dụ: công khai đề nghị tặng Cờ thi đua năm 2026', from: 'Công khai từ ngày', until: 'Nhận góp ý đến hết ngày', untilHint: 'Nghị định 152/2025/NĐ-CP, Điều 44: một số danh hiệu cần 10 ngày làm việc', proposals: 'Đề nghị được công khai', achievement: 'Tóm tắt thành tích', achievementHint: 'mọi người đọc được; không ghi tên người',
  ask: 'Công khai các đề nghị này?', publish: 'Công khai', told: (count: number, from: string, until: string) => `${count} đề nghị được mọi người đọc từ ngày ${from}; góp ý nhận đến hết ngày ${until}. Sau đó chỉ kéo dài được thời gian, hoặc rút lại.`,
  open: 'Đợt này đang công khai: chỉ kéo dài được thời gian góp ý. Cần sửa nội dung thì rút lại rồi lập đợt khác.',
}, {
  fresh: 'Disclose proposals', edit: 'Change a disclosure', back: 'Disclosure', title: 'What it is called', titleHint: 'such as: công khai đề nghị tặng Cờ thi đua năm 2026', from: 'From', until: 'Remarks until', untilHint: 'Decree 152/2025/NĐ-CP, article 44: ten working days for some awards', proposals: 'Proposals', achievement: 'What it is proposed for', achievementHint: 'everybody reads it; no names of people',
  ask: 'Disclose these proposals?', publish: 'Disclose', told: (count, from, until) => `Everybody reads ${count} of them from ${from}; remarks are taken until ${until}. Afterwards it can only be given more time, or taken back.`,
  open: 'This is disclosed already: it can only be given more time. To change it take it back and disclose it anew.',
});

interface Read {
  readonly body: Body;
  readonly etag: string | null;
  readonly isPublic: boolean;
  readonly taken: readonly string[];
  readonly known: Known;
  readonly nominated: readonly Nominated[];
}

async function read(year: number, disclosure: string, signal: AbortSignal): Promise<Read> {
  const [known, nominated, list] = await Promise.all([readKnown(signal), allNominations(year, signal), ask(api.GET('/api/cycles/{year}/disclosures', { params: { path: { year } }, signal }))]);
  const rest = { known, nominated, taken: list.data.disclosures.map(one => one.disclosure) };
  if (disclosure === fresh) {
    return { ...rest, etag: null, isPublic: false, body: { title: '', from: today.value, until: dayAfter(today.value, 14), proposals: [] } };
  }

  const { data, etag } = await ask(api.GET('/api/cycles/{year}/disclosures/{disclosure}', { params: { path: { year, disclosure } }, signal }));
  const { title, from, until, proposals } = data.content;
  return { ...rest, etag, isPublic: data.isPublic, body: { title, from, until, proposals: proposals.map(({ bloc, unit, award, achievement }) => ({ bloc, unit, award, achievement })) } };
}

export default function DisclosureForm({ params }: ViewProps) {
  const [year, disclosure] = [Number(params.year), params.disclosure!];
  const asked = useAnswer(signal => read(year, disclosure, signal), [year, disclosure]);
  return (
    <Frame title={disclosure === fresh ? w.fresh : w.edit} back={{ href: at('disclosures', year), name: w.back }}>
      <Show of={asked}>{found => <Form year={year} id={disclosure === fresh ? null : disclosure} found={found} />}</Show>
    </Frame>
  );
}

function Form({ year, id, found }: { year: number; id: string | null; found: Read }) {
  const [body, set] = useState(found.body);
  const [isAsked, setAsked] = useState(false);
  const act = useAct();
  useChanges(body, act.isBusy);
  const proposals = body.proposals ?? [];
  const change = (part: Partial<Body>) => set({ ...body, ...part });
  const save = async () => {
    const disclosure = id ?? newId(body.title, found.taken);
    if (await act.run(() => ask(api.PUT('/api/cycles/{year}/disclosures/{disclosure}', { params: { path: { year, disclosure }, header: ifMatch(found.etag) }, body })))) {
      go(at('disclosures', year, disclosure));
    }
  };
  return (
    <>
      <form onSubmit={event => { event.preventDefault(); setAsked(true); }}>
        <FaultSummary faults={act.faults} paths={['$.title', '$.from', '$.until']} />
        {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
        {found.isPublic && <Notice>{w.open}</Notice>}
        <section class="card">
          <Field label={w.title} hint={w.titleHint} path="$.title" faults={act.faults} isRequired><input type="text" maxLength={500} disabled={found.isPublic} value={body.title} onInput={event => change({ title: event.currentTarget.value })} /></Field>
          <div class="inline-form">
            <Field label={w.from} path="$.from" faults={act.faults} isRequired><DayField isDisabled={found.isPublic} value={body.from} onChange={from => from && change({ from })} /></Field>
            <Field label={w.until} hint={w.untilHint} path="$.until" faults={act.faults} isRequired><DayField value={body.until} onChange={until => until && change({ until })} /></Field>
          </div>
        </section>
        <section class="card">
          <h2>{w.proposals}</h2>
          {proposals.map((one, index) => {
            const name = `${unitName(found.known, one.unit)} (${blocName(found.known, one.bloc)}): ${awardName(found.known, one.award)}`;
            const mine = faultsAt(act.faults, `$.proposals[${index}]`);
            return (
              <fieldset key={`${one.unit} ${one.award}`}>
                <legend>{name}</legend>
                {mine.length > 0 && <p class="fault">✕ {mine.map(fault => fault.detail).join(' ')}</p>}
                <Field label={w.achievement} hint={w.achievementHint}><textarea rows={2} disabled={found.isPublic} value={one.achievement ?? ''} onInput={event => change({ proposals: proposals.with(index, { ...one, achievement: event.currentTarget.value || null }) })} /></Field>
                {!found.isPublic && <Out what={name} onOut={() => change({ proposals: proposals.filter((_, other) => other !== index) })} />}
              </fieldset>
            );
          })}
          {!found.isPublic && <Picker known={found.known} nominated={without(found.nominated, proposals)} hasBloc onAdd={more => change({ proposals: [...proposals, ...without(more, proposals).map(({ bloc, unit, award }) => ({ bloc, unit, award, achievement: null }))] })} />}
        </section>
        <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy || !body.title.trim() || proposals.length === 0}>{common.save}</button></div>
      </form>
      <Confirm title={found.isPublic ? w.edit : w.ask} yes={found.isPublic ? common.save : w.publish} isOpen={isAsked} onClose={() => setAsked(false)} onConfirm={save}>
        <p>{w.told(proposals.length, day(body.from), day(body.until))}</p>
      </Confirm>
    </>
  );
}
