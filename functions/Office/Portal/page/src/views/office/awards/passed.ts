import { api, ask } from '../../../api/client';
import { allSessions } from './Council';
import type { Nominated } from './reads';

/** What the council has passed in a year, over all its sessions. */
export async function passedOf(year: number, signal: AbortSignal): Promise<readonly Nominated[]> {
  const sessions = await allSessions(year, signal);
  const all = await Promise.all(sessions.map(({ session }) => ask(api.GET('/api/cycles/{year}/council/sessions/{session}', { params: { path: { year, session } }, signal }))));
  return all.flatMap(({ data }) => data.proposals.filter(one => one.outcome === 'passed').map(({ bloc, unit, award }) => ({ bloc, unit, award })));
}
