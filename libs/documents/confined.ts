import { spawn } from 'node:child_process';

/** What a child process may take. A 2 kB file can unpack to 1 GiB and stall a PDF tool, so each limit is needed alone. */
export type Limits = {
  /** Seconds of processor time; by the clock four times as long, for a busy machine. */
  readonly seconds: number;
  readonly memoryMb: number;
  readonly outputMb: number;
  /** The instant, by `performance.now()`, at which it is stopped whatever it has used: children of one piece of work share one. */
  readonly until?: number;
};

export type Ended = {
  /** How it ended: by itself (`exit`, whatever its code), or stopped by one of the limits. */
  readonly by: 'exit' | 'time' | 'memory' | 'output';
  readonly code: number;
  readonly stderr: string;
};

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
  if (left <= 0) return Promise.resolve({ by: 'time', code: -1, stderr: '' });
  const kilobytes = String(limits.memoryMb * 1024);
  const blocks = String(limits.outputMb * 2048); // of 512 bytes
  // The script is fixed; what varies comes as its arguments.
  const script = 'ulimit -v "$1" && ulimit -t "$2" && ulimit -f "$3" && shift 3 && exec "$@"';
  const child = spawn('/bin/sh', ['-c', script, 'sh', kilobytes, String(limits.seconds), blocks, program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LANG: 'C.UTF-8' },
  });
  return new Promise((resolve, reject) => {
    let stopped: 'time' | 'output' | undefined;
    let stderr = '';
    let sent = 0;
    const stop = (why: 'time' | 'output') => {
      stopped ??= why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop('time'), Math.min(limits.seconds * 4000, left));
    child.stdout.on('data', (chunk: Buffer) => {
      sent += chunk.length;
      if (sent > limits.outputMb * 1024 * 1024) return stop('output');
      if (stopped === undefined) onOutput(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < 16_384) stderr += chunk.toString('utf8');
    });
    child.on('error', (cause) => {
      clearTimeout(timer);
      reject(cause);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
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
