import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { saveFile } from '../../api/files';
import { sayProblem } from '../../parts/States';
import { useAct } from '../../parts/useAct';
import type { PlaceId } from '../../shell/places';
import { isOffice, leads } from '../../shell/session';
import { paperWords as w } from '../../words/papers';
import { mineAt } from '../sheet/place';
import { PaperNumber } from './PaperNumber';
import type { Paper } from './papers';

/** A paper to download; what is not known in it is named beside it. */
export function PaperLine({ paper, place, about }: { paper: Paper; place: PlaceId; about: string }) {
  const [gaps, setGaps] = useState<readonly string[] | null>(null);
  const [isNumbered, number] = useState(false);
  const act = useAct();
  const mayNumber = isOffice.value || (paper.needsUnit ? mineAt(place) !== null : leads(mineAt(place)));
  const query = {
    ...(paper.needsPeriod ? { period: place.period } : null), ...(paper.needsUnit ? { unit: place.unit } : null), ...(paper.item ? { item: paper.item } : null),
  };
  const get = () => act.run(async () => {
    const { data } = await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/documents/{kind}', {
      params: { path: { year: place.year, bloc: place.bloc, kind: paper.kind }, query }, headers: { Accept: 'application/json' },
    }));
    await saveFile(`/api/cycles/${place.year}/blocs/${encodeURIComponent(place.bloc)}/documents/${paper.kind}?${new URLSearchParams(query)}`);
    setGaps((data as Schema['DocumentView']).gaps);
  });
  return (
    <li>
      <div class="task-what">
        <span class="task-name">{paper.name}</span>
        {act.problem && <p class="fault" role="alert">✕ {Object.values(sayProblem(act.problem)).filter(Boolean).join('. ')}</p>}
        {gaps && (gaps.length === 0 ? <p role="status">✓ {w.whole}</p> : <div role="status"><p>⚠ {w.gaps(gaps.length)}</p><ul class="small">{gaps.map(gap => <li>{gap}</li>)}</ul></div>)}
      </div>
      <div class="row">
        {mayNumber && <button type="button" onClick={() => number(true)}>{w.record}<span class="hidden"> – {paper.name}, {about}</span></button>}
        <button type="button" disabled={act.isBusy} onClick={() => void get()}>↓ {w.get}<span class="hidden"> – {paper.name}, {about}</span></button>
      </div>
      {isNumbered && <PaperNumber place={place} kind={paper.kind} name={paper.name} query={query} onClose={() => number(false)} />}
    </li>
  );
}
