import { mkdirSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { localFolder } from '../toolbox.ts';
import { isAlive, notedProcess, startedAt } from './processes.ts';
import { outsideFolder } from './postgres-home.ts';

const instances = join(localFolder, 'instances');

/** The folder of an instance: data, logs, ports, secrets. Throw-away instances have one per process. */
export function instanceFolder(name: string, throwAway: boolean): string {
  return join(instances, throwAway ? `${name}-${process.pid}` : name);
}

/** Takes the instance for this process; refuses when another process runs it. */
export function takeFolder(folder: string, name: string): void {
  mkdirSync(join(folder, 'run'), { recursive: true });
  const file = join(folder, 'run/launcher.pid');
  const holder = notedProcess(file);
  if (holder !== undefined && holder.pid !== process.pid && isAlive(holder)) {
    throw new Error(
      `The instance "${name}" is already running (process ${holder.pid}). Stop it with Ctrl-C where it was started, or \`kill ${holder.pid}\`.`,
    );
  }
  writeFileSync(file, JSON.stringify({ pid: process.pid, since: startedAt(process.pid) }));
}

export function leaveFolder(folder: string, throwAway: boolean): void {
  rmSync(join(folder, 'run/launcher.pid'), { force: true });
  rmSync(join(folder, 'running.json'), { force: true });
  if (throwAway) removeFolder(folder);
}

/** Removes what throw-away instances of that name left behind when their launcher was killed. */
export function sweepThrowAways(name: string): void {
  if (!existsSync(instances)) return;
  for (const entry of readdirSync(instances)) {
    if (!new RegExp(`^${name}-\\d+$`).test(entry)) continue;
    const holder = notedProcess(join(instances, entry, 'run/launcher.pid'));
    if (holder !== undefined && !isAlive(holder)) removeFolder(join(instances, entry));
  }
}

/** Facts of a running instance for commands in other processes (verify, key): its environment, while it runs. */
export function publishEnvironment(folder: string, environment: Record<string, string>): void {
  mkdirSync(dirname(folder), { recursive: true });
  writeFileSync(join(folder, 'running.json'), JSON.stringify(environment, null, 2) + '\n', { mode: 0o600 });
}

/** The environment of an instance that runs now. Throws when it does not run. */
export function runningEnvironment(name = 'main'): Record<string, string> {
  const folder = instanceFolder(name, false);
  const holder = notedProcess(join(folder, 'run/launcher.pid'));
  if (holder === undefined || !isAlive(holder) || !existsSync(join(folder, 'running.json'))) {
    throw new Error(`The instance "${name}" is not running. Start it with \`npm start\` and try again.`);
  }
  return JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as Record<string, string>;
}

function removeFolder(folder: string): void {
  rmSync(outsideFolder(folder), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
