import { allPages } from '../../api/absent';
import { api, ask } from '../../api/client';
import { Download } from '../../parts/Download';
import { base } from '../../auth/settings';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { Empty } from '../../parts/States';
import { useAnswer } from '../../parts/useAnswer';
import { nobody, type PlaceId } from '../../shell/places';
import { day } from '../../words/format';
import { paperWords as w } from '../../words/papers';
import { readBallots } from '../awards/Ballots';
import { backToBloc } from '../bloc/place';
import type { ViewProps } from '../routes';
import { placeOf } from '../sheet/place';
import { PaperLine } from './PaperLine';
import './papers.css';
import { sortPapers, type Paper, type Papers as Sorted } from './papers';

/** The papers of a bloc's year that the caller may have, by what they are about. */
export default function Papers({ params }: ViewProps) {
  const place = placeOf(params);
  const asked = useAnswer(async signal => {
    const path = { year: place.year, bloc: place.bloc };
    const more = (continuation: string | undefined) => ({ path, query: continuation ? { continuation } : {} });
    const [kinds, meetings, reports, visits, ballots] = await Promise.all([
      ask(api.GET('/api/cycles/{year}/blocs/{bloc}/documents', { params: { path, query: { period: place.period, ...place.unit === nobody ? null : { unit: place.unit } } }, signal })),
      allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/meetings', { params: more(continuation), signal }))).data),
      allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/reports', { params: more(continuation), signal }))).data),
      allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/inspections', {
        params: { path: { ...path, period: place.period }, query: continuation ? { continuation } : {} }, signal,
      }))).data),
      readBallots(path, signal),
    ]);
    return sortPapers(
      kinds.data.documents,
      meetings.flatMap(page => page.meetings).map(({ meeting, title }) => ({ id: meeting, name: title })),
      reports.flatMap(page => page.reports).map(({ report, title }) => ({ id: report, name: title })),
      visits.flatMap(page => page.inspections).map(({ inspection, unitName, visitedOn, plannedOn }) => ({ id: inspection, name: `${unitName}, ${day(visitedOn ?? plannedOn)}` })),
      ballots.filter(({ state }) => state === 'closed').map(({ ballot, title }) => ({ id: ballot, name: title })));
  }, [place]);
  return (
    <Page {...backToBloc(place)} title={w.title} lead={w.lead} actions={<>
        <Download address={`/api/cycles/${place.year}/blocs/${encodeURIComponent(place.bloc)}/workbook`}>{w.workbook}</Download>
        {place.unit !== nobody && <a class="button" href={`${base}/letterhead/${encodeURIComponent(place.unit)}`}>{w.letterhead}</a>}
      </>}>
      <Show of={asked}>{papers => (
        <>
          <List head={w.own} papers={papers.own} place={place} />
          <List head={w.bloc} papers={papers.bloc} place={place} />
          <Items head={w.meetings} items={papers.meetings} place={place} />
          <Items head={w.reports} items={papers.reports} place={place} />
          <Items head={w.visits} items={papers.visits} place={place} />
          <Items head={w.ballots} items={papers.ballots} place={place} />
        </>
      )}</Show>
    </Page>
  );
}

function List({ head, papers, place }: { head: string; papers: readonly Paper[]; place: PlaceId }) {
  return (
    <>
      <h2>{head}</h2>
      {papers.length === 0 ? <Empty>{w.none}</Empty> : <ul class="tasks">{papers.map(paper => <PaperLine key={paper.kind} paper={paper} place={place} about={head} />)}</ul>}
    </>
  );
}

function Items({ head, items, place }: { head: string; items: Sorted['meetings']; place: PlaceId }) {
  return items.length === 0 ? null : (
    <>
      <h2>{head}</h2>
      {items.map(({ of, papers }) => (
        <details class="card papers" key={of.id}>
          <summary>{of.name}</summary>
          <ul class="tasks">{papers.map(paper => <PaperLine key={paper.kind} paper={paper} place={place} about={of.name} />)}</ul>
        </details>
      ))}
    </>
  );
}
