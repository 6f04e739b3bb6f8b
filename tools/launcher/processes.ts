import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from './part.ts';

/** util-linux's setpriv lets the kernel end a part when its launcher dies, and changes the user without a process between. */
const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(existsSync);

export interface Running {
  readonly pid: number;
  readonly exited: Promise<void>;
  hasExited(): boolean;
}

/**
 * Starts a program in a session of its own (the terminal's Ctrl-C reaches only the launcher, which stops the parts in
 * order). Its output is appended to `logFile`; its process id is kept in `pidFile` for the next launcher.
 */
export async function startProcess(
  command: Command,
  stopSignal: 'SIGINT' | 'SIGTERM',
  logFile: string,
  pidFile: string,
): Promise<Running> {
  mkdirSync(dirname(logFile), { recursive: true });
  mkdirSync(dirname(pidFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const { file, args } = underSetpriv(niced(command), stopSignal);
  const child = spawn(file, args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...command.env },
    cwd: dirname(pidFile),
  });
  closeSync(log);
  const exited = exitOf(child, pidFile);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) =>
      reject(new Error(`${command.file} could not be started: ${cause.message}`, { cause })),
    );
  });
  const pid = child.pid as number;
  writeFileSync(pidFile, JSON.stringify({ pid, since: startedAt(pid) }));
  return { pid, exited, hasExited: () => child.exitCode !== null || child.signalCode !== null };
}

/** The program takes the place of `nice`: all its threads step back, and the process id is still ours. */
function niced({ niceness, ...command }: Command): Command {
  if (niceness === undefined) return command;
  return { ...command, file: 'nice', args: ['-n', String(niceness), command.file, ...command.args] };
}

function underSetpriv({ file, args, user }: Command, stopSignal: string): { file: string; args: string[] } {
  if (setpriv === undefined) {
    if (user !== undefined) throw new Error(`setpriv (Debian package util-linux) is needed to run ${file} as ${user}.`);
    return { file, args: [...args] };
  }
  const asUser = user === undefined ? [] : [`--reuid=${user}`, `--regid=${user}`, '--init-groups'];
  return { file: setpriv, args: [...asUser, `--pdeathsig=${stopSignal.slice(3)}`, '--', file, ...args] };
}

function exitOf(child: ChildProcess, pidFile: string): Promise<void> {
  return new Promise((resolve) => {
    const ended = () => {
      // What the part itself started (a browser) must not outlive it.
      if (child.pid !== undefined) signal(-child.pid, 'SIGKILL');
      rmSync(pidFile, { force: true });
      resolve();
    };
    child.once('exit', ended);
    child.once('error', ended);
  });
}

/** Asks a process to end and waits; SIGKILL after `seconds`. */
export async function stopProcess(running: Running, stopSignal: NodeJS.Signals, seconds: number): Promise<void> {
  if (running.hasExited()) return;
  signal(running.pid, stopSignal);
  const ended = await Promise.race([running.exited.then(() => true), delay(seconds * 1000, false, { ref: false })]);
  if (!ended) signal(running.pid, 'SIGKILL');
  await running.exited;
}

/** Ends what a launcher that was killed left running: only if the process is still the very one that was noted. */
export async function endLeftover(pidFile: string, stopSignal: NodeJS.Signals, seconds: number): Promise<void> {
  const noted = notedProcess(pidFile);
  if (noted !== undefined && isAlive(noted)) {
    signal(noted.pid, stopSignal);
    for (let waited = 0; isAlive(noted); waited += 0.1) {
      if (waited > seconds) signal(-noted.pid, 'SIGKILL');
      await delay(100);
    }
  }
  rmSync(pidFile, { force: true });
}

interface Noted {
  readonly pid: number;
  /** Start time in clock ticks since boot: process ids are used again, this pair is not. */
  readonly since: string | undefined;
}

export function notedProcess(pidFile: string): Noted | undefined {
  return existsSync(pidFile) ? (JSON.parse(readFileSync(pidFile, 'utf8')) as Noted) : undefined;
}

export function isAlive({ pid, since }: Noted): boolean {
  return since !== undefined && startedAt(pid) === since;
}

/** Field 22 of /proc/<pid>/stat; undefined when there is no such process or it only waits to be buried. */
export function startedAt(pid: number): string | undefined {
  const file = join('/proc', String(pid), 'stat');
  if (!existsSync(file)) return undefined;
  const stat = readFileSync(file, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // field 3 is the first after the name
  return fields[0] === 'Z' ? undefined : fields[19];
}

/** The last lines a part wrote since `offset`, for an error text. */
export function logTail(logFile: string, offset: number, lines = 15): string {
  const text = readFileSync(logFile).subarray(offset).toString('utf8').trimEnd();
  return text
    .split('\n')
    .slice(-lines)
    .map((line) => `    ${line}`)
    .join('\n');
}

export function logSize(logFile: string): number {
  return existsSync(logFile) ? statSync(logFile).size : 0;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // gone already: as wished
  }
}
