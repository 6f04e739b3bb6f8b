import { errorOf, PliUnreachable } from './errors.ts';

/** Ends a wait early, as an AbortSignal does. */
const pause = (ms: number, signal: AbortSignal | null) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });

/**
 * `fetch` that repeats what is safe to repeat, for at most `patienceMs`: reads, and what names an Idempotency-Key. What the API says
 * before it does anything (429, 503) is repeated whatever was asked.
 * @throws PliError when it says no · PliUnreachable when no answer came
 */
export function repeating(
  patienceMs: number,
  fetchOnce: typeof fetch = fetch,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const deadline = Date.now() + patienceMs;
    const repeatable = request.method === 'GET' || request.headers.has('idempotency-key');
    for (let attempt = 1; ; attempt++) {
      const answer = await fetchOnce(request.clone()).catch((error: unknown) => error as Error);
      if (answer instanceof Response && answer.ok) return answer;
      if (request.signal.aborted) throw request.signal.reason;
      const wait = await waitBefore(answer, repeatable, attempt);
      if (wait !== undefined && Date.now() + wait < deadline) await pause(wait, request.signal);
      else if (answer instanceof Response) throw await errorOf(answer);
      else throw new PliUnreachable(new URL(request.url).origin, answer);
    }
  };
}

/** Milliseconds until a request may be sent again; undefined when it must not be. */
async function waitBefore(answer: Response | Error, repeatable: boolean, attempt: number): Promise<number | undefined> {
  const later = Math.min(100 * 2 ** attempt, 2000) * (0.75 + Math.random() / 2);
  if (!(answer instanceof Response)) return repeatable ? later : undefined;
  if (answer.status === 429 || answer.status === 503)
    return Number(answer.headers.get('retry-after') ?? 0) * 1000 || later;
  if (!repeatable) return undefined;
  if (answer.status >= 500) return later;
  if (answer.status === 409)
    return (await errorOf(answer.clone())).code === 'idempotency_key_running' ? later : undefined;
  return undefined;
}
