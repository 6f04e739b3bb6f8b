import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder, toolEnvironment } from '../toolbox.ts';
import type { Command, Part, Place } from './part.ts';
import { masterKeyFile } from './secrets.ts';

/**
 * How many megabytes of objects a process may hold, by setting: with gigabytes at hand Node lets garbage stand, and the process grows although
 * it keeps nothing. An API at rest holds about 95 MB, a worker 150; bytes of documents, threads and child processes come on top.
 */
const heapSettings = { api: ['API_HEAP_MB', 256], worker: ['WORKER_HEAP_MB', 512] } as const;

/** Who sends waits for an answer, what is accepted has hours: where the processor is short, production steps back behind the API. */
const STEPS_BACK = 10;

/** The simulated print room and post office. */
export const simulator: Part = {
  name: 'simulator',
  ports: { simulatorIpp: 6310, simulatorHttp: 8090 },
  stopSignal: 'SIGTERM',
  patience: { start: 120, stop: 15 },
  command: (place) =>
    ours(place, 'simulator', {
      SIMULATOR_DIR: folderIn(place, 'simulator'),
      SIMULATOR_IPP_PORT: String(place.port('simulatorIpp')),
      SIMULATOR_HTTP_PORT: String(place.port('simulatorHttp')),
    }),
  isReady: (place) => answers(`http://127.0.0.1:${place.port('simulatorHttp')}/healthz`),
  offers: (place) => ({
    SIMULATOR_DIR: join(place.folder, 'simulator'),
    SIMULATOR_URL: `http://127.0.0.1:${place.port('simulatorHttp')}`,
    SIMULATOR_PRINTER_URI: `ipp://127.0.0.1:${place.port('simulatorIpp')}/ipp/print`,
  }),
};

export const api: Part = {
  name: 'api',
  ports: { api: 8080 },
  stopSignal: 'SIGTERM',
  patience: { start: 120, stop: 20 },
  command: (place) =>
    ours(place, 'api', {
      DATABASE_URL: place.environment.API_DATABASE_URL ?? '',
      API_HOST: '127.0.0.1',
      API_PORT: String(place.port('api')),
    }),
  isReady: (place) => answers(`http://127.0.0.1:${place.port('api')}/readyz`),
  offers: (place) => ({ API_URL: `http://127.0.0.1:${place.port('api')}` }),
};

/** Workers and relay. They serve no HTTP but the health page the launcher asks. */
export const worker: Part = {
  name: 'worker',
  ports: { workerHealth: 8091 },
  stopSignal: 'SIGTERM',
  patience: { start: 120, stop: 30 },
  command: (place) => ({
    ...ours(place, 'worker', {
      DATABASE_URL: place.environment.WORKER_DATABASE_URL ?? '',
      WORK_DIR: folderIn(place, 'work'),
      WORKER_HEALTH_PORT: String(place.port('workerHealth')),
    }),
    niceness: STEPS_BACK,
  }),
  isReady: (place) => answers(`http://127.0.0.1:${place.port('workerHealth')}/readyz`),
  offers: () => ({}),
};

/** What API and worker both need: the folder of the blobs and the key that wraps the accounts' keys. */
export function storageSettings(folder: string): Record<string, string> {
  return { BLOB_DIR: join(folder, 'blobs'), MASTER_KEY_FILE: masterKeyFile(folder) };
}

function ours(place: Place, name: string, env: Record<string, string>): Command {
  const settings: Record<string, string> = { ...toolEnvironment(), ...place.environment, ...env, NO_COLOR: '1' };
  return {
    file: process.execPath,
    args: ['--enable-source-maps', ...heapOf(name, place), join(rootFolder, 'dist/apps', name, 'main.js')],
    env: settings,
  };
}

function heapOf(name: string, { environment }: Place): string[] {
  if (name !== 'api' && name !== 'worker') return [];
  const [setting, usual] = heapSettings[name];
  const given = environment[setting] ?? process.env[setting] ?? String(usual);
  if (!/^[1-9]\d{2,5}$/.test(given))
    throw new Error(`${setting} is a number of megabytes from 100 on, for example ${usual}.`);
  return [`--max-old-space-size=${given}`];
}

function folderIn(place: Place, name: string): string {
  const folder = join(place.folder, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
