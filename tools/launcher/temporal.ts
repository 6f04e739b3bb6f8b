import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { tool } from '../toolbox.ts';
import type { Part, Place } from './part.ts';

const run = promisify(execFile);

/** The namespace of every instance, and how long it keeps closed histories (the dev server's own default is 24 hours). */
export const namespace = 'pli';
const retention = '90d';

/** What the Temporal UI can search and sort by. Never a name or an address: search attributes are stored in clear. */
export const searchAttributes = {
  PliSubject: 'Keyword',
  PliSite: 'Keyword',
  PliState: 'Keyword',
  PliMode: 'Keyword',
  PliDueAt: 'Datetime',
  PliNeedsOperator: 'Bool',
} as const;

/** For what may be lost with the machine. */
const hasty: [string, string][] = [
  ['--sqlite-pragma', 'journal_mode=MEMORY'],
  ['--sqlite-pragma', 'synchronous=OFF'],
];

/** Temporal's dev server with its web UI, on a file. */
export const temporal: Part = {
  name: 'temporal',
  ports: { temporal: 7240, temporalUi: 8240 },
  stopSignal: 'SIGTERM',
  patience: { start: 120, stop: 20 },
  command(place) {
    mkdirSync(join(place.folder, 'temporal'), { recursive: true });
    const options: [string, string][] = [
      ['--ip', '127.0.0.1'],
      ['--port', String(place.port('temporal'))],
      ['--ui-port', String(place.port('temporalUi'))],
      ['--db-filename', join(place.folder, 'temporal/temporal.db')],
      ['--namespace', namespace],
      ...Object.entries(searchAttributes).map(([name, type]): [string, string] => [
        '--search-attribute',
        `${name}=${type}`,
      ]),
      ['--dynamic-config-value', 'matching.enableFairness=true'],
      ['--dynamic-config-value', `frontend.WorkflowTimeSkippingEnabled=${place.timeSkipping}`],
      ...(place.durable ? [] : hasty),
      ['--log-level', 'warn'],
    ];
    return { file: tool('TEMPORAL_CLI'), args: ['server', 'start-dev', '--ui-disable-news-fetch', ...options.flat()] };
  },
  async isReady(place) {
    const listening = (await accepts(place.port('temporal'))) && (await accepts(place.port('temporalUi')));
    return listening && (await keepsHistories(place));
  },
  offers: (place) => ({
    TEMPORAL_ADDRESS: address(place),
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_UI_URL: `http://127.0.0.1:${place.port('temporalUi')}`,
  }),
};

const address = (place: Place) => `127.0.0.1:${place.port('temporal')}`;

async function keepsHistories(place: Place): Promise<boolean> {
  const args = [
    'operator',
    'namespace',
    'update',
    '-n',
    namespace,
    '--retention',
    retention,
    '--address',
    address(place),
  ];
  try {
    await run(tool('TEMPORAL_CLI'), args, { timeout: 10_000 });
    return true;
  } catch {
    return false; // the frontend listens before the namespace is there
  }
}

/** Makes the namespace and its search attributes on a Temporal server that was given by address, where they are missing. */
export async function setUpNamespace(server: string, name: string): Promise<void> {
  const operator = async (...args: string[]) =>
    (await run(tool('TEMPORAL_CLI'), ['operator', ...args, '--address', server, '-n', name], { timeout: 30_000 }))
      .stdout;
  const known = await operator('namespace', 'describe').catch((error: unknown) => {
    if (/not found/i.test(String(error))) return undefined;
    throw new Error(`Temporal at ${server} does not answer. Is TEMPORAL_ADDRESS right?`, { cause: error });
  });
  if (known === undefined) await operator('namespace', 'create', '--retention', retention);
  const listed = await inTime(30, () => operator('search-attribute', 'list')); // a new namespace is known everywhere only after a while
  for (const [attribute, type] of Object.entries(searchAttributes)) {
    if (!listed.includes(attribute)) await operator('search-attribute', 'create', '--name', attribute, '--type', type);
  }
}

async function inTime<T>(seconds: number, ask: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + seconds * 1000; ; await delay(250)) {
    const answer = await ask().catch((error: unknown) => {
      if (Date.now() > deadline) throw error;
      return undefined;
    });
    if (answer !== undefined) return answer;
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => answer(true));
    const answer = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('error', () => answer(false));
  });
}
