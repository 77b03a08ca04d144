import { api, ask } from '../../api/client';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { mineIn } from './place';

/** What people call the bloc. Who has a unit in it knows already; for others it is asked for. */
export function useBlocName(place: PlaceId): string {
  const known = mineIn(place)?.blocName;
  const asked = useAnswer(async signal => known ?? (await ask(api.GET('/api/blocs/{bloc}', { params: { path: { bloc: place.bloc } }, signal }))).data.bloc.name, [place.bloc]);
  return known ?? asked.value ?? '';
}
