import { Client, Connection } from '@temporalio/client';
import { cloneDatabase, type TestDatabase } from '#database/testing/clone-database';
import { inScope, siteScope } from '#database/scope';
import { nudgeWorkflow, startWorkflow } from '#database/outbox';
import { ownNamespace, type OwnNamespace } from '../../../workflows/testing/own-namespace.ts';
import { gatherIntakes } from './gather.ts';
import { Relay } from './relay.ts';

let db: TestDatabase;
let temporal: OwnNamespace;
let now = new Date('2027-03-01T08:00:00Z');
const later = (ms: number) => (now = new Date(now.getTime() + ms));
const relayOver = (client: Client) => new Relay(db.worker, client, () => now);

beforeAll(async () => {
  [db, temporal] = await Promise.all([cloneDatabase(), ownNamespace()]);
});
afterAll(async () => {
  await temporal.close();
  await db.drop();
});

let sites = 0;
/** A site with its stream, enough for the relay. */
async function site(): Promise<string> {
  const id = `sit_relay${++sites}`;
  await db.asOwner(
    `insert into pli.sites (id, code, name, mode, time_zone, state, created_at) values ($1, $2, 'A site', 'test', 'Europe/Paris', 'active', $3)`,
    [id, `RE${String(sites).padStart(2, '0')}`, now],
  );
  return id;
}
let orders = 0;
async function orderArrives(siteId: string, letters: number): Promise<string> {
  const id = `ord_${++orders}`;
  await db.asOwner(
    `insert into pli.outbox (kind, site_id, account_id, order_id, letters, created_at) values ('order', $1, 'acc_1', $2, $3, $4)`,
    [siteId, id, letters, now],
  );
  return id;
}
const intakesOf = (siteId: string) =>
  db.asOwner<{ intake: string; letters: number; orders: number; done: number }>(
    `select intake, sum(letters)::int as letters, count(*)::int as orders, count(done_at)::int as done
     from pli.outbox where site_id = $1 and kind = 'order' and intake is not null group by intake order by intake`,
    [siteId],
  );
const described = (workflowId: string) => temporal.client.workflow.getHandle(workflowId).describe();

test('small orders are gathered after a second, in intakes of at most 500 letters, each order in one', async () => {
  const at = await site();
  for (let i = 0; i < 60; i++) await orderArrives(at, 20);
  later(1000);
  await Promise.all([
    relayOver(temporal.client).round(),
    relayOver(temporal.client).round(),
    relayOver(temporal.client).round(),
  ]);
  await relayOver(temporal.client).round();
  const intakes = await intakesOf(at);
  expect(intakes.map(({ letters, orders: n }) => [letters, n])).toEqual([
    [500, 25],
    [500, 25],
    [200, 10],
  ]);
  expect(intakes.map((i) => i.done)).toEqual([25, 25, 10]);
  const first = await described(`intake/${at}/1`);
  expect(await first.staticSummary()).toBe('Intake 1 of RE01: 500 letters of 25 orders');
  expect(first.typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value])).toEqual(
    expect.arrayContaining([
      ['PliSite', at],
      ['PliMode', 'test'],
      ['PliSubject', `${at}/1`],
    ]),
  );
});

test('an order that has just come waits for others; under load the next intake is gathered for five seconds', async () => {
  const at = await site();
  await orderArrives(at, 30);
  later(900);
  await orderArrives(at, 30);
  await gatherIntakes(db.worker, now);
  expect(await intakesOf(at)).toHaveLength(0);
  later(100);
  await gatherIntakes(db.worker, now);
  expect(await intakesOf(at)).toMatchObject([{ letters: 60 }]);
  await orderArrives(at, 30);
  later(4900);
  await gatherIntakes(db.worker, now);
  expect(await intakesOf(at)).toHaveLength(1);
  later(100);
  await gatherIntakes(db.worker, now);
  expect(await intakesOf(at)).toHaveLength(2);
});

