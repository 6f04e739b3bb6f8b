import { setTimeout as delay } from 'node:timers/promises';
import type { Instance } from './instance.ts';
import type { PartName } from './part.ts';

/** More deaths of one part than this within the span, and something is wrong that starting again does not mend. */
const limit = { deaths: 5, seconds: 120 };

/** Starts parts again that ended unasked, as a service manager would. */
export class Revival {
  readonly #deaths = new Map<PartName, number[]>();

  constructor(private readonly tell: (text: string) => void) {}

  /** Throws when the part ends too often, naming its log. */
  async revive(instance: Instance, part: PartName): Promise<void> {
    const now = Date.now();
    const recent = [...(this.#deaths.get(part) ?? []), now].filter((at) => now - at < limit.seconds * 1000);
    this.#deaths.set(part, recent);
    const log = instance.logFile(part);
    if (recent.length > limit.deaths)
      throw new Error(`${part} ended ${recent.length} times in ${limit.seconds} s. Its log: ${log}`);
    this.tell(`${part} ended unasked; starting it again. Its log: ${log}`);
    await delay(1000);
    await instance.restart(part);
  }
}
