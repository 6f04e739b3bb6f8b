import { setTimeout as delay } from 'node:timers/promises';
import type { Problem } from '#contracts/api/problem';

/** An answer of the API that says no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | undefined,
    request: string,
  ) {
    const detail = problem ? `${problem.code}: ${problem.detail}` : 'no problem+json came with it';
    const items = problem?.errors?.map((item) => `\n  ${item.pointer ?? item.parameter ?? ''} ${item.detail}`) ?? [];
    super(`${request} was answered ${status}, ${detail}${items.join('')}`);
  }

  get code(): string | undefined {
    return this.problem?.code;
  }
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export interface Ask {
  readonly body?: unknown;
  /** Sent as Idempotency-Key: the request may then be repeated until its answer is known. */
  readonly once?: string;
  /** Gives up on an API that does not answer after so many milliseconds. Default 30 s. */
  readonly patienceMs?: number;
}

/**
 * Pli's API as one key holder sees it. What is safe to repeat (reads, and what names an idempotency key) is repeated while the
 * API does not answer or asks to come back later; anything else is sent once.
 */
export class PliApi {
  constructor(
    readonly url: string,
    private readonly key: string,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.json('GET', path);
  }

  post<T>(path: string, body: unknown, once?: string): Promise<T> {
    return this.json('POST', path, { body, ...(once !== undefined && { once }) });
  }

  /** @throws Refused · Error when the API cannot be reached */
  async json<T>(method: Method, path: string, ask: Ask = {}): Promise<T> {
    const { body } = ask;
    const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await this.#ask(method, path, headers, body === undefined ? undefined : JSON.stringify(body), ask);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  /** Posts once, and gives the answer whatever it says: for measuring what a customer would see. */
  once(path: string, body: unknown, key: string): Promise<Response> {
    return fetch(this.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
  }

  /** Sends a PDF. */
  async upload<T>(path: string, pdf: Uint8Array, once: string): Promise<T> {
    const response = await this.#ask('POST', path, { 'content-type': 'application/pdf' }, Buffer.from(pdf), { once });
    return (await response.json()) as T;
  }

  /** Sends a body as it is made, once: what became of it is asked for when it breaks off. */
  async stream<T>(path: string, media: string, chunks: Iterable<Uint8Array>): Promise<T> {
    const response = await fetch(this.url + path, {
      method: 'PUT',
      headers: { authorization: `Bearer ${this.key}`, 'content-type': media },
      body: ReadableStream.from(chunks),
      duplex: 'half',
    });
    if (!response.ok) throw new Refused(response.status, await problemOf(response), `PUT ${path}`);
    return (await response.json()) as T;
  }

  /** Fetches a PDF. */
  async pdf(path: string): Promise<Buffer> {
    return Buffer.from(
      await (await this.#ask('GET', path, { accept: 'application/pdf' }, undefined, {})).arrayBuffer(),
    );
  }

  /** All rows of a list, page by page. */
  async all<Row>(path: string): Promise<Row[]> {
    const rows: Row[] = [];
    for (let after: string | null = ''; after !== null;) {
      const cursor: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
      const page: { rows: Row[]; next: string | null } = await this.get(
        `${path}${path.includes('?') ? '&' : '?'}limit=200${cursor}`,
      );
      rows.push(...page.rows);
      after = page.next;
    }
    return rows;
  }

  async #ask(
    method: Method,
    path: string,
    headers: Record<string, string>,
    body: string | Buffer | undefined,
    ask: Ask,
  ): Promise<Response> {
    const deadline = Date.now() + (ask.patienceMs ?? 30_000);
    const repeatable = method === 'GET' || ask.once !== undefined;
    const all = {
      authorization: `Bearer ${this.key}`,
      ...headers,
      ...(ask.once !== undefined && { 'idempotency-key': ask.once }),
    };
    for (let attempt = 1; ; attempt++) {
      const answer = await fetch(this.url + path, {
        method,
        headers: all,
        signal: AbortSignal.timeout(20_000),
        ...(body !== undefined && { body }),
      }).catch((error: unknown) => error as Error);
      if (answer instanceof Response && answer.ok) return answer;
      const again = await waitBefore(answer, repeatable, attempt);
      if (again !== undefined && Date.now() + again < deadline) await delay(again);
      else if (answer instanceof Response)
        throw new Refused(answer.status, await problemOf(answer), `${method} ${path}`);
      else throw new Error(`${method} ${path} got no answer: ${String(answer.cause ?? answer.message)}`);
    }
  }
}

/** Milliseconds until a request may be sent again; undefined when it must not be. */
async function waitBefore(answer: Response | Error, repeatable: boolean, attempt: number): Promise<number | undefined> {
  const pause = Math.min(100 * 2 ** attempt, 2000);
  if (!(answer instanceof Response)) return repeatable ? pause : undefined;
  // 429 and 503 are said before anything is done: whatever it was, it may be sent again.
  if (answer.status === 429 || answer.status === 503)
    return Number(answer.headers.get('retry-after') ?? 0) * 1000 || pause;
  if (!repeatable) return undefined;
  if (answer.status >= 500) return pause;
  if (answer.status === 409)
    return (await problemOf(answer.clone()))?.code === 'idempotency_key_running' ? pause : undefined;
  return undefined;
}

async function problemOf(answer: Response): Promise<Problem | undefined> {
  try {
    return (await answer.json()) as Problem;
  } catch {
    return undefined;
  }
}
