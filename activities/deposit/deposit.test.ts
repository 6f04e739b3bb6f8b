import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { fileCarrier } from '#carriers/file-carrier';
import type { Acknowledgement } from '#carriers/carrier';
import { cloneDatabase, type TestDatabase } from '#database/testing/clone-database';
import { watchCarriers } from '../../apps/worker/watchers/carriers.ts';
import { recordsOf } from '../records.ts';
import { trackingActivities } from '../tracking/index.ts';
import type { Tracked } from '#carriers/tracking';
import { acknowledgementActivities } from './acknowledge.ts';
import { closeDepositActivities } from './close-deposit.ts';
import { differenceActivities } from './differences.ts';
import { handOffActivities } from './hand-off.ts';
import { sealedDeposit, type SealedDeposit } from './testing/sealed-deposit.ts';

let db: TestDatabase;
let now: Date;
beforeAll(async () => {
  db = await cloneDatabase();
});
afterAll(() => db.drop());
beforeEach(() => {
  now = new Date();
});

function postRoom() {
  const records = recordsOf(db.worker, () => now, 'bundle');
  const deps = { records, carrierFor: (device: { address: string }) => fileCarrier(device.address) };
  const steps = {
    ...closeDepositActivities(deps),
    ...handOffActivities(deps),
    ...acknowledgementActivities(deps),
    ...differenceActivities(deps),
  };
  const inside =
    <A extends unknown[], R>(step: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      new MockActivityEnvironment().run(step, ...args) as Promise<R>;
  return Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [name, inside(step as never)]),
  ) as unknown as typeof steps;
}

/** Everything up to the truck leaving the yard. */
async function leaves(d: SealedDeposit): Promise<void> {
  const { closeDeposit, announceDeposit, handOver, recordHandOff } = postRoom();
  await closeDeposit(d.site.id, d.depositId);
  await announceDeposit(d.site.id, d.depositId);
  await handOver(d.site.id, d.depositId);
  await recordHandOff(d.site.id, d.depositId, now.toISOString());
}

/** The carrier's word, as its watch would bring it. */
async function carrierSays(d: SealedDeposit, word: Partial<Acknowledgement>): Promise<number> {
  const acknowledgement: Acknowledgement = {
    deposit: d.name,
    part: 1,
    last: true,
    acceptedAt: now.toISOString(),
    found: [],
    missing: [],
    refused: [],
    undeclared: [],
    ...word,
  };
  const carrierFor = () => ({ ...fileCarrier('unused'), acknowledgements: async () => [acknowledgement] });
  return watchCarriers({ database: db.worker, clock: () => now, carrierFor }, d.site.id);
}

const folder = () => mkdtemp(join(tmpdir(), 'pli-carrier-'));
const letterStates = async (d: SealedDeposit) =>
  (
    await db.asOwner<{ state: string; n: number }>(
      `select state, count(*)::int as n from pli.letters where order_id = $1 group by 1 order by 1`,
      [d.orderId],
    )
  ).map((r) => `${r.n} ${r.state}`);
const stateOf = async (table: string, id: string) =>
  (await db.asOwner<{ state: string }>(`select state from pli.${table} where id = $1`, [id]))[0]?.state;

test("a deposit of 300 letters leaves, is counted by the carrier, and its letters are accepted at the carrier's hour", async () => {
  const d = await sealedDeposit(db, await folder(), 300);
  await leaves(d);
  expect(await letterStates(d)).toEqual(['300 handed_over']);

  expect(await carrierSays(d, {})).toBe(1);
  expect(await carrierSays(d, {})).toBe(0); // told twice, it is one fact
  const { acknowledgementIsWhole, recordAcknowledgement, settleDeposit } = postRoom();
  expect(await acknowledgementIsWhole(d.site.id, d.depositId)).toBe(true);
  expect(await recordAcknowledgement(d.site.id, d.depositId)).toMatchObject({ differences: 0 });
  await recordAcknowledgement(d.site.id, d.depositId); // a retry records nothing twice
  await settleDeposit(d.site.id, d.depositId);

  expect(await letterStates(d)).toEqual(['300 accepted_by_carrier']);
  expect(await stateOf('deposits', d.depositId)).toBe('settled');
  const events = await db.asOwner(
    `select 1 from pli.events where type = 'letter.accepted_by_carrier' and subject_id = any($1)`,
    [d.letterIds],
  );
  expect(events).toHaveLength(300);
});

test('a second hand-off of the same copies is refused by the key of the irreversible step', async () => {
  const d = await sealedDeposit(db, await folder(), 2);
  await leaves(d);
  await expect(
    db.asOwner(
      `insert into pli.irreversible_steps (step, letter_id, copy, site_id, mode, job, at) values ('hand_off', $1, 1, $2, 'test', 'other', now())`,
      [d.letterIds[0], d.site.id],
    ),
  ).rejects.toThrow('irreversible_steps_once');
});

