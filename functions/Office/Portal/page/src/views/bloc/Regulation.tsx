import { useState } from 'preact/hooks';
import { absent } from '../../api/absent';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { AdoptionFields, isAdoption, sayAdoption } from '../../parts/AdoptionFields';
import { Confirm } from '../../parts/Confirm';
import { Show } from '../../parts/Show';
import { Empty, Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import { today } from '../../shell/session';
import { day } from '../../words/format';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { mayIn, placeIn } from './place';
import { RegulationForm } from './RegulationForm';
import { sayLines } from './regulationSettings';
import './bloc.css';

const w = words({
  title: 'Quy chế của khối', none: 'Khối chưa có quy chế.', write: 'Soạn quy chế', edit: 'Sửa quy chế', adopt: 'Ghi việc thông qua', saved: 'Đã lưu.', version: (number: number) => `Bản ${number}`,
  adoptText: 'Từ đó bản này không đổi nữa, và những gì bản này quy định về biểu quyết được áp dụng. Sửa sau đó là soạn bản mới.', article: (number: number, title: string) => `Điều ${number}. ${title}`, settings: 'Quy định về biểu quyết và trả lời', silent: 'Quy chế không quy định.', versions: 'Các bản trong năm', look: 'Xem',
}, {
  title: 'Regulation of the bloc', none: 'The bloc has no regulation.', write: 'Write the regulation', edit: 'Change the regulation', adopt: 'Record the adoption', saved: 'Saved.', version: number => `Version ${number}`,
  adoptText: 'From then on this version never changes, and what it says of votes holds. A later change is a new version.', article: (number, title) => `Article ${number}. ${title}`, settings: 'Votes and answers', silent: 'The regulation is silent.', versions: 'Versions of the year', look: 'Look at',
});

const address = '/api/cycles/{year}/blocs/{bloc}/regulation';

/** A bloc's regulation, its last version first: what it says, a form, and its adoption. */
export default function Regulation({ params }: ViewProps) {
  const place = placeIn(params);
  const path = { year: place.year, bloc: place.bloc };
  const asked = useAnswer(signal => absent(ask(api.GET(address, { params: { path }, signal }))), [path]);
  const [what, choose] = useState<'write' | 'adopt' | null>(null);
  const [isSaved, setSaved] = useState(false);
  const [adopted, setAdopted] = useState<Schema['Adoption']>({ day: today.value });
  const saved = (answer: Answer<Schema['RegulationView']>) => {
    asked.set(answer);
    choose(null);
    setSaved(true);
  };
  const open = (next: 'write' | 'adopt') => {
    setSaved(false);
    choose(next);
  };
  const adopt = async () => saved(await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/regulation/adoption', { params: { path, header: { 'If-Match': asked.value!.etag! } }, body: adopted })));
  return (
    <Frame
      place={place} view="regulation" title={w.title}
      actions={asked.value !== undefined && what !== 'write' && <>
        {mayIn('PutRegulation', place) && <button type="button" onClick={() => open('write')}>{asked.value ? w.edit : w.write}</button>}
        {asked.value?.data.state === 'draft' && mayIn('AdoptRegulation', place) && <button type="button" class="primary" onClick={() => open('adopt')}>{w.adopt}</button>}
      </>}>
      {isSaved && <Notice kind="good">{w.saved}</Notice>}
      <Show of={asked}>{answer => what === 'write' ? <RegulationForm path={path} known={answer} onSaved={saved} onClose={() => choose(null)} /> : answer ? <><Text regulation={answer.data} /><Earlier path={path} last={answer.data} /></> : <Empty>{w.none}</Empty>}</Show>
      {what === 'adopt' && (
        <Confirm title={w.adopt} isOpen onClose={() => choose(null)} onConfirm={adopt} isDisabled={!isAdoption(adopted)}>
          <p>{w.adoptText}</p>
          <AdoptionFields of={path} adopted={adopted} onChange={setAdopted} path="$" faults={[]} />
        </Confirm>
      )}
    </Frame>
  );
}

/** The versions before the last, each to be read. */
function Earlier({ path, last }: { path: { readonly year: number; readonly bloc: string }; last: Schema['RegulationView'] }) {
  const earlier = last.versions.filter(one => one.version !== last.version);
  const [shown, show] = useState<number | null>(null);
  const asked = useAnswer(async signal => shown === null ? null : (await ask(api.GET(address, { params: { path, query: { version: shown } }, signal }))).data, [path, shown]);
  return earlier.length === 0 ? null : (
    <section aria-labelledby="versions">
      <h2 id="versions">{w.versions}</h2>
      <ul>
        {earlier.map(one => (
          <li key={one.version}>
            <button type="button" class="quiet" aria-expanded={shown === one.version} onClick={() => show(shown === one.version ? null : one.version)}>{w.look} {w.version(one.version).toLowerCase()}</button> {sayAdoption(one.adopted)}
          </li>
        ))}
      </ul>
      {shown !== null && <Show of={asked}>{regulation => regulation && <Text regulation={regulation} />}</Show>}
    </section>
  );
}

function Text({ regulation }: { regulation: Schema['RegulationView'] }) {
  const said = sayLines(regulation.settings);
  return (
    <section class="card">
      <p>{w.version(regulation.version)} <StatusBadge kind={regulation.state === 'adopted' ? 'good' : 'plain'}>{sayAdoption(regulation.adopted)}</StatusBadge> {[regulation.number, day(regulation.day)].filter(Boolean).join(', ')}</p>
      {regulation.articles.map((article, at) => <><h2>{w.article(at + 1, article.title)}</h2><p class="pre">{article.text}</p></>)}
      <h2>{w.settings}</h2>
      {said.length === 0 ? <p class="soft">{w.silent}</p> : <dl class="facts">{said.map(line => <div><dt>{line.name}</dt><dd>{line.value}</dd></div>)}</dl>}
    </section>
  );
}
