import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { FaultSummary, Field } from '../../parts/Field';
import { Notice, ProblemView } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import { useGuard } from '../../parts/useGuard';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { SettingFields, settingPaths } from './SettingFields';

const w = words({
  number: 'Số và ký hiệu', day: 'Ngày trên văn bản', article: (number: number) => `Điều ${number}`, name: 'Tên điều', text: 'Nội dung, mỗi khoản một dòng', add: 'Thêm điều', drop: (number: number) => `Bỏ điều ${number}`,
  next: (version: number) => `Bản ${version - 1} đã được thông qua và không đổi nữa. Nội dung sửa ở đây thành bản ${version}.`,
}, {
  number: 'Number and symbol', day: 'Day on the paper', article: number => `Article ${number}`, name: 'Heading', text: 'Text, a line each clause', add: 'Add an article', drop: number => `Leave out article ${number}`,
  next: version => `Version ${version - 1} was adopted and does not change any more. What is changed here becomes version ${version}.`,
});

export interface RegulationFormProps {
  readonly path: { readonly year: number; readonly bloc: string };
  readonly known: Answer<Schema['RegulationView']> | null;
  readonly onSaved: (answer: Answer<Schema['RegulationView']>) => void;
  readonly onClose: () => void;
}

/** Writes a version of a bloc's regulation. */
export function RegulationForm({ path, known, onSaved, onClose }: RegulationFormProps) {
  const [body, set] = useState<Required<Schema['RegulationBody']>>({
    number: known?.data.number ?? null, day: known?.data.day ?? null, articles: known?.data.articles ?? [], settings: known?.data.settings ?? {},
  });
  const [isWrong, setWrong] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const act = useAct();
  useGuard(isChanged);
  const change = (part: Partial<typeof body>) => {
    setChanged(true);
    set({ ...body, ...part });
  };
  const { articles } = body;
  const save = async (event: Event) => {
    event.preventDefault();
    let answer: Answer<Schema['RegulationView']> | undefined;
    const sent = { ...body, number: body.number?.trim() || null };
    if (await act.run(async () => { answer = await ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/regulation', { params: { path, header: known?.etag ? { 'If-Match': known.etag } : {} }, body: sent })); })) {
      onSaved(answer!);
    }
  };
  return (
    <form class="card" onSubmit={event => void save(event)}>
      {known?.data.state === 'adopted' && <Notice>{w.next(known.data.version + 1)}</Notice>}
      <FaultSummary faults={act.faults} paths={['$.number', '$.day', ...articles.flatMap((_, at) => [`$.articles[${at}].title`, `$.articles[${at}].text`]), ...settingPaths]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Field label={w.number} path="$.number" faults={act.faults}><input type="text" maxLength={100} value={body.number ?? ''} onInput={event => change({ number: event.currentTarget.value })} /></Field>
      <Field label={w.day} path="$.day" faults={act.faults}><DayField value={body.day} onChange={day => change({ day })} /></Field>
      {articles.map((article, at) => (
        <fieldset key={at}>
          <legend>{w.article(at + 1)}</legend>
          <Field label={w.name} path={`$.articles[${at}].title`} faults={act.faults} isRequired><input type="text" maxLength={300} value={article.title} onInput={event => change({ articles: articles.with(at, { ...article, title: event.currentTarget.value }) })} /></Field>
          <Field label={w.text} path={`$.articles[${at}].text`} faults={act.faults} isRequired><textarea rows={4} value={article.text} onInput={event => change({ articles: articles.with(at, { ...article, text: event.currentTarget.value }) })} /></Field>
          <button type="button" class="quiet" onClick={() => change({ articles: articles.filter((_, other) => other !== at) })}>{w.drop(at + 1)}</button>
        </fieldset>
      ))}
      <p><button type="button" onClick={() => change({ articles: [...articles, { title: '', text: '' }] })}>{w.add}</button></p>
      <SettingFields settings={body.settings} onChange={settings => change({ settings })} onWrong={setWrong} faults={act.faults} />
      <div class="buttons">
        <button type="submit" class="primary" disabled={act.isBusy || isWrong || articles.some(article => !article.title.trim() || !article.text.trim())}>{common.save}</button>
        <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
      </div>
    </form>
  );
}
