import { setTimeout as delay } from 'node:timers/promises';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { queues } from '#contracts/processes';
import { failureEdge } from '../../activities/failures.ts';
import type { ActivityQueue } from './activities.ts';
import type { WorkflowBundle } from './workflow-bundle.ts';

/**
 * Activities at once, a queue: database connections, browser pages, machines and sockets are not endless. Two more than pages compose:
 * letters share the pages anyhow, and a lot's print file or a slip, which need none, must not wait behind a hundred letters.
 */
const atOnce = (composers: number): Record<ActivityQueue, number> => ({
  records: 8,
  compose: composers + 2,
  machines: 4,
  post: 8,
});

/** Time that running activities get to end when the process is told to; longer ones are resumed by another attempt. */
const GRACE = '15s';
const FORCE = '22s';

export interface ServedQueues {
  namespace: string;
  composers: number;
  activities: Partial<Record<ActivityQueue, object>>;
  /** The workflows run where the records are: they call those most. */
  bundle: WorkflowBundle;
}

/** The Temporal workers of this process, one a queue. */
export class MailWorkers {
  private constructor(
    private readonly connection: NativeConnection,
    private readonly workers: readonly Worker[],
    private readonly runs: readonly Promise<void>[],
  ) {}

  /** Connects, however long the server needs to come up, and begins to poll. */
  static async start(address: string, served: ServedQueues): Promise<MailWorkers> {
    const connection = await connect(address);
    const names = Object.keys(served.activities) as ActivityQueue[];
    const workers = await Promise.all(names.map((name) => Worker.create({ connection, ...optionsOf(name, served) })));
    return new MailWorkers(
      connection,
      workers,
      workers.map((worker) => worker.run()),
    );
  }

  /** Ends when every worker has ended; fails when one fails. */
  ended(): Promise<unknown> {
    return Promise.all(this.runs);
  }

  /** Takes no new work, lets what runs end within its grace, hands the rest back. */
  async drain(): Promise<void> {
    for (const worker of this.workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await Promise.allSettled(this.runs);
    await this.connection.close();
  }
}

function optionsOf(name: ActivityQueue, { namespace, composers, activities, bundle }: ServedQueues): WorkerOptions {
  return {
    namespace,
    taskQueue: queues[name].taskQueue,
    activities: activities[name] ?? {},
    ...(name === 'records' && { workflowBundle: { code: bundle.code } }),
    interceptors: { activity: [failureEdge] },
    maxConcurrentActivityTaskExecutions: atOnce(composers)[name],
    shutdownGraceTime: GRACE,
    shutdownForceTime: FORCE,
  };
}

async function connect(address: string): Promise<NativeConnection> {
  for (;;) {
    try {
      return await NativeConnection.connect({ address });
    } catch {
      await delay(1000); // not there yet; the process is not ready until it is
    }
  }
}
