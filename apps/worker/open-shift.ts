import { openDatabase } from '#database/data-source';
import { recordsOf } from '../../activities/records.ts';
import { activitiesOf, type ActivityQueue } from './activities.ts';
import { openHealth } from './health.ts';
import type { WorkerSettings } from './settings.ts';
import { Shift } from './shift.ts';
import { readWorkflowBundle } from './workflow-bundle.ts';
import { MailWorkers } from './workers.ts';

const queueNames = ['records', 'compose', 'machines', 'post'] as const satisfies readonly ActivityQueue[];

/** Opens what the settings ask of this process, in the order in which it depends on each other. */
export async function openShift(settings: WorkerSettings): Promise<Shift> {
  const clock = () => new Date();
  const bundle = await readWorkflowBundle();
  const database = await openDatabase(settings.DATABASE_URL, 16);
  const records = recordsOf(database, clock, bundle.sha256);
  const activities = activitiesOf({ settings, database, records });
  const served = queueNames.filter((name) => settings.WORKER_QUEUES.includes(name));
  const workers =
    served.length === 0
      ? undefined
      : await MailWorkers.start(settings.TEMPORAL_ADDRESS, {
          namespace: settings.TEMPORAL_NAMESPACE,
          composers: settings.COMPOSE_PAGES,
          activities: Object.fromEntries(served.map((name) => [name, activities[name]])),
          bundle,
        });
  const health = settings.WORKER_HEALTH_PORT === undefined ? undefined : await openHealth(settings.WORKER_HEALTH_PORT);
  return new Shift({ database, workers, rounds: [], closeLast: [], health });
}
