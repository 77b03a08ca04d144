import { api, ask } from '../../api/client';
import { awardWords } from '../../words/awards';

/** What people call the awards, by the rules of today. */
export async function readAwardNames(signal: AbortSignal): Promise<(award: string) => string> {
  const { data } = await ask(api.GET('/api/award-rules', { params: { query: {} }, signal }));
  const names = new Map((data.content.awards ?? []).map(one => [one.code, one.title]));
  return award => names.get(award) ?? awardWords.title;
}
