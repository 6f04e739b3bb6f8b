import { readFileSync } from 'node:fs';

/** Less of a processor than this, by the clock, and the machine had other things to do. */
const fairShare = 0.25;
/** The kernel counts processor time in ticks of a hundredth of a second (Linux, USER_HZ). */
const ticksPerSecond = 100;

/** The processor time that the children of one piece of work take together. */
export class ProcessorMeter {
  readonly #began = performance.now();
  readonly #seconds = new Map<number, number>();

  /** @param most seconds that all children together may take */
  constructor(readonly most = Infinity) {}

  /** Reads what a child has taken so far; called now and then while it runs, for afterwards nobody knows. */
  look(pid: number): void {
    const seconds = processorSeconds(pid);
    if (seconds !== undefined) this.#seconds.set(pid, seconds);
  }

  get isUsedUp(): boolean {
    return this.#taken > this.most;
  }

  /** Whether the work had less than its fair share of a processor since it began: that it is not done then says nothing of it. */
  get isStarved(): boolean {
    return this.#taken < ((performance.now() - this.#began) / 1000) * fairShare;
  }

  get #taken(): number {
    return [...this.#seconds.values()].reduce((sum, seconds) => sum + seconds, 0);
  }
}

/** Of a running process (proc(5): utime and stime are the fields 14 and 15, the name before them may hold anything but `) `). */
function processorSeconds(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return undefined; // it ended this very moment
  }
}
