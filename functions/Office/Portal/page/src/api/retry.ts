import { signal } from '@preact/signals';

/** Whether calls get through: `waiting` from the first that did not until one does again. The page says it in words. */
export const line = signal<'through' | 'waiting'>('through');

const tries = 4;

/** May this be sent again when no answer came, and nobody knows whether the first was carried out? */
export function isSafeToRepeat(method: string, headers: Headers): boolean {
  return method !== 'POST' || headers.has('If-Match') || headers.has('Idempotency-Key');
}

/** Is there any use in sending it again after this answer? 429 and 503 were refused before anything was done. */
export function isWorthRepeating(status: number, method: string, headers: Headers): boolean {
  return status === 429 || status === 503 || ((status === 502 || status === 504) && isSafeToRepeat(method, headers));
}

/** Until the next try: what the program asks for, else 0.5, 1, 2 s and so on with some play, 20 s at most. */
export function pause(attempt: number, retryAfter: string | null, play = Math.random()): number {
  const asked = Number(retryAfter);
  return retryAfter !== null && Number.isFinite(asked) ? Math.min(asked, 20) * 1000 : Math.min(500 * 2 ** attempt * (0.75 + play / 2), 20_000);
}

/** Sends a request, again where that may help and can do no harm. */
export async function sendAgain(request: Request, send: (request: Request) => Promise<Response>): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const isLast = attempt === tries - 1;
    let retryAfter: string | null = null;
    try {
      const response = await send(request.clone());
      if (isLast || !isWorthRepeating(response.status, request.method, request.headers)) {
        line.value = 'through';
        return response;
      }

      retryAfter = response.headers.get('Retry-After');
    } catch (thrown) {
      if (request.signal.aborted) {
        throw thrown;
      }

      line.value = 'waiting';
      if (isLast || !isSafeToRepeat(request.method, request.headers)) {
        throw thrown;
      }
    }

    line.value = 'waiting';
    await sleep(pause(attempt, retryAfter), request.signal);
  }
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    }, { once: true });
  });
}
