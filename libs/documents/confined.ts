import { spawn } from 'node:child_process';
import { MailError } from '#domain/mail-error';
import { ProcessorMeter } from './processor-meter.ts';

/** What a child process may take. A 2 kB file can unpack to 1 GiB and stall a PDF tool, so each limit is needed alone. */
export type Limits = {
  /** Seconds of processor time; by the clock four times as long, for a busy machine. */
  readonly seconds: number;
  readonly memoryMb: number;
  readonly outputMb: number;
  /** The instant, by `performance.now()`, at which it is stopped whatever it has used: children of one piece of work share one. */
  readonly until?: number;
  /** What children of one piece of work may take together; each alone when left out. */
  readonly meter?: ProcessorMeter;
};

export type Ended = {
  /**
   * How it ended: by itself (`exit`, whatever its code), or stopped by one of the limits. `busy`: the clock ran out before it had a fair share of
   * a processor, which says nothing of the bytes.
   */
  readonly by: 'exit' | 'time' | 'memory' | 'output' | 'busy';
  readonly code: number;
  readonly stderr: string;
};

/** Between two looks at what a child has taken of the processor. */
const METER_MS = 200;

/**
 * Runs a program on untrusted bytes: no shell sees the arguments, no secret is in its environment, and address space,
 * processor time, wall time, file size and standard output are limited. `onOutput` gets standard output as it comes.
 * Throws only when the program cannot be started at all.
 */
export function runConfined(
  program: string,
  args: readonly string[],
  limits: Limits,
  onOutput: (chunk: Buffer) => void = () => undefined,
): Promise<Ended> {
  const left = (limits.until ?? Infinity) - performance.now();
  const meter = limits.meter ?? new ProcessorMeter();
  if (left <= 0) return Promise.resolve({ by: meter.isStarved ? 'busy' : 'time', code: -1, stderr: '' });
  const kilobytes = String(limits.memoryMb * 1024);
  const blocks = String(limits.outputMb * 2048); // of 512 bytes
  // The script is fixed; what varies comes as its arguments.
  const script = 'ulimit -v "$1" && ulimit -t "$2" && ulimit -f "$3" && shift 3 && exec "$@"';
  const child = spawn('/bin/sh', ['-c', script, 'sh', kilobytes, String(limits.seconds), blocks, program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LANG: 'C.UTF-8' },
  });
  return new Promise((resolve, reject) => {
    let stopped: 'time' | 'output' | 'busy' | undefined;
    let stderr = '';
    let sent = 0;
    const stop = (why: 'time' | 'output' | 'busy') => {
      stopped ??= why;
      child.kill('SIGKILL');
    };
    const look = () => child.pid !== undefined && meter.look(child.pid);
    const meterReading = setInterval(() => {
      look();
      if (meter.isUsedUp) stop('time');
    }, METER_MS);
    const timer = setTimeout(
      () => {
        look();
        stop(meter.isStarved ? 'busy' : 'time');
      },
      Math.min(limits.seconds * 4000, left),
    );
    const stopTimers = () => {
      clearTimeout(timer);
      clearInterval(meterReading);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      sent += chunk.length;
      if (sent > limits.outputMb * 1024 * 1024) return stop('output');
      if (stopped === undefined) onOutput(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < 16_384) stderr += chunk.toString('utf8');
    });
    child.on('error', (cause) => {
      stopTimers();
      reject(cause);
    });
    child.on('close', (code, signal) => {
      stopTimers();
      if (stopped !== undefined) resolve({ by: stopped, code: -1, stderr });
      else if (signal === 'SIGXCPU' || signal === 'SIGKILL') resolve({ by: 'time', code: -1, stderr });
      else if (signal === 'SIGXFSZ') resolve({ by: 'output', code: -1, stderr });
      // Out of memory shows as an abort, or as a tool's own message about bad_alloc.
      else if (signal !== null || /bad_alloc|out of memory|cannot allocate/i.test(stderr))
        resolve({ by: 'memory', code: -1, stderr });
      else resolve({ by: 'exit', code: code ?? -1, stderr });
    });
  });
}

/** What is told of work that ended by `busy`: `machine_busy`, later. */
export const machineBusy = (): MailError =>
  new MailError(
    'machine_busy',
    'The machine has too much to do to read this document now; nothing is known against it. Send it again in a minute.',
    'later',
  );