test('a relay that died between the commit and the start leaves an intake that the next one starts, once', async () => {
  const at = await site();
  await orderArrives(at, 3);
  later(1000);
  await gatherIntakes(db.worker, now);
  await expect(described(`intake/${at}/1`)).rejects.toThrow('not found');
  await relayOver(temporal.client).round();
  const { runId } = await described(`intake/${at}/1`);
  // It died after the start and before it noted it: the next one hears "already started".
  await db.asOwner(`update pli.outbox set done_at = null where site_id = $1`, [at]);
  await relayOver(temporal.client).round();
  await temporal.client.workflow.getHandle(`intake/${at}/1`).terminate();
  await db.asOwner(`update pli.outbox set done_at = null where site_id = $1`, [at]);
  await relayOver(temporal.client).round();
  expect(await described(`intake/${at}/1`)).toMatchObject({ runId, status: { name: 'TERMINATED' } });
  expect(await intakesOf(at)).toMatchObject([{ orders: 1, done: 1 }]);
});

test('an order of more than 50 letters gets a process of its own', async () => {
  const at = await site();
  const id = await orderArrives(at, 51);
  await relayOver(temporal.client).round();
  expect(await (await described(`order/${id}`)).staticSummary()).toBe(
    `Order of 51 letters at RE${String(sites).padStart(2, '0')}`,
  );
  expect(await intakesOf(at)).toEqual([]);
});

test('while Temporal is away orders are still gathered; they drain when it is back', async () => {
  const at = await site();
  const away = new Client({
    connection: Connection.lazy({ address: '127.0.0.1:1', connectTimeout: 200 }),
    namespace: temporal.namespace,
  });
  await orderArrives(at, 2);
  later(1000);
  await expect(relayOver(away).round()).rejects.toThrow();
  expect(await intakesOf(at)).toMatchObject([{ orders: 1, done: 0 }]);
  await relayOver(temporal.client).round();
  expect(await intakesOf(at)).toMatchObject([{ orders: 1, done: 1 }]);
  await away.connection.close();
});

test('a start is sent once and one bad row does not keep the others back', async () => {
  const at = await site();
  await inScope(db.worker, siteScope(at), async (sql) => {
    await startWorkflow(
      sql,
      { siteId: at, process: 'lot', workflowId: 'x'.repeat(2000), input: { siteId: at, lotId: 'lot_1' } },
      now,
    );
    await startWorkflow(
      sql,
      {
        siteId: at,
        process: 'lot',
        workflowId: `lot/lot_${at}`,
        input: { siteId: at, lotId: 'lot_1', summary: 'Lot 1: 12 pieces' },
      },
      now,
    );
  });
  await expect(relayOver(temporal.client).round()).rejects.toThrow();
  expect(await (await described(`lot/lot_${at}`)).staticSummary()).toBe('Lot 1: 12 pieces');
  const open = await db.asOwner(`delete from pli.outbox where site_id = $1 and done_at is null returning 1`, [at]);
  expect(open).toHaveLength(1);
});

test('nudges of one workflow within a second become one; one to a workflow that does not run is settled', async () => {
  const at = await site();
  const nudge = (id: string) => inScope(db.worker, siteScope(at), (sql) => nudgeWorkflow(sql, at, id, now));
  const workflowId = `lot/lot_n${at}`;
  await inScope(db.worker, siteScope(at), (sql) =>
    startWorkflow(sql, { siteId: at, process: 'lot', workflowId, input: { siteId: at, lotId: 'lot_1' } }, now),
  );
  const relay = relayOver(temporal.client);
  await relay.round();
  const signals = async () => {
    const history = await temporal.client.workflow.getHandle(workflowId).fetchHistory();
    return history.events?.filter((event) => event.workflowExecutionSignaledEventAttributes).length;
  };
  const open = async () =>
    (await db.asOwner(`select 1 from pli.outbox where site_id = $1 and done_at is null`, [at])).length;
  for (let i = 0; i < 20; i++) await nudge(workflowId);
  await nudge('lot/lot_unknown');
  await nudge(`formLots/${at}`);
  await relay.round();
  expect([await signals(), await open()]).toEqual([1, 0]);
  await nudge(workflowId);
  later(999);
  await relay.round();
  expect([await signals(), await open()]).toEqual([1, 1]);
  later(1);
  await relay.round();
  expect([await signals(), await open()]).toEqual([2, 0]);
});
