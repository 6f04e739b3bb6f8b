import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { rootFolder, toolEnvironment } from '../toolbox.ts';
import { givenParts } from './given.ts';
import { instanceFolder, leaveFolder, publishEnvironment, sweepThrowAways, takeFolder } from './instance-folder.ts';
import type { Part, PartName, Place } from './part.ts';
import { portsOf } from './ports-of-instance.ts';
import { postgres } from './postgres.ts';
import { api, simulator, storageSettings, worker } from './programs.ts';
import { RunningPart } from './running-part.ts';
import { instanceSecrets } from './secrets.ts';
import { setUpNamespace, temporal } from './temporal.ts';
import { valkey } from './valkey.ts';

/** Parts of one line start together, after those of the line before. */
const order: readonly (readonly Part[])[] = [[postgres, valkey, temporal], [simulator], [api, worker]];

export interface InstanceOptions {
  /** `main` is the one of `npm start`; others run beside it with data of their own. */
  readonly name: string;
  readonly parts: readonly PartName[];
  /** Data and logs are removed when it stops; several of one name may run at once. Default false. */
  readonly throwAway?: boolean;
  /** Default true; false only for tests: PostgreSQL then need not survive a crash of the machine. */
  readonly durable?: boolean;
  /** Default false; true only for tests. */
  readonly timeSkipping?: boolean;
  /** Parts given by URL in the environment replace ours. Default: only in `main`. */
  readonly useGiven?: boolean;
  /** More environment for simulator, API and worker. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Told before each step, for people. */
  readonly onStep?: (text: string) => void;
  /** Told when a part ends that nobody stopped or killed. */
  readonly onDeath?: (part: PartName) => void;
}

/** A running instance: its addresses, and handles on its parts. */
export interface Instance {
  readonly name: string;
  readonly folder: string;
  /** Addresses and settings, as environment variables: what API, worker and the commands read. */
  readonly environment: Readonly<Record<string, string>>;
  readonly parts: readonly PartName[];
  pid(part: PartName): number | undefined;
  logFile(part: PartName): string;
  /** SIGKILL, as a fault would. */
  kill(part: PartName): Promise<void>;
  /** Starts a part again (after `kill`, or after stopping it in order), with the same addresses; waits until it is ready. */
  restart(part: PartName): Promise<void>;
  /** Stops all parts, the last started first. `keep` leaves a throw-away instance's folder for a look. */
  stop(options?: { keep?: boolean }): Promise<void>;
}

/** Starts the parts asked for and waits until each is ready; when one fails, stops the others and throws. */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const { name, throwAway = false, durable = true, timeSkipping = false } = options;
  if (throwAway) sweepThrowAways(name);
  const folder = instanceFolder(name, throwAway);
  takeFolder(folder, name);

  const given = givenParts(options.useGiven ?? name === 'main');
  const ours = order.map((line) => line.filter((part) => options.parts.includes(part.name) && !given.has(part.name)));
  const ports = await portsOf(folder, ours.flat(), name === 'main', options.onStep);
  const secrets = instanceSecrets(folder);
  const environment: Record<string, string> = { ...storageSettings(folder), ...options.environment };
  for (const offers of given.values()) Object.assign(environment, offers({ secrets }));
  const place: Place = {
    instance: name,
    folder,
    secrets,
    environment,
    durable,
    timeSkipping,
    port: (port) => ports.get(port) as number,
    logFile: (part) => join(folder, 'logs', `${part}.log`),
  };

  const running = new Map<PartName, RunningPart>();
  const handle: Instance = {
    name,
    folder,
    environment,
    parts: ours.flat().map((part) => part.name),
    pid: (part) => running.get(part)?.pid,
    logFile: place.logFile,
    kill: async (part) => running.get(part)?.kill(),
    restart: async (part) => {
      await running.get(part)?.stop();
      await running.get(part)?.start();
    },
    stop: async ({ keep = false } = {}) => {
      for (const line of [...order].reverse()) await Promise.all(line.map((part) => running.get(part.name)?.stop()));
      leaveFolder(folder, throwAway && !keep);
    },
  };

  try {
    if (given.has('temporal'))
      await setUpNamespace(environment.TEMPORAL_ADDRESS ?? '', environment.TEMPORAL_NAMESPACE ?? '');
    for (const line of ours) {
      if (line.length === 0) continue;
      if (line.includes(api) || line.includes(worker)) migrate(place, options.onStep);
      options.onStep?.(`Starting ${line.map((part) => part.name).join(', ')}`);
      for (const part of line) Object.assign(environment, part.offers(place));
      const started = line.map(
        (part) => new RunningPart(part, place, ({ part: { name: dead } }) => options.onDeath?.(dead)),
      );
      for (const part of started) running.set(part.part.name, part);
      const results = await Promise.allSettled(started.map((part) => part.start()));
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    }
  } catch (error) {
    await handle.stop({ keep: true });
    throw error;
  }
  publishEnvironment(folder, environment);
  return handle;
}

/** Tables and login roles are made by a step of their own, which alone knows the owner's password. */
function migrate(place: Place, onStep: InstanceOptions['onStep']): void {
  onStep?.('Migrating the database');
  const program = join(rootFolder, 'dist/tools/migrate.js');
  if (!existsSync(program)) throw new Error(`${program} is missing. Run \`npm run build\`.`);
  const { api: PLI_API_PASSWORD, worker: PLI_WORKER_PASSWORD, checker: PLI_CHECKER_PASSWORD } = place.secrets;
  const env = {
    ...process.env,
    ...toolEnvironment(),
    ...place.environment,
    PLI_API_PASSWORD,
    PLI_WORKER_PASSWORD,
    PLI_CHECKER_PASSWORD,
  };
  const done = spawnSync(process.execPath, ['--enable-source-maps', program], { env, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`The database could not be migrated:\n${done.stdout}${done.stderr}`);
}
