import { NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { MailError } from '#domain/mail-error';
import { NUDGE, queues } from '#contracts/processes';
import { keepHistory } from './testing/keep-history.ts';
import { ownNamespace, type OwnNamespace } from './testing/own-namespace.ts';
import './testing/quiet-runtime.ts';
import { skippedTime, type SkippedTime } from './testing/skipped-time.ts';
import { testedWorkflows } from './testing/tested-workflows.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The world's clock goes on while the test looks: what must not have happened is looked for this long before. */
const BEFORE = 20_000;

/** A carrier and the records of its deposits, as far as the process sees them. */
class Post {
  handedOver = 0;
  acknowledged = false;
  /** Missing pieces: after how many ms since the beginning each is given up. */
  missing: number[] = [];
  /** A case that only a person closes. */
  refused = false;
  cutsTheLine = false;
  readonly calls: string[] = [];
  readonly steps: string[] = [];
  private readonly began = Date.now();
  private after = (ms: number) => new Date(this.began + ms).toISOString();

  readonly activities = {
    openDeposit: async () => ({ title: 'Deposit D/PAR1/7/K', slotAt: this.after(HOUR) }),
    closeDeposit: async () => ({ pieces: 200, trays: 2 }),
    writeSlip: async () => void this.steps.push('slip'),
    announceDeposit: async () => void this.steps.push('announced'),
    handOver: async () => {
      this.handedOver++;
      if (this.cutsTheLine) throw new MailError('carrier_outcome_unknown', 'cut');
    },
    wasHandedOver: async () => this.handedOver > 0,
    recordHandOff: async () => ({ acknowledgeBy: this.after(HOUR + 10 * MINUTE) }),
    acknowledgementIsWhole: async () => this.acknowledged,
    recordAcknowledgement: async () => ({
      differences: this.missing.length + Number(this.refused),
      casesDueAt: this.after(HOUR + 10 * MINUTE),
    }),
    callForDeposit: async (_site: string, _deposit: string, reason: string) => void this.calls.push(reason),
    casesWantLook: async (_site: string, _deposit: string, until: string) =>
      (this.missing.length === 0 && !this.refused) || this.missing.some((ms) => this.after(ms) < until),
    seeToCases: async (_site: string, _deposit: string, now: string) => {
      const due = this.missing.filter((ms) => this.after(ms) <= now);
      this.missing = this.missing.filter((ms) => this.after(ms) > now);
      this.steps.push(...due.map(() => 'given up'));
      if (this.missing.length > 0) return this.after(Math.min(...this.missing));
      return this.refused ? this.after(Date.parse(now) - this.began + 31 * 24 * HOUR) : undefined;
    },
    settleDeposit: async () => void this.steps.push('settled'),
  };
}

let temporal: OwnNamespace;
let time: SkippedTime;
let connection: NativeConnection;
let workers: Worker[];
let running: Promise<void>[];
const posts = new Map<string, Post>();

beforeAll(async () => {
  temporal = await ownNamespace();
  time = await skippedTime(temporal);
  connection = await NativeConnection.connect({ address: temporal.address });
  const workflowBundle = (await testedWorkflows()) as unknown as WorkflowBundleWithSourceMap;
  const names = Object.keys(new Post().activities) as (keyof Post['activities'])[];
  // Each deposit has a post of its own: the activities find it by the deposit's id.
  const activities = Object.fromEntries(
    names.map((name) => [
      name,
      (site: string, deposit: string, reason: string) => posts.get(deposit)!.activities[name](site, deposit, reason),
    ]),
  );
  workers = await Promise.all(
    Object.values(queues).map(({ taskQueue }) =>
      Worker.create({
        connection,
        namespace: temporal.namespace,
        taskQueue,
        activities,
        ...(taskQueue === 'records' && { workflowBundle }),
      }),
    ),
  );
  running = workers.map((worker) => worker.run());
});
afterAll(async () => {
  for (const worker of workers) worker.shutdown();
  await Promise.all(running);
  await connection.close();
  await time.close();
  await temporal.close();
});

function depositOf(id: string, set: Partial<Post> = {}) {
  const post = Object.assign(new Post(), set);
  posts.set(id, post);
  const options = {
    workflowId: `deposit/${id}`,
    taskQueue: 'records',
    args: [{ siteId: 'sit_1', depositId: id }],
  };
  return { post, options, handle: temporal.client.workflow.getHandle(options.workflowId) };
}

test('nothing leaves before the slot; then the deposit is announced, handed over once and settled', async () => {
  const { post, options, handle } = depositOf('plain', { acknowledged: true });
  await time.startUntil('deposit', options, HOUR - BEFORE);
  expect(post.steps).toEqual([]);
  expect(post.handedOver).toBe(0);
  await time.passAll(options.workflowId);
  await handle.result();
  await keepHistory(temporal.client, options.workflowId, 'deposit-1');
  expect(post.steps).toEqual(['slip', 'announced', 'slip', 'settled']);
  expect(post.handedOver).toBe(1);
  expect(post.calls).toEqual([]);
});

test('a hand-off whose answer was cut is settled by asking the carrier, not by handing over again', async () => {
  const { post, options, handle } = depositOf('cut', { acknowledged: true, cutsTheLine: true });
  await time.start('deposit', options);
  await handle.result();
  expect(post.handedOver).toBe(1);
});

test('an acknowledgement that is overdue calls a person, not before its deadline; it settles the deposit when it comes', async () => {
  const { post, options, handle } = depositOf('late');
  await time.startUntil('deposit', options, HOUR + 10 * MINUTE - BEFORE);
  expect(post.handedOver).toBe(1);
  expect(post.calls).toEqual([]);
  await time.pass(options.workflowId, BEFORE + 5_000);
  expect(post.calls).toEqual(['acknowledgement_overdue']);
  post.acknowledged = true;
  await handle.signal(NUDGE);
  await handle.result();
  expect(post.steps.at(-1)).toBe('settled');
});

test('a missing piece is looked for until its deadline, then it is given up and the deposit settled', async () => {
  const { post, options, handle } = depositOf('missing', { acknowledged: true, missing: [HOUR + 10 * MINUTE] });
  await time.startUntil('deposit', options, HOUR + 10 * MINUTE - BEFORE);
  expect(post.steps).not.toContain('given up');
  await time.passAll(options.workflowId);
  await handle.result();
  await keepHistory(temporal.client, options.workflowId, 'deposit-cases-2');
  expect(post.steps.slice(-2)).toEqual(['given up', 'settled']);
});

test('a case that opens while another waits for a person has a deadline of its own', async () => {
  const { post, options, handle } = depositOf('named', { acknowledged: true, refused: true });
  await time.startUntil('deposit', options, HOUR + 20 * MINUTE);
  post.missing = [HOUR + 40 * MINUTE]; // a person names the piece that the count lacks
  await handle.signal(NUDGE);
  await time.pass(options.workflowId, 20 * MINUTE - BEFORE);
  expect(post.steps).not.toContain('given up');
  await time.pass(options.workflowId, BEFORE + MINUTE);
  expect(post.steps.at(-1)).toBe('given up');
  post.refused = false; // the envelope came back and was scanned
  await handle.signal(NUDGE);
  await handle.result();
  await keepHistory(temporal.client, options.workflowId, 'deposit-cases-named-2');
  expect(post.steps.at(-1)).toBe('settled');
});

test('nudges that are lost or come again and again change nothing', async () => {
  const { post, options, handle } = depositOf('nudged');
  await time.startUntil('deposit', options, HOUR + MINUTE);
  for (let i = 0; i < 20; i++) await handle.signal(NUDGE);
  post.acknowledged = true; // and nobody says so
  await time.passAll(options.workflowId);
  await handle.result();
  expect(post.calls).toEqual([]);
  expect(post.handedOver).toBe(1);
});
