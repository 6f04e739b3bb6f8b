import { Client, Connection } from '@temporalio/client';
import { openDatabase } from '#database/data-source';
import { VirusScanProbe } from '#documents/clamd';
import { Composer } from '#documents/composer';
import type { DocumentTools } from '#documents/tools';
import { openBlobs } from '#storage/blobs';
import { localBlobs } from '#storage/local-blobs';
import { masterKeyOfFile } from '#storage/master-key';
import { asFailure } from '../../activities/failures.ts';
import { recordsOf } from '../../activities/records.ts';
import { activitiesOf, type ActivityQueue } from './activities.ts';
import { openHealth } from './health.ts';
import { Relay, RELAY_EVERY_MS } from './relay/relay.ts';
import { Schedules, SCHEDULES_EVERY_MS } from './relay/schedules.ts';
import { repeat } from './repeat.ts';
import type { WorkerSettings } from './settings.ts';
import { Shift, type Rounds } from './shift.ts';
import { SUM_UP_EVERY_MS, sumUpAllLetters } from './statistics/sum-up-letters.ts';
import { openTeller } from './telling/open-teller.ts';
import { readWorkflowBundle, type WorkflowBundle } from './workflow-bundle.ts';
import { watchMachines } from './watchers/machines.ts';
import { watchMachineStates } from './watchers/machine-states.ts';
import { watchCarriers } from './watchers/carriers.ts';
import { watch } from './watchers/rounds.ts';
import { watchTrackingFiles } from './watchers/tracking-files.ts';
import { conditionOf, floor } from './floor.ts';
import { post } from './post.ts';
import { MailWorkers } from './workers.ts';

const queueNames = ['records', 'compose', 'machines', 'post'] as const satisfies readonly ActivityQueue[];

/**
 * Opens what the settings ask of this process, in the order in which it depends on each other.
 * @param workflows the bundle to run; the one the build left when none is given
 */
export async function openShift(settings: WorkerSettings, workflows?: WorkflowBundle): Promise<Shift> {
  const clock = () => new Date();
  const bundle = workflows ?? (await readWorkflowBundle());
  const database = await openDatabase(settings.DATABASE_URL, 16);
  const records = recordsOf(database, clock, bundle.sha256);
  const masterKey = await masterKeyOfFile(settings.MASTER_KEY_FILE);
  const blobs = openBlobs(localBlobs(settings.BLOB_DIR), masterKey);
  const tools = toolsOf(settings);
  const composer = new Composer({ tools, pages: settings.COMPOSE_PAGES });
  const activities = activitiesOf({ settings, database, records, blobs, masterKey, composer, tools, clock });
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
  const temporal = Connection.lazy({ address: settings.TEMPORAL_ADDRESS });
  const rounds: Rounds[] = [];
  if (settings.WORKER_QUEUES.includes('relay')) {
    const client = new Client({ connection: temporal, namespace: settings.TEMPORAL_NAMESPACE });
    const relay = new Relay(database, client, clock);
    const schedules = new Schedules(database, client, new VirusScanProbe(scanOf(settings)));
    rounds.push(
      repeat({ name: 'The relay', round: () => relay.round(), everyMs: RELAY_EVERY_MS, report }),
      repeat({
        name: 'The keeping of schedules',
        round: () => schedules.ensure(clock()),
        everyMs: SCHEDULES_EVERY_MS,
        report,
      }),
      repeat({
        name: 'The summing up of statistics',
        round: () => sumUpAllLetters(database),
        everyMs: SUM_UP_EVERY_MS,
        report,
      }),
    );
  }
  if (settings.WORKER_QUEUES.includes('watch')) {
    const machines = (siteId: string) => watchMachines({ database, clock, ...floor }, siteId);
    const ledger = { database, clock, bundle: bundle.sha256 };
    const carriers = (siteId: string) => watchCarriers({ ...ledger, ...post }, siteId);
    rounds.push(
      watch({
        database,
        looks: [machines, carriers, watchTrackingFiles(ledger), watchMachineStates({ ...ledger, conditionOf })],
        everyMs: 500,
        onError: (error) => report('A machine was not understood.', error),
      }),
    );
  }
  if (settings.WORKER_QUEUES.includes('tell')) {
    const telling = await openTeller(settings, { clock, masterKey, report });
    if (telling === undefined) report('VALKEY_URL is not set: webhooks and mail notices wait.');
    else rounds.push(telling);
  }
  const health = settings.WORKER_HEALTH_PORT === undefined ? undefined : await openHealth(settings.WORKER_HEALTH_PORT);
  return new Shift({ database, workers, rounds, closeLast: [() => composer.close(), () => temporal.close()], health });
}

/** For the operator's log: what a history may tell, for a database's words may quote a value. */
const report = (text: string, error?: unknown): void =>
  console.error(text, error === undefined ? '' : asFailure(error));

const scanOf = ({ CLAMD_ADDRESS: address }: WorkerSettings) => (address === undefined ? undefined : { address });

function toolsOf(settings: WorkerSettings): DocumentTools {
  const { CHROMIUM, QPDF, PDFTOPPM, PDFTOTEXT, PDFINFO, PDFTOCAIRO, LIBERATION_FONTS } = settings;
  return {
    chromium: CHROMIUM,
    qpdf: QPDF,
    pdftoppm: PDFTOPPM,
    pdftotext: PDFTOTEXT,
    pdfinfo: PDFINFO,
    pdftocairo: PDFTOCAIRO,
    fonts: LIBERATION_FONTS,
  };
}
