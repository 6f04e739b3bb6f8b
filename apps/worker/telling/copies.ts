import { once } from 'node:events';
import { Queue, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';

/** The copy of a message in Redis: its name, and which attempt it asks for. */
export interface Copy {
  messageId: string;
  /** Attempts made before this one: a copy of an attempt that was made already finds nothing to do. */
  made: number;
}

/** Messages to subscribers that fail have a lane of their own: however long each keeps its sender waiting, it never slows the others. */
export const lanes = { usual: 'tell', failing: 'tell-failing' } as const;
export type Lane = keyof typeof lanes;

/** Messages sent at the same time by one process. */
const AT_ONCE: Record<Lane, number> = { usual: 200, failing: 50 };
/** Whoever stops waits so long for messages that are under way. */
const STOP_WITHIN_MS = 8_000;

/** A Redis that is just coming is waited for so long. */
const CONNECT_WITHIN_MS = 2_000;

export interface CopiesOptions {
  url: string;
  /** Begins every key: several Pli may share one Redis. */
  prefix: string;
  send(copy: Copy): Promise<void>;
  /** Hears of what Redis says, and of copies that could not be worked off. */
  onError(error: unknown): void;
}

/**
 * Copies of the messages that are due, handed out to workers by BullMQ. The database holds the messages: what is lost here is put back from
 * there, and what is handed out twice is sent once.
 */
export class Copies {
  private readonly redis: Redis;
  private readonly queues = new Map<Lane, Queue<Copy>>();
  private readonly workers: Worker<Copy>[];
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly options: CopiesOptions) {
    const { url } = options;
    // A Redis that is away is not waited for: the next round tries again.
    this.redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 5_000 });
    this.redis.on('error', () => undefined);
    this.workers = (['usual', 'failing'] as const).map((lane) => this.workerOf(lane));
  }

  /** Opened when it is first needed and Redis is there: one opened while it is away would never be ready. @throws when Redis is away */
  private queueOf(lane: Lane): Queue<Copy> {
    const open = this.queues.get(lane);
    if (open !== undefined) return open;
    if (this.redis.status !== 'ready') throw new Error('Redis is away');
    const queue = new Queue<Copy>(lanes[lane], {
      connection: this.redis,
      prefix: this.options.prefix,
      defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
    });
    queue.on('error', () => undefined);
    this.queues.set(lane, queue);
    return queue;
  }

  private workerOf(lane: Lane): Worker<Copy> {
    const { url, prefix, send, onError } = this.options;
    const worker = new Worker<Copy>(lanes[lane], (job: Job<Copy>) => this.track(send(job.data)), {
      connection: { url, maxRetriesPerRequest: null },
      prefix,
      concurrency: AT_ONCE[lane],
      lockDuration: 60_000,
    });
    // Redis emptied while a copy is worked off, or away: the message itself is safe in the database.
    worker.on('error', () => undefined);
    worker.on('failed', (_job, error) => onError(error));
    return worker;
  }

  private async track(work: Promise<void>): Promise<void> {
    const settled = work.catch(() => undefined);
    this.underWay.add(settled);
    try {
      await work;
    } finally {
      this.underWay.delete(settled);
    }
  }

  /** Whether Redis still holds what it was given: false once after it was emptied or restarted. @throws when it is away */
  async areWhole(): Promise<boolean> {
    if (this.redis.status !== 'ready')
      await once(this.redis, 'ready', { signal: AbortSignal.timeout(CONNECT_WITHIN_MS) });
    return (await this.redis.exists(this.mark)) === 1;
  }

  /** Marks the copies as whole: call it when everything lost has been forgotten. */
  async markWhole(): Promise<void> {
    await this.redis.set(this.mark, '1');
  }

  private get mark(): string {
    return `${this.options.prefix}:tell:whole`;
  }

  /** Hands out copies. One of the same message that still waits or is worked off is not doubled. @throws when Redis is away */
  async add(lane: Lane, copies: readonly Copy[]): Promise<void> {
    if (copies.length === 0) return;
    await this.queueOf(lane).addBulk(
      copies.map((copy) => ({ name: 'send', data: copy, opts: { jobId: copy.messageId } })),
    );
  }

  /** Takes no more copies, waits some seconds for those under way, and leaves; a Redis that is away keeps nobody here. */
  async close(): Promise<void> {
    const away = this.redis.status !== 'ready';
    await within(STOP_WITHIN_MS, Promise.all(this.workers.map((worker) => worker.close(away))));
    await within(STOP_WITHIN_MS, Promise.all(this.underWay));
    // Whatever still hangs on a Redis that went away meanwhile is let go.
    await within(1_000, Promise.all(this.workers.map((worker) => worker.disconnect())));
    await within(1_000, Promise.all([...this.queues.values()].map((queue) => queue.close())));
    this.redis.disconnect();
  }
}

/** Waits for work to end, well or badly, but no longer than that. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work.catch(() => undefined), late]);
  clearTimeout(timer);
}
