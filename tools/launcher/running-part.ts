import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Part, Place } from './part.ts';
import { endLeftover, logSize, logTail, startProcess, stopProcess, type Running } from './processes.ts';

/** One part of a running instance. */
export class RunningPart {
  #process: Running | undefined;
  #wanted = false;

  constructor(
    readonly part: Part,
    private readonly place: Place,
    private readonly diedUnasked: (part: RunningPart) => void,
  ) {}

  get pid(): number | undefined {
    return this.#process?.hasExited() === false ? this.#process.pid : undefined;
  }

  /** Starts the part and waits until it is ready. Throws with the last lines of its log when it ends or is late. */
  async start(): Promise<void> {
    const { part, place } = this;
    await endLeftover(this.#pidFile, part.stopSignal, part.patience.stop);
    await part.prepare?.(place);
    this.#wanted = true;
    const deadline = Date.now() + part.patience.start * 1000;
    // After a SIGKILL a part may need a moment until its predecessor's ports and memory are free: it is started again.
    while (!(await this.#startsOnce(deadline))) await delay(500);
  }

  async #startsOnce(deadline: number): Promise<boolean> {
    const { part, place } = this;
    const logFile = place.logFile(part.name);
    const offset = logSize(logFile);
    const started = await startProcess(part.command(place), part.stopSignal, logFile, this.#pidFile);
    this.#process = started;
    const since = Date.now();
    while (!(await part.isReady(place))) {
      const late = Date.now() > deadline;
      if (started.hasExited() && !late && part.name === 'postgres' && Date.now() - since < 2000) return false;
      if (started.hasExited() || late || !this.#wanted) {
        this.#wanted = false;
        await stopProcess(started, 'SIGKILL', 0);
        const what = late ? `was not ready after ${part.patience.start} s` : 'ended while starting';
        throw new Error(`${part.name} ${what}. Its log ${logFile} ends with:\n${logTail(logFile, offset)}`);
      }
      await delay(50);
    }
    void started.exited.then(() => {
      if (this.#wanted && this.#process === started) this.diedUnasked(this);
    });
    return true;
  }

  /** Ends the part in order. */
  async stop(): Promise<void> {
    this.#wanted = false;
    if (this.#process) await stopProcess(this.#process, this.part.stopSignal, this.part.patience.stop);
  }

  /** SIGKILL, as a fault would; returns when the process is gone. */
  async kill(): Promise<void> {
    this.#wanted = false;
    if (this.#process) await stopProcess(this.#process, 'SIGKILL', 0);
  }

  get #pidFile(): string {
    return join(this.place.folder, 'run', `${this.part.name}.pid`);
  }
}
