import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { DayField } from '../../../parts/DayField';
import { FaultSummary, Field } from '../../../parts/Field';
import { Show } from '../../../parts/Show';
import { Notice, ProblemView } from '../../../parts/States';
import { Upload } from '../../../parts/Upload';
import { useAct } from '../../../parts/useAct';
import { useAnswer } from '../../../parts/useAnswer';
import { useChanges } from '../../../parts/useGuard';
import { go } from '../../../shell/router';
import { path } from '../../../shell/session';
import { common } from '../../../words/common';
import { words } from '../../../words/language';
import type { ViewProps } from '../../routes';
import { Frame } from '../Frame';
import { at } from '../names';
import { idOf } from '../search';
import { AwardFields } from './AwardFields';
import { textsId } from './Fields';
import { MoneyFields } from './MoneyFields';
import { NewAward } from './NewAward';
import { ifMatch, readRules, readTexts } from './reads';
import { contentOf } from './ruleFile';

const w = words({
  fresh: 'Phiên bản mới của quy định', change: (name: string) => `Sửa phiên bản “${name}”`, back: 'Quy định xét khen thưởng', lead: 'Sửa, thêm, chép hoặc bỏ từng danh hiệu và từng quy định của nó rồi lưu. Phiên bản áp dụng từ ngày đầu của nó đến khi có phiên bản sau.',
  name: 'Tên phiên bản', nameHint: 'Ví dụ: quy định 2027', from: 'Áp dụng từ ngày', file: 'Hoặc thay toàn bộ bằng một tệp JSON', fileHint: 'Tệp tải về từ một phiên bản, ví dụ của tỉnh khác hoặc đã sửa trên máy.', wrong: 'Tệp này không phải quy định xét khen thưởng dạng JSON.', taken: 'Đã lấy nội dung từ tệp vào các ô dưới đây; chưa lưu.',
}, {
  fresh: 'A new version of the rules', change: name => `Change version “${name}”`, back: 'Rules of awards', lead: 'Change, add, copy or leave out awards and their provisions, then save. A version holds from its first day until the next one does.',
  name: 'Name of the version', nameHint: 'Such as: quy định 2027', from: 'Holds from', file: 'Or put a JSON file in the place of all', fileHint: 'One that was downloaded of a version and changed; to add awards, or conditions of another kind.', wrong: 'This is no JSON file of rules of awards.', taken: 'What the file says is in the fields below; it is not saved.',
});

export default function RulesForm({ params }: ViewProps) {
  const isNew = path.value.endsWith('/copy');
  const rules = useAnswer(async signal => {
    const [known, texts] = await Promise.all([readRules({ rules: params.rules! }, signal), readTexts(signal)]);
    return { known, texts: new Map([...known.data.cited.map(one => [one.text, one.cited ?? one.text] as const), ...texts]) };
  }, [params.rules]);
  return (
    <Frame title={isNew ? w.fresh : w.change(params.rules!)} lead={w.lead} back={{ href: at('award-rules'), name: w.back }}>
      <Show of={rules}>{value => <Form {...value} isNew={isNew} />}</Show>
    </Frame>
  );
}

interface FormProps {
  readonly known: Answer<Schema['AwardRulesView']>;
  /** What the legal texts are called, by their ids. */
  readonly texts: ReadonlyMap<string, string>;
  readonly isNew: boolean;
}

function Form({ known, texts, isNew }: FormProps) {
  const [name, rename] = useState('');
  const [body, set] = useState<Schema['AwardRulesBody']>(known.data.content);
  const [isTaken, take] = useState(false);
  const [added, add] = useState('');
  const act = useAct();
  useChanges({ name, body }, act.isBusy);
  const awards = body.awards ?? [];
  const rules = isNew ? idOf(name) : known.data.rules;
  const read = async (file: File) => {
    const found = contentOf(await file.text());
    if (!found) {
      throw new Problem({ type: 'about:blank', title: w.wrong, status: 400, detail: ' ', trace: '' });
    }

    set(found);
    take(true);
  };
  const save = async (event: Event) => {
    event.preventDefault();
    if (await act.run(() => ask(api.PUT('/api/award-rules/{rules}', { params: { path: { rules }, header: isNew ? {} : ifMatch(known.etag) }, body })))) {
      go(at('award-rules', rules));
    }
  };
  return (
    <form onSubmit={event => void save(event)}>
      <FaultSummary faults={act.faults} paths={[...new Set(act.faults.map(fault => fault.path))]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <div class="card">
        {isNew && <Field label={w.name} hint={w.nameHint} isRequired><input type="text" maxLength={64} value={name} onInput={event => rename(event.currentTarget.value)} /></Field>}
        <Field label={w.from} path="$.from" faults={act.faults} isRequired><DayField value={body.from} onChange={from => from && set({ ...body, from })} /></Field>
        <MoneyFields value={body.money ?? null} onChange={money => set({ ...body, money })} path="$.money" faults={act.faults} />
        <details>
          <summary>{w.file}</summary>
          <p class="hint">{w.fileHint}</p>
          <Upload label={w.file} accept=".json" isSingle send={read} isSentShownElsewhere />
        </details>
        {isTaken && <Notice kind="good">{w.taken}</Notice>}
      </div>
      {awards.map((award, index) => (
        <AwardFields
          key={award.code} value={award} path={`$.awards[${index}]`} faults={act.faults} awards={awards} isNew={award.code === added}
          onChange={now => set({ ...body, awards: awards.with(index, now) })} onOut={() => set({ ...body, awards: awards.filter((_, other) => other !== index) })} />
      ))}
      <NewAward awards={awards} onAdd={award => { add(award.code); set({ ...body, awards: [...awards, award] }); }} />
      <datalist id={textsId}>{[...texts].map(([id, name]) => <option value={id}>{name}</option>)}</datalist>
      <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy || !rules}>{common.save}</button></div>
    </form>
  );
}