test('a slip of 3 acknowledged 2: the missing piece is a case, and lost at its deadline; the order then ends with the others', async () => {
  const d = await sealedDeposit(db, await folder(), 3);
  await leaves(d);
  await carrierSays(d, { missing: [{ tray: d.trayNumber, windowCode: d.windowCodes[1]! }] });
  const { recordAcknowledgement, depositCasesAreClosed, closeOverdueCases } = postRoom();
  expect(await recordAcknowledgement(d.site.id, d.depositId)).toMatchObject({ differences: 1 });
  expect(await stateOf('deposits', d.depositId)).toBe('accepted_with_differences');
  expect(await depositCasesAreClosed(d.site.id, d.depositId)).toBe(false);
  await closeOverdueCases(d.site.id, d.depositId);
  expect(await depositCasesAreClosed(d.site.id, d.depositId)).toBe(true);
  expect(await letterStates(d)).toEqual(['2 accepted_by_carrier', '1 lost']);

  now = new Date(now.getTime() + 86_400_000);
  await new MockActivityEnvironment().run(
    trackingActivities({ records: recordsOf(db.worker, () => now, 'bundle'), trackingFor: () => undefined })
      .pollDueLetters,
    d.site.id,
  );
  expect(await letterStates(d)).toEqual(['1 lost', '2 no_return_seen']);
  expect(await stateOf('orders', d.orderId)).toBe('ended');
});

test('only the last part of an acknowledgement makes it whole, in whatever order the parts come', async () => {
  const d = await sealedDeposit(db, await folder(), 2);
  await leaves(d);
  const { acknowledgementIsWhole } = postRoom();
  await carrierSays(d, { part: 2, last: true });
  expect(await acknowledgementIsWhole(d.site.id, d.depositId)).toBe(false);
  await carrierSays(d, { part: 1, last: false });
  expect(await acknowledgementIsWhole(d.site.id, d.depositId)).toBe(true);
});

test('a registered letter moves only forward: delivered, then a late event is kept and moves nothing, then a return counts', async () => {
  const d = await sealedDeposit(db, await folder(), 1, true);
  await leaves(d);
  await carrierSays(d, {});
  await postRoom().recordAcknowledgement(d.site.id, d.depositId);
  const number = 'RA100000000FR';
  const says = async (...kinds: Tracked['events'][number]['kind'][]) => {
    now = new Date(now.getTime() + 60_000);
    await db.asOwner(`update pli.letters set next_poll_at = $2 where id = any($1)`, [d.letterIds, now]);
    const events = kinds.map((kind, i) => ({
      sourceId: `${number}/${kind}`,
      number,
      kind,
      carrierCode: kind,
      label: kind,
      at: new Date(Date.UTC(2026, 10, 23, i)).toISOString(),
    }));
    const track = async () => [{ number, known: true, final: false, product: null, events }];
    const tracking = trackingActivities({
      records: recordsOf(db.worker, () => now, 'bundle'),
      trackingFor: () => ({ track }),
    });
    await new MockActivityEnvironment().run(tracking.pollDueLetters, d.site.id);
  };
  await says('in_transit');
  expect(await letterStates(d)).toEqual(['1 accepted_by_carrier']);
  await says('in_transit', 'delivered');
  expect(await letterStates(d)).toEqual(['1 delivered']);
  await says('in_transit', 'notice', 'delivered');
  expect(await letterStates(d)).toEqual(['1 delivered']);
  await says('delivered', 'returned');
  expect(await letterStates(d)).toEqual(['1 returned']);
  const told = await db.asOwner(`select 1 from pli.events where subject_id = $1 and type = 'letter.tracked'`, [
    d.letterIds[0],
  ]);
  expect(told).toHaveLength(4);
});

test('a whole deposit of 300 that the carrier does not find is 300 cases, all closed at their deadline', async () => {
  const d = await sealedDeposit(db, await folder(), 300);
  await leaves(d);
  await carrierSays(d, { missing: d.windowCodes.map((windowCode) => ({ tray: d.trayNumber, windowCode })) });
  const { recordAcknowledgement, closeOverdueCases, depositCasesAreClosed } = postRoom();
  expect(await recordAcknowledgement(d.site.id, d.depositId)).toMatchObject({ differences: 300 });
  expect(await recordAcknowledgement(d.site.id, d.depositId)).toMatchObject({ differences: 300 }); // a retry opens none twice
  expect(await stateOf('deposits', d.depositId)).toBe('refused');
  await closeOverdueCases(d.site.id, d.depositId);
  expect(await depositCasesAreClosed(d.site.id, d.depositId)).toBe(true);
  expect(await letterStates(d)).toEqual(['300 lost']);
});
