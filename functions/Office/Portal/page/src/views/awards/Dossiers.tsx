import { allPages } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { Empty } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf, type PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { dossierStateNames, dossierWords as w } from '../../words/dossiers';
import { day } from '../../words/format';
import { readAwardNames } from './awardNames';

/** The dossiers of a unit in a year; of all units of the bloc where `isWhole`. */
export function Dossiers({ place, isWhole = false }: { place: PlaceId; isWhole?: boolean }) {
  const path = { year: place.year, bloc: place.bloc };
  const asked = useAnswer(async signal => {
    const [nameOf, pages] = await Promise.all([
      readAwardNames(signal),
      allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/dossiers', { params: { path, query: { pageSize: 100, ...continuation ? { continuation } : null } }, signal }))).data),
    ]);
    return pages.flatMap(page => page.dossiers).filter(one => isWhole || one.unit === place.unit).map(one => ({ ...one, title: nameOf(one.award) }));
  }, [place, isWhole]);
  return (
    <Show of={asked}>{dossiers => dossiers.length === 0 ? <Empty>{w.none}</Empty> : (
      <ul class="tasks">
        {dossiers.map(one => (
          <li key={`${one.award} ${one.unit}`}>
            <div class="task-what"><span class="task-name">{one.title}</span><p>{isWhole && `${one.unitName} · `}<span class="small">{day(one.opened)}</span></p></div>
            <DossierState state={one.state} />
            <a class="button" href={addressOf('awards', { ...place, unit: one.unit }, 'dossiers', one.award)}>{common.open}<span class="hidden"> – {one.title}, {one.unitName}</span></a>
          </li>
        ))}
      </ul>
    )}</Show>
  );
}

export const DossierState = ({ state }: { state: Schema['DossierState'] }) =>
  <StatusBadge kind={({ open: 'info', returned: 'bad', sent: 'good', sentOn: 'good' } as const)[state]}>{dossierStateNames[state]}</StatusBadge>;
