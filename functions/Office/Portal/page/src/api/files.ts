import { renew, signInAgain, token } from '../auth/auth';
import { language } from '../words/language';
import { isAbort, send } from './client';
import { Problem } from './problem';
import { pause } from './retry';

/** Reads a file of the API, with the token that a plain link would not send. */
export async function readFile(address: string): Promise<{ blob: Blob; name: string }> {
  let response;
  try {
    response = await send(new Request(new URL(address, location.origin)));
  } catch (thrown) {
    throw isAbort(thrown) ? thrown : Problem.offline();
  }

  if (!response.ok) {
    throw await Problem.of(response);
  }

  return { blob: await response.blob(), name: nameIn(response.headers.get('Content-Disposition')) };
}

/** Saves a file of the API where the browser saves files. */
export async function saveFile(address: string, name?: string): Promise<void> {
  const file = await readFile(address);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file.blob);
  link.download = name ?? file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name in `Content-Disposition`. */
export function nameIn(header: string | null): string {
  const extended = /filename\*=UTF-8''([^;]+)/iu.exec(header ?? '')?.[1];
  return extended ? decodeURIComponent(extended) : /filename="?([^";]+)"?/iu.exec(header ?? '')?.[1] ?? 'file';
}

export interface Sent<T> {
  readonly data: T;
  readonly etag: string | null;
}

export interface SendFileOptions {
  readonly method?: 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  /** The share that has left, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

const tries = 5;

/**
 * Sends a file as the body, again after a lost line: the same `Idempotency-Key` makes the second the first one's file.
 * @throws Problem
 */
export async function sendFile<T>(address: string, file: Blob, { method = 'POST', headers = {}, onProgress, signal }: SendFileOptions = {}): Promise<Sent<T>> {
  const key = crypto.randomUUID();
  for (let attempt = 0; ; attempt++) {
    try {
      return await sendOnce<T>(address, file, method, { 'Idempotency-Key': key, ...headers }, onProgress, signal);
    } catch (thrown) {
      const problem = Problem.from(thrown);
      if (problem.status === 401) {
        if (attempt > 0 || !await renew()) {
          await signInAgain();
        }
      } else if (problem.isPassing && attempt < tries - 1 && !signal?.aborted) {
        await new Promise(resolve => setTimeout(resolve, pause(attempt, null)));
      } else {
        throw problem;
      }
    }
  }
}

/** By XMLHttpRequest: `fetch` does not tell how much has left. */
async function sendOnce<T>(
  address: string, file: Blob, method: string, headers: Readonly<Record<string, string>>,
  onProgress: ((share: number) => void) | undefined, signal: AbortSignal | undefined): Promise<Sent<T>> {
  const bearer = await token();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.setRequestHeader('Authorization', `Bearer ${bearer}`);
    request.setRequestHeader('Accept-Language', language.value);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value);
    }

    request.upload.onprogress = event => event.lengthComputable && onProgress?.(event.loaded / event.total);
    request.onerror = request.ontimeout = request.onabort = () => reject(Problem.offline());
    request.onload = () => {
      const body: unknown = request.responseText ? parse(request.responseText) : null;
      if (request.status >= 200 && request.status < 300) {
        resolve({ data: body as T, etag: request.getResponseHeader('ETag') });
      } else {
        void Problem.of(new Response(null, { status: request.status || 500, statusText: request.statusText }), body ?? {}).then(reject);
      }
    };
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
