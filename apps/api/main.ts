import 'reflect-metadata';
import { Redis } from 'ioredis';
import { openDatabase } from '#database/data-source';
import { toolsFromEnv } from '#documents/tools';
import { openBlobs } from '#storage/blobs';
import { localBlobs } from '#storage/local-blobs';
import { masterKeyOfFile } from '#storage/master-key';
import { startApi } from './application.ts';
import { openApiDocument } from './docs/openapi-document.ts';
import { openDoor } from './http/door.ts';
import { jsonLog } from './http/log.ts';
import { readSettings } from './settings.ts';

const settings = readSettings(process.env);
const log = jsonLog();
const database = await openDatabase(settings.DATABASE_URL, settings.API_CONNECTIONS);
const door = openDoor(settings.DATABASE_URL);
const masterKey = await masterKeyOfFile(settings.MASTER_KEY_FILE);
const blobs = openBlobs(localBlobs(settings.BLOB_DIR), masterKey);
const valkey = settings.VALKEY_URL === undefined ? undefined : connectValkey(settings.VALKEY_URL);
openApiDocument(); // before anybody asks
const api = await startApi({
  settings,
  database,
  door,
  valkey,
  blobs,
  masterKey,
  tools: toolsFromEnv(),
  clock: () => new Date(),
  log,
});
log.info('listening', { url: api.url });

let stopping: Promise<void> | undefined;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void (stopping ??= stop(signal)));

async function stop(signal: string): Promise<void> {
  log.info('stopping', { signal });
  await api.stop();
  valkey?.disconnect();
  await door.close();
  await database.destroy();
  log.info('stopped');
}

/** The admission limit waits for nobody: a Valkey that is slow or away is passed by. */
function connectValkey(url: string): Redis {
  const client = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 100,
    connectTimeout: 1000,
  });
  client.on('error', () => undefined);
  return client;
}
