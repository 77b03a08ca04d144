import { isAbort } from './client';
import { Problem } from './problem';

/** What is not there (404) is null instead of a problem: `await absent(ask(api.GET('/api/…/pact')))`. */
export async function absent<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (thrown) {
    if (!isAbort(thrown) && thrown instanceof Problem && thrown.status === 404) {
      return null;
    }

    throw thrown;
  }
}

/** All pages of a list that is never long, such as the units of a bloc. */
export async function allPages<T>(load: (continuation: string | undefined) => Promise<T & { readonly continuation?: string | null | undefined }>): Promise<readonly T[]> {
  const pages: T[] = [];
  let continuation: string | undefined;
  do {
    const page = await load(continuation);
    pages.push(page);
    continuation = page.continuation ?? undefined;
  } while (continuation);

  return pages;
}
