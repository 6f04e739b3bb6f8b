import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { JournalRecord } from '#contracts/simulator-journal';

export interface Addresses {
  readonly ipp: string;
  readonly http: string;
  readonly inserter: string;
  readonly post: string;
  readonly journal: string;
}

const root = join(import.meta.dirname, '../../..');
const hooks = `import { register } from 'node:module'; register('./tools/source-hooks.mjs', 'file://${root}/');`;

/** The simulator as a process of its own, run from source, so that it can really be killed. */
export class SimulatorProcess {
  readonly #child: ChildProcess;
  readonly addresses: Addresses;

  private constructor(child: ChildProcess, addresses: Addresses) {
    this.#child = child;
    this.addresses = addresses;
  }

  /** Starts it and waits until it listens. */
  static async start(environment: Record<string, string>): Promise<SimulatorProcess> {
    const load = `data:text/javascript,${encodeURIComponent(hooks)}`;
    const child = spawn(process.execPath, ['--import', load, 'apps/simulator/main.ts'], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout }))
      return new SimulatorProcess(child, JSON.parse(line) as Addresses);
    throw new Error('The simulator ended before it listened.');
  }

  /** Waits for the first record at or after `from` that fits. */
  async seen(from: number, fits: (record: JournalRecord) => boolean): Promise<JournalRecord> {
    const leaving = new AbortController();
    const response = await fetch(`${this.addresses.http}/journal?from=${from}&follow`, { signal: leaving.signal });
    let text = '';
    try {
      for await (const bytes of response.body ?? []) {
        const lines = (text + Buffer.from(bytes as Uint8Array).toString('utf8')).split('\n');
        text = lines.pop() ?? '';
        const found = lines.map((line) => JSON.parse(line) as JournalRecord).find(fits);
        if (found) return found;
      }
    } finally {
      leaving.abort();
    }
    throw new Error('The journal ended before that was seen.');
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill(signal);
    await once(this.#child, 'exit');
  }
}
