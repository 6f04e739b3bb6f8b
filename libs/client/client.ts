import createClient, {
  type Client,
  type ClientPathsWithMethod,
  type FetchOptions,
  type MethodResponse,
} from 'openapi-fetch';
import type { components, paths } from './api.ts';
import { followEvents, type FollowOptions } from './event-stream.ts';
import { sendFile, type FileProgress } from './import-file.ts';
import { repeating } from './repeating.ts';

export type Schemas = components['schemas'];
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Api = Client<paths, 'application/json'>;
type PathOf<M extends Method> = ClientPathsWithMethod<Api, M>;
type Init<P extends keyof paths, M extends Method> = FetchOptions<paths[P][M]> & {
  /**
   * Names what the call does, for ever: sent again under the same name it has no second effect. Take something of your own that
   * stays the same when your program is started again, such as the number of an invoice. Left out, only this call is safe.
   */
  readonly once?: string;
};
type Arguments<I> = object extends I ? [init?: I] : [init: I];
type Call<M extends Method> = <P extends PathOf<M>>(
  path: P,
  ...init: Arguments<Init<P, M>>
) => Promise<MethodResponse<Api, M, P>>;
type RowOf<P extends PathOf<'get'>> = MethodResponse<Api, 'get', P> extends { rows: (infer R)[] } ? R : never;

export interface PliSettings {
  /** Where the API is, such as http://127.0.0.1:8080. */
  readonly api: string;
  readonly key: string;
  /** How long a call that may be repeated is repeated while the API does not answer or asks to come back later. Default 30,000 ms. */
  readonly patienceMs?: number;
  /** Sees each answer's status and headers: for a log of request ids, or to know what was answered before (`Idempotent-Replayed`). */
  readonly onAnswer?: (answer: Response) => void;
}

export interface UploadOptions {
  readonly once?: string;
  /** Repairs to make where they are needed, such as `embed_fonts,fit_to_a4`: the answer is a proposal that you accept. */
  readonly repair?: string;
  /** `split`: many letters in one file. */
  readonly purpose?: 'letter' | 'split';
}

/** Pli's API as the holder of one key sees it. Every call gives the answer, or throws PliError or PliUnreachable. */
export interface Pli {
  get: Call<'get'>;
  post: Call<'post'>;
  put: Call<'put'>;
  patch: Call<'patch'>;
  delete: Call<'delete'>;
  /** All rows of a list, page by page. */
  rows<P extends PathOf<'get'>>(path: P, ...init: Arguments<Init<P, 'get'>>): AsyncGenerator<RowOf<P>>;
  /** What an address answers that is not JSON: a PDF, a picture, an error file. */
  bytes<P extends PathOf<'get'>>(path: P, ...init: Arguments<Init<P, 'get'>>): Promise<Uint8Array>;
  /** Uploads a PDF. Without `once` the same bytes are one document, however often they are sent, until it is erased. */
  upload(pdf: Uint8Array, options?: UploadOptions): Promise<Schemas['Document']>;
  /** What happens, as it happens, from event number `after` on; goes on by itself when the connection breaks. */
  events(options?: FollowOptions): AsyncGenerator<Schemas['Event']>;
  /** Sends the file of an import, goes on where it broke off, and gives the import when all its rows are read. */
  sendFile(importId: string, file: string, progress?: FileProgress): Promise<Schemas['Import']>;
}

/** A client of the API at an address, for one key. */
export function openPli({ api, key, patienceMs = 30_000, onAnswer }: PliSettings): Pli {
  const url = api.replace(/\/+$/, '');
  const headers = { authorization: `Bearer ${key}` };
  const repeat = repeating(patienceMs);
  const fetchAgain = async (request: Request) => {
    const answer = await repeat(request);
    onAnswer?.(answer);
    return answer;
  };
  const http = createClient<paths, 'application/json'>({ baseUrl: url, headers, fetch: fetchAgain });

  const call = async (method: Method, path: string, init: { once?: string; headers?: object } = {}) => {
    const { once, ...rest } = init;
    const named = method === 'get' ? {} : { 'idempotency-key': once ?? crypto.randomUUID() };
    const { data } = await (http.request as UntypedRequest)(method, path, {
      ...rest,
      headers: { ...named, ...rest.headers },
    });
    return data;
  };
  const typed = <M extends Method>(method: M) =>
    ((path: string, init?: object) => call(method, path, init)) as unknown as Call<M>;
  const get = typed('get');

  return {
    get,
    post: typed('post'),
    put: typed('put'),
    patch: typed('patch'),
    delete: typed('delete'),
    async *rows(path, ...[init]) {
      const { params, ...rest } = (init ?? {}) as { params?: { query?: object } };
      for (let after: string | undefined; ;) {
        const query = { limit: 200, ...params?.query, ...(after !== undefined && { after }) };
        const page = (await call('get', path, { ...rest, params: { ...params, query } } as object)) as Page;
        yield* page.rows as RowOf<typeof path>[];
        if (page.next === null) return;
        after = page.next;
      }
    },
    async bytes(path, ...[init]) {
      const answer = await call('get', path, { parseAs: 'arrayBuffer', headers: { accept: '*/*' }, ...init } as object);
      return new Uint8Array(answer as ArrayBuffer);
    },
    async upload(pdf, { once, ...query } = {}) {
      const asked = new URLSearchParams(query).toString();
      const send = async (name: string) => {
        const request = new Request(`${url}/v1/documents${asked && `?${asked}`}`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/pdf', 'idempotency-key': name },
          body: pdf as Uint8Array<ArrayBuffer>,
        });
        const answer = await fetchAgain(request);
        const document = (await answer.json()) as Schemas['Document'];
        if (answer.headers.get('idempotent-replayed') !== 'true') return document;
        // Answered as it was then; it may have been erased with its letters since.
        return get('/v1/documents/{id}', { params: { path: { id: document.id } } });
      };
      if (once !== undefined) return send(once);
      let name = await nameOf(pdf, asked);
      for (;;) {
        const document = await send(name);
        if (document.state !== 'erased') return document;
        name = `${name.slice(0, 200)}-after-${document.id}`;
      }
    },
    events: (options) => followEvents(url, headers, patienceMs, options),
    sendFile: (importId, file, progress) => sendFile(get, url, headers, importId, file, patienceMs, progress),
  };
}

interface Page {
  rows: unknown[];
  next: string | null;
}
type UntypedRequest = (method: Method, path: string, init: object) => Promise<{ data?: unknown }>;

/** The name of bytes and what is asked of them: the same for the same. */
async function nameOf(bytes: Uint8Array, asked: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return `pdf-${Buffer.from(digest).toString('hex')}${asked}`;
}
