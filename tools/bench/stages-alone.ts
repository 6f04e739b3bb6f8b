import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { openDatabase } from '#database/data-source';
import { inScope, siteScope, type Sql } from '#database/scope';
import { Composer } from '#documents/composer';
import { toolsFromEnv } from '#documents/tools';
import { openBlobs } from '#storage/blobs';
import { localBlobs } from '#storage/local-blobs';
import { masterKeyOfFile } from '#storage/master-key';
import { intakeRecordActivities } from '../../activities/compose/accept-letters.ts';
import { composeActivities } from '../../activities/compose/portion.ts';
import { depositActivities } from '../../activities/deposit/index.ts';
import { lotActivities } from '../../activities/lot/index.ts';
import { formLotsActivities } from '../../activities/pool/form-site-lots.ts';
import { recordsOf } from '../../activities/records.ts';
import { floor } from '../../apps/worker/floor.ts';
import { post } from '../../apps/worker/post.ts';
import { watchCarriers } from '../../apps/worker/watchers/carriers.ts';
import { watchMachines } from '../../apps/worker/watchers/machines.ts';
import { toolEnvironment } from '../toolbox.ts';
import type { Factory } from './factory.ts';
import { seconds } from './measure.ts';
import { processorALetter, processorSeconds, type ProcessorSeconds } from './processor.ts';

/** The stages of a letter's way in their order; `machines` is what the simulated printer, inserter and post take themselves. */
export const stageNames = [
  'accept',
  'compose',
  'form',
  'assemble',
  'print',
  'settle',
  'seal',
  'deposit',
  'acknowledge',
  'machines',
] as const;
export type StageName = (typeof stageNames)[number];

/** Seconds a letter of each stage, and the processor's milliseconds a letter by part. */
export interface StagesAlone {
  readonly seconds: Record<StageName, number>;
  readonly processor: Record<StageName, ProcessorSeconds>;
}

const PORTION = 100;

/**
 * Takes one large order through its stages, one after the other: a stage begins when all letters have left the one before, so each has the
 * whole machine to itself. It is the very code of the worker's activities and watchers, as many at once as the worker lets run; only
 * Temporal is missing. The factory runs without a worker.
 * @param send sends the order and answers its id
 */
export async function stagesAlone(
  { instance, demonstration }: Factory,
  letters: number,
  send: () => Promise<string>,
): Promise<StagesAlone> {
  const bench = await openStages(instance.environment, instance.folder);
  const siteId = demonstration.site.id;
  try {
    const { read, run, lot, deposit, compose, intake, pool, database, clock } = bench;
    const taken = Object.fromEntries(stageNames.map((name) => [name, 0])) as StagesAlone['seconds'];
    const processor = Object.fromEntries(stageNames.map((name) => [name, {}])) as Record<StageName, ProcessorSeconds>;
    const stage = async (name: StageName, work: () => Promise<unknown>) => {
      const before = processorSeconds(instance);
      taken[name] += (await seconds(work)) / letters;
      processor[name] = sumOf(processor[name], processorALetter(before, processorSeconds(instance), letters));
    };
    const machines = (settled: (state: SimulatorState) => boolean) =>
      stage('machines', () => untilSimulator(instance.environment.SIMULATOR_URL ?? '', settled));
    const cores = availableParallelism();

    let orderId = '';
    await stage('accept', async () => {
      orderId = await send();
      while (await run(intake.acceptLetters, siteId, orderId));
    });
    const portions = Array.from({ length: Math.ceil(letters / PORTION) }, (_, i) => i * PORTION);
    await run(compose.composePortion, { siteId, orderId, from: 0, letters: 0 }); // the browser starts
    await stage('compose', () =>
      each(portions, cores, (from) =>
        run(compose.composePortion, { siteId, orderId, from, letters: Math.min(PORTION, letters - from) }),
      ),
    );
    await stage('form', async () => {
      for (let waiting = 1; waiting > 0;) {
        const formed = await run(pool.formSiteLots, siteId);
        waiting = formed.waiting;
        if (waiting > 0 && formed.lots === 0) throw new Error(`${waiting} letters stay in the pool`);
      }
    });
    const lots = await ids(read, siteId, `select id from pli.lots where site_id = $1 order by number`);
    await stage('assemble', () => each(lots, cores, (id) => run(lot.assembleLot, siteId, id)));
    await stage('print', () => each(lots, 4, (id) => run(lot.handToPrinter, siteId, id)));
    await machines(({ jobs }) => jobs.ended >= lots.length);
    await stage('print', async () => {
      await watchMachines({ database, clock, ...floor }, siteId);
      await each(lots, 8, async (id) => {
        if (!(await run(lot.takePrinted, siteId, id)).done) throw new Error(`lot ${id} is not printed`);
      });
    });
    await stage('settle', () => each(lots, 8, (id) => run(lot.handToInserter, siteId, id)));
    await machines((state) => state.lots.filter(({ ended }) => ended).length >= lots.length);
    await stage('settle', async () => {
      await watchMachines({ database, clock, ...floor }, siteId);
      await each(lots, 8, async (id) => {
        const { told, unresolved } = await run(lot.settlePieces, siteId, id);
        if (!told || unresolved > 0) throw new Error(`lot ${id} is not settled`);
      });
    });
    await stage('seal', () =>
      each(lots, 8, async (id) => {
        if (!(await run(lot.closeLot, siteId, id)).closed) throw new Error(`lot ${id} does not balance`);
        await run(lot.sealTrays, siteId, id);
      }),
    );
    const deposits = await ids(read, siteId, `select id from pli.deposits where site_id = $1 order by number`);
    await stage('deposit', async () => {
      for (const id of deposits) {
        await run(deposit.closeDeposit, siteId, id);
        await run(deposit.writeSlip, siteId, id);
        await run(deposit.announceDeposit, siteId, id);
        await run(deposit.handOver, siteId, id);
        await run(deposit.recordHandOff, siteId, id, clock().toISOString());
      }
    });
    await machines((state) => state.deposits.filter(({ acknowledged }) => acknowledged).length >= deposits.length);
    await stage('acknowledge', async () => {
      await watchCarriers({ database, clock, bundle: 'bench', ...post }, siteId);
      for (const id of deposits) {
        await run(deposit.recordAcknowledgement, siteId, id);
        await run(deposit.writeSlip, siteId, id);
        await run(deposit.settleDeposit, siteId, id);
      }
    });
    return { seconds: taken, processor };
  } finally {
    await bench.close();
  }
}

