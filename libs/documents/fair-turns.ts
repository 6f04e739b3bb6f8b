import { MailError } from '#domain/mail-error';

type Waiting = { readonly go: () => void };

/**
 * Lets `atOnce` pieces of work run; the others wait, and whoever waits with many waits behind those who wait with few: turns go round by
 * name. Who has `mostWaiting` waiting already is told to come back, so that a flood of one holds up nobody else.
 */
export class FairTurns {
  #running = 0;
  readonly #waiting = new Map<string, Waiting[]>();

  constructor(
    readonly atOnce: number,
    readonly mostWaiting: number,
  ) {}

  /**
   * @param gone aborts when nobody wants the outcome any more: whoever waits still gives its place up
   * @throws MailError `too_many_requests` (later)
   */
  async take<T>(name: string, work: () => Promise<T>, gone?: AbortSignal): Promise<T> {
    if (gone?.aborted) throw hasGone();
    if (this.#running < this.atOnce) this.#running++;
    else await this.#turnOf(name, gone);
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  #turnOf(name: string, gone?: AbortSignal): Promise<void> {
    const queue = this.#waiting.get(name) ?? [];
    if (queue.length >= this.mostWaiting)
      throw new MailError(
        'too_many_requests',
        `${queue.length} requests of this account wait for this work already. Send them one after the other.`,
        'later',
      );
    this.#waiting.set(name, queue);
    return new Promise((go, refuse) => {
      const leave = () => {
        queue.splice(queue.indexOf(waiting), 1);
        if (queue.length === 0) this.#waiting.delete(name);
        refuse(hasGone());
      };
      const waiting: Waiting = {
        go: () => {
          gone?.removeEventListener('abort', leave);
          go();
        },
      };
      gone?.addEventListener('abort', leave, { once: true });
      queue.push(waiting);
    });
  }

  #next(): void {
    const [first] = this.#waiting;
    if (first === undefined) return void this.#running--;
    const [name, queue] = first;
    const next = queue.shift();
    // To the end of the round, or out of it.
    this.#waiting.delete(name);
    if (queue.length > 0) this.#waiting.set(name, queue);
    next?.go();
  }
}

/** Heard by nobody but the log. */
const hasGone = () => new MailError('too_many_requests', 'The caller left before its turn came.', 'later');
