import { join } from 'node:path';
import { NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { NUDGE } from '#contracts/processes';
import { bundleWorkflows } from '../tools/bundle-workflows.ts';
import { rootFolder } from '../tools/toolbox.ts';
import { ownNamespace, type OwnNamespace } from './testing/own-namespace.ts';
import './testing/quiet-runtime.ts';
import { skippedTime, type SkippedTime } from './testing/skipped-time.ts';

const days = 86_400_000;
/** The facts of each subject, and how often they were read. */
const facts = new Set<string>();
const looks = new Map<string, number>();
let temporal: OwnNamespace;
let time: SkippedTime;
let connection: NativeConnection;
let worker: Worker;
let running: Promise<void>;

beforeAll(async () => {
  temporal = await ownNamespace();
  time = await skippedTime(temporal);
  connection = await NativeConnection.connect({ address: temporal.address });
  const bundle = await bundleWorkflows(join(rootFolder, 'workflows/testing/waits-for-facts.ts'));
  worker = await Worker.create({
    connection,
    namespace: temporal.namespace,
    taskQueue: 'records',
    workflowBundle: bundle as unknown as WorkflowBundleWithSourceMap,
    activities: {
      async factsAreThere(subject: string) {
        looks.set(subject, (looks.get(subject) ?? 0) + 1);
        return facts.has(subject);
      },
    },
  });
  running = worker.run();
});
afterAll(async () => {
  worker.shutdown();
  await running;
  await connection.close();
  await time.close();
  await temporal.close();
});

const handle = (subject: string) => temporal.client.workflow.getHandle(subject);
const nudge = (subject: string) => handle(subject).signal(NUDGE);
/** By itself it looks again after four days, unless told otherwise. */
const options = (subject: string, firstMs = 4 * days) => ({
  workflowId: subject,
  taskQueue: 'records',
  args: [subject, firstMs],
});

test('facts that come a second before the deadline are in time', async () => {
  await time.startUntil('waitsForFacts', options('in time'), 15 * days - 1000);
  facts.add('in time');
  await nudge('in time');
  expect(await handle('in time').result()).toBe(true);
});

test('a second after the deadline it has given up; facts and nudges that come then change nothing', async () => {
  await time.startUntil('waitsForFacts', options('late'), 15 * days - 1000);
  expect((await handle('late').describe()).status.name).toBe('RUNNING');
  await time.passAll('late');
  expect(await handle('late').result()).toBe(false);
  facts.add('late');
  await expect(nudge('late')).rejects.toThrow();
  const { closeTime, startTime } = await handle('late').describe();
  const lasted = (closeTime?.getTime() ?? 0) - startTime.getTime();
  expect(lasted).toBeGreaterThanOrEqual(15 * days);
  expect(lasted).toBeLessThan(15 * days + 20_000); // the steps themselves took their real time
});

test('a lost nudge costs time and nothing else: the facts are read unasked', async () => {
  await time.startUntil('waitsForFacts', options('lost', 10_000), 9000);
  expect(looks.get('lost')).toBe(1);
  facts.add('lost');
  await time.passAll('lost');
  expect(await handle('lost').result()).toBe(true);
  expect(looks.get('lost')).toBe(2);
});

test('nudges without facts, however many, change nothing', async () => {
  await time.startUntil('waitsForFacts', options('repeated'), 1 * days);
  for (let i = 0; i < 20; i++) await nudge('repeated');
  await time.passAll('repeated');
  expect(await handle('repeated').result()).toBe(false);
});
