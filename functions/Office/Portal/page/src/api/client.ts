import createClient from 'openapi-fetch';
import { renew, signInAgain, token } from '../auth/auth';
import { language } from '../words/language';
import { Problem } from './problem';
import { sendAgain } from './retry';
import type { components, paths } from './schema';

/** The types of the API by their names: `Schema['Me']`. */
export type Schema = components['schemas'];

/** What was asked for, and the tag that a change of it brings back in `If-Match`. */
export interface Answer<T> {
  readonly data: T;
  readonly etag: string | null;
  readonly response: Response;
}

/** The API, typed by its description. Every call goes through {@link ask}. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send });

/**
 * Waits for a call: `const { data, etag } = await ask(api.GET('/api/me'))`.
 * @throws Problem when it was refused, or nobody answered.
 */
export async function ask<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<Answer<T>> {
  let answer;
  try {
    answer = await call;
  } catch (thrown) {
    throw isAbort(thrown) ? thrown : thrown instanceof TypeError ? Problem.offline() : thrown;
  }

  if (!answer.response.ok) {
    throw await Problem.of(answer.response, answer.error);
  }

  return { data: answer.data as T, etag: answer.response.headers.get('ETag'), response: answer.response };
}

/** For what has no JSON in it (files): the same token, language and trying again. */
export async function send(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', language.value);
  let response = await authorized(request);
  if (response.status === 401 && await renew()) {
    response = await authorized(request);
  }

  if (response.status === 401) {
    // What was typed stays where it is: the call waits for the sign-in, and is sent again.
    await signInAgain();
    response = await authorized(request);
  }

  return response;
}

async function authorized(request: Request): Promise<Response> {
  return sendAgain(request, async one => {
    one.headers.set('Authorization', `Bearer ${await token()}`);
    return fetch(one);
  });
}

export function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}
