import type { Tracked } from '#carriers/tracking';
import { cloneDatabase, type TestDatabase } from '#database/testing/clone-database';
import { postRoom } from './testing/post-room.ts';
import type { SealedDeposit } from './testing/sealed-deposit.ts';

let db: TestDatabase;
let now: Date;
let post: ReturnType<typeof postRoom>;
beforeAll(async () => {
  db = await cloneDatabase();
  post = postRoom(db, () => now);
});
afterAll(() => db.drop());
beforeEach(() => {
  now = new Date();
});

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
  const d = await post.left(300);
  expect(await letterStates(d)).toEqual(['300 handed_over']);

  expect(await post.carrierSays(d, {})).toBe(1);
  expect(await post.carrierSays(d, {})).toBe(0); // told twice, it is one fact
  expect(await post.acknowledgementIsWhole(d.site.id, d.depositId)).toBe(true);
  expect(await post.recordAcknowledgement(d.site.id, d.depositId)).toMatchObject({ differences: 0 });
  await post.recordAcknowledgement(d.site.id, d.depositId); // a retry records nothing twice
  await post.settleDeposit(d.site.id, d.depositId);

  expect(await letterStates(d)).toEqual(['300 accepted_by_carrier']);
  expect(await stateOf('deposits', d.depositId)).toBe('settled');
  const events = await db.asOwner(
    `select 1 from pli.events where type = 'letter.accepted_by_carrier' and subject_id = any($1)`,
    [d.letterIds],
  );
  expect(events).toHaveLength(300);
});

test('a second hand-off of the same copies is refused by the key of the irreversible step', async () => {
  const d = await post.left(2);
  await expect(
    db.asOwner(
      `insert into pli.irreversible_steps (step, letter_id, copy, site_id, mode, job, at) values ('hand_off', $1, 1, $2, 'test', 'other', now())`,
      [d.letterIds[0], d.site.id],
    ),
  ).rejects.toThrow('irreversible_steps_once');
});

test('a slip of 3 acknowledged 2: the missing piece is a case, and lost at its deadline; the order then ends with the others', async () => {
  const d = await post.left(3);
  await post.carrierSays(d, { missing: [{ tray: d.trayNumber, windowCode: d.windowCodes[1]! }] });
  expect(await post.recordAcknowledgement(d.site.id, d.depositId)).toMatchObject({ differences: 1 });
  expect(await stateOf('deposits', d.depositId)).toBe('accepted_with_differences');
  expect(await post.depositCasesAreClosed(d.site.id, d.depositId)).toBe(false);
  await post.closeOverdueCases(d.site.id, d.depositId);
  expect(await post.depositCasesAreClosed(d.site.id, d.depositId)).toBe(true);
  expect(await letterStates(d)).toEqual(['2 accepted_by_carrier', '1 lost']);

  now = new Date(now.getTime() + 86_400_000);
  await post.trackingSays(d, []);
  expect(await letterStates(d)).toEqual(['1 lost', '2 no_return_seen']);
  expect(await stateOf('orders', d.orderId)).toBe('ended');
});

test('only the last part of an acknowledgement makes it whole, in whatever order the parts come', async () => {
  const d = await post.left(2);
  await post.carrierSays(d, { part: 2, last: true });
  expect(await post.acknowledgementIsWhole(d.site.id, d.depositId)).toBe(false);
  await post.carrierSays(d, { part: 1, last: false });
  expect(await post.acknowledgementIsWhole(d.site.id, d.depositId)).toBe(true);
});

test('a registered letter moves only forward: delivered, then a late event is kept and moves nothing, then a return counts', async () => {
  const d = await post.left(1, true);
  await post.carrierSays(d, {});
  await post.recordAcknowledgement(d.site.id, d.depositId);
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
    await post.trackingSays(d, [{ number, known: true, final: false, product: null, events }]);
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
  const d = await post.left(300);
  await post.carrierSays(d, { missing: d.windowCodes.map((windowCode) => ({ tray: d.trayNumber, windowCode })) });
  expect(await post.recordAcknowledgement(d.site.id, d.depositId)).toMatchObject({ differences: 300 });
  expect(await post.recordAcknowledgement(d.site.id, d.depositId)).toMatchObject({ differences: 300 }); // a retry opens none twice
  expect(await stateOf('deposits', d.depositId)).toBe('refused');
  await post.closeOverdueCases(d.site.id, d.depositId);
  expect(await post.depositCasesAreClosed(d.site.id, d.depositId)).toBe(true);
  expect(await letterStates(d)).toEqual(['300 lost']);
});