function sumOf(a: ProcessorSeconds, b: ProcessorSeconds): ProcessorSeconds {
  const parts = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...parts].map((part) => [part, (a[part] ?? 0) + (b[part] ?? 0)]));
}

/** What the worker opens, without workers. */
async function openStages(environment: Readonly<Record<string, string>>, folder: string) {
  const clock = () => new Date();
  const workDir = join(folder, 'work');
  await mkdir(workDir, { recursive: true });
  const database = await openDatabase(environment.WORKER_DATABASE_URL ?? '', 16);
  const tools = toolsFromEnv({ ...process.env, ...toolEnvironment() });
  const records = recordsOf(database, clock, 'bench');
  const master = await masterKeyOfFile(environment.MASTER_KEY_FILE ?? '');
  const blobs = openBlobs(localBlobs(environment.BLOB_DIR ?? ''), master);
  const composer = new Composer({ tools });
  return {
    clock,
    database,
    read: <T>(siteId: string, work: (sql: Sql) => Promise<T>) => inScope(database, siteScope(siteId), work),
    run: <A extends unknown[], T>(activity: (...args: A) => Promise<T>, ...args: A): Promise<T> =>
      new MockActivityEnvironment().run(activity, ...args),
    intake: intakeRecordActivities({ records }),
    compose: composeActivities({ records, blobs, composer }),
    pool: formLotsActivities({ records }),
    lot: lotActivities({ records, blobs, tools, workDir, ...floor }),
    deposit: depositActivities({ records, blobs, tools, ...post }),
    close: async () => {
      await composer.close();
      await database.destroy();
    },
  };
}

type Read = <T>(siteId: string, work: (sql: Sql) => Promise<T>) => Promise<T>;

async function ids(read: Read, siteId: string, statement: string): Promise<string[]> {
  return (await read(siteId, (sql) => sql<{ id: string }>(statement, [siteId]))).map(({ id }) => id);
}

/** What the simulator says of itself, as far as it is waited for. */
interface SimulatorState {
  jobs: { ended: number };
  lots: { ended: boolean }[];
  deposits: { acknowledged: boolean }[];
}

async function untilSimulator(url: string, settled: (state: SimulatorState) => boolean): Promise<void> {
  while (!settled((await (await fetch(`${url}/state`)).json()) as SimulatorState)) await delay(20);
}

/** Does `work` for all, so many at a time. */
async function each<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<unknown>): Promise<void> {
  const left = all.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of left) await work(one);
    }),
  );
}
