import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { NewKey } from '#contracts/api/keys';
import type { Problem } from '#contracts/api/problem';
import { inLedger, type Clock } from '#database/ledger';
import { cloneDatabase, type TestDatabase } from '#database/testing/clone-database';
import { toolsFromEnv } from '#documents/tools';
import { openBlobs, type Blobs } from '#storage/blobs';
import { localBlobs } from '#storage/local-blobs';
import { masterKeyOfFile, type MasterKey } from '#storage/master-key';
import { startApi, type RunningApi } from '../application.ts';
import { openDoor } from '../http/door.ts';
import { jsonLog } from '../http/log.ts';
import { insertKey } from '../provider/keys.service.ts';
import { readSettings } from '../settings.ts';
import { storeSignedIn, type PersonClient, type SignedIn } from './signed-in.ts';

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** Speaks HTTP with one key; bodies are JSON unless they are bytes. */
export interface Client {
  key: string;
  call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  get<T = Record<string, unknown>>(path: string): Promise<T>;
  /** Sends with a fresh Idempotency-Key; throws when it is refused. */
  post<T = Record<string, unknown>>(path: string, body?: unknown): Promise<T>;
}

export interface ApiUnderTest {
  api: RunningApi;
  database: TestDatabase;
  /** The bytes that the API stores and reads. */
  blobs: Blobs;
  /** A key of the provider. */
  provider: Client;
  client(key: string | undefined): Client;
  makeKey(key: NewKey): Promise<Client>;
  /** A person with a session at one desk. */
  signIn(given: SignedIn): Promise<PersonClient>;
  masterKey: MasterKey;
  masterKeyFile: string;
  /** The lines logged so far. */
  logged: string[];
  /** Codes of every problem answered so far. */
  problems: Set<string>;
  stop(): Promise<void>;
}

/** The API on a database of its own and the shared Valkey, as main.ts puts it together. */
export async function runApi(
  options: { environment?: Record<string, string>; clock?: Clock; valkey?: string | false } = {},
): Promise<ApiUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'pli-api-'));
  const database = await cloneDatabase();
  const settings = readSettings({
    DATABASE_URL: database.urls.api,
    BLOB_DIR: join(folder, 'blobs'),
    MASTER_KEY_FILE: join(folder, 'master.key'),
    API_PORT: '0',
    API_RATE_PER_SECOND: '100000',
    API_RATE_BURST: '100000',
    API_ACCOUNT_RATE_PER_SECOND: '100000',
    API_ACCOUNT_RATE_BURST: '100000',
    SIGN_IN_REFUSAL_MS: '0',
    ...options.environment,
  });
  const masterKey = await masterKeyOfFile(settings.MASTER_KEY_FILE);
  const blobs = openBlobs(localBlobs(settings.BLOB_DIR), masterKey);
  const door = openDoor(database.urls.api);
  const valkeyUrl = options.valkey ?? process.env.TEST_VALKEY_URL;
  const valkey = valkeyUrl
    ? new Redis(valkeyUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 500 })
    : undefined;
  valkey?.on('error', () => undefined);
  const logged: string[] = [];
  const problems = new Set<string>();
  const clock = options.clock ?? (() => new Date());
  const log = jsonLog((line) => void logged.push(line));
  const api = await startApi({
    settings,
    database: database.api,
    door,
    valkey,
    blobs,
    masterKey,
    tools: toolsFromEnv(),
    clock,
    log,
  });
  const client = (key: string | undefined) => clientOf(api.url, key, problems);
  const signIn = async (given: SignedIn): Promise<PersonClient> => {
    const stored = await storeSignedIn({ database, masterKey, clock }, given);
    const { name, value } = stored.cookie;
    const headers = { cookie: `${name}=${value}`, 'pli-console': '1' };
    return { ...clientOf(api.url, undefined, problems, headers), ...stored };
  };
  const first = await inLedger(database.api, { role: 'pli_provider' }, { actor: 'set-up', cause: {} }, clock, (tx) =>
    insertKey(tx, { role: 'provider', name: 'test' }),
  );
  const provider = client(first.secret);
  return {
    api,
    database,
    blobs,
    provider,
    client,
    makeKey: async (key) => client((await provider.post<{ secret: string }>('/v1/provider/keys', key)).secret),
    signIn,
    masterKey,
    masterKeyFile: settings.MASTER_KEY_FILE,
    logged,
    problems,
    async stop() {
      await api.stop();
      await door.close();
      valkey?.disconnect();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function clientOf(
  url: string,
  key: string | undefined,
  problems: Set<string>,
  always: Record<string, string> = {},
): Client {
  const client: Client = {
    key: key ?? '',
    async call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const bytes = body instanceof Uint8Array;
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(key ? { authorization: `Bearer ${key}` } : {}),
          ...always,
          ...(body === undefined ? {} : { 'content-type': bytes ? 'application/pdf' : 'application/json' }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: bytes ? new Uint8Array(body) : typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const type = response.headers.get('content-type') ?? '';
      const answer = type.includes('json') ? await response.json() : Buffer.from(await response.arrayBuffer());
      if (type.startsWith('application/problem+json')) {
        const { code, errors = [] } = answer as Problem;
        for (const each of [code, ...errors.map((item) => item.code)]) problems.add(each);
      }
      return { status: response.status, headers: response.headers, body: answer as T };
    },
    get: async <T>(path: string) => expectOk(await client.call<T>('GET', path)),
    post: async <T>(path: string, body: unknown = {}) =>
      expectOk(await client.call<T>('POST', path, body, { 'idempotency-key': randomUUID() })),
  };
  return client;
}

function expectOk<T>({ status, body }: Answer<T>): T {
  if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
}
