import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { assertPure, BUNDLE_BUDGET_BYTES, bundleWorkflows } from '../tools/bundle-workflows.ts';
import { goldenFolder } from './testing/keep-history.ts';
import './testing/quiet-runtime.ts';

const files = existsSync(goldenFolder) ? readdirSync(goldenFolder).filter((file) => file.endsWith('.json')) : [];
const read = (file: string): unknown => JSON.parse(readFileSync(join(goldenFolder, file), 'utf8'));

let bundle: { code: string; sha256: string };
beforeAll(async () => {
  bundle = await bundleWorkflows();
});

test('the bundle is the same each time, so that its hash names it', async () => {
  expect((await bundleWorkflows()).sha256).toBe(bundle.sha256);
});

test('the bundle keeps its budget and holds nothing foreign', () => {
  expect(Buffer.byteLength(bundle.code)).toBeLessThan(BUNDLE_BUDGET_BYTES);
  expect(() => assertPure(bundle.code)).not.toThrow();
  expect(() => assertPure('__webpack_require__("./node_modules/typeorm/index.js")')).toThrow('typeorm');
  expect(() => assertPure(' '.repeat(BUNDLE_BUDGET_BYTES + 1))).toThrow('budget');
});

test('an exported history can be read: protobufjs is the one version that all Temporal packages share', () => {
  const [file] = files;
  // Without the direct dependency on protobufjs 8 this throws "type must be a Type".
  const history = historyFromJSON(file === undefined ? { events: [] } : read(file));
  expect(history.events).toHaveLength(file === undefined ? 0 : (read(file) as { events: unknown[] }).events.length);
});

test('every golden history replays on the bundle of today', async () => {
  const workflowBundle = bundle as unknown as WorkflowBundleWithSourceMap;
  const histories = files.map((file) => ({ workflowId: file, history: historyFromJSON(read(file)) }));
  const failed: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories))
    if (error) failed.push(`${workflowId}: ${error.message}`);
  expect(failed).toEqual([]);
});

test('a history that went another way does not replay', async () => {
  const [file] = files;
  if (file === undefined) return;
  const history = historyFromJSON(read(file));
  const scheduled = history.events?.find(
    (event) => event.activityTaskScheduledEventAttributes,
  )?.activityTaskScheduledEventAttributes;
  if (scheduled?.activityType) scheduled.activityType.name = 'somethingElse';
  const workflowBundle = bundle as unknown as WorkflowBundleWithSourceMap;
  await expect(Worker.runReplayHistory({ workflowBundle }, history, file)).rejects.toThrow('TMPRL1100');
});
