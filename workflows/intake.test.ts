import { formLotsActivities } from '../activities/pool/form-site-lots.ts';
import { composeActivities } from '../activities/compose/portion.ts';
import { intakeRecordActivities } from '../activities/compose/accept-letters.ts';
import { gatherIntakes } from '../apps/worker/relay/gather.ts';
import { openHouse, type House } from './testing/house.ts';
import { keepHistory } from './testing/keep-history.ts';
import { PaperComposer } from './testing/paper-composer.ts';
import { skippedTime } from './testing/skipped-time.ts';

let house: House;
const composer = new PaperComposer();
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
const activities = () => ({
  records: { ...intakeRecordActivities(house), ...formLotsActivities(house) },
  compose: composeActivities({ ...house, composer }),
});
const letters = (where: string, id: string) =>
  house.db.asOwner<Record<string, unknown>>(
    `select * from pli.letters where ${where} = $1 order by order_id, position`,
    [id],
  );
const ended = (workflowId: string) => house.temporal.client.workflow.getHandle(workflowId).result();
/** Lets the second pass in which orders are gathered, on the database's side. */
const aSecondLater = (siteId: string) =>
  house.db.asOwner(`update pli.outbox set created_at = created_at - interval '1 second' where site_id = $1`, [siteId]);

test('small orders of two accounts are composed and pooled together; one letter that cannot be printed ends its order', async () => {
  const site = await house.site();
  const [first, second] = [await house.account(site), await house.account(site)];
  const good = await house.order(site, first, 3, { data: { pages: 4 } });
  const bad = await house.order(site, second, 1, { options: { envelope: 'C5/6' }, data: { pages: 11 } });
  const heavy = await house.order(site, second, 2, { service: 'economy', data: { pages: 120 } });
  const odd = await house.order(site, second, 2, { data: { refuse: 'zone_not_empty' } });
  await aSecondLater(site.id);
  await house.serving(activities(), async () => {
    await house.relay.round();
    await ended(`intake/${site.id}/1`);
  });
  await keepHistory(house.temporal.client, `intake/${site.id}/1`, 'intake-1');
  expect(await letters('order_id', good.id)).toMatchObject(
    good.letterIds.map(() => ({
      state: 'pooled',
      pages: 4,
      sheets: 2,
      envelope: 'C5/6',
      weight_mg: 14980,
      weight_band: 20,
      postage_cents: 150,
    })),
  );
  expect(await letters('order_id', bad.id)).toMatchObject([
    { state: 'unprintable', reason_code: 'envelope_too_small' },
  ]);
  expect((await letters('order_id', heavy.id)).map((l) => l.reason_code)).toEqual(['too_heavy', 'too_heavy']);
  expect((await letters('order_id', odd.id)).map((l) => l.reason_code)).toEqual(['zone_not_empty', 'zone_not_empty']);
  const orders = await house.db.asOwner(
    `select id, state, open_letters from pli.orders where site_id = $1 order by id`,
    [site.id],
  );
  expect(orders).toEqual([
    { id: good.id, state: 'in_progress', open_letters: 3 },
    { id: bad.id, state: 'ended', open_letters: 0 },
    { id: heavy.id, state: 'ended', open_letters: 0 },
    { id: odd.id, state: 'ended', open_letters: 0 },
  ]);
  const [note] = await house.db.asOwner(`select text from pli.notes where subject_id = $1`, [bad.letterIds[0]]);
  expect(note?.text).toContain('does not go into a C5/6');
});

test('letters of one text are composed once and stored once', async () => {
  const site = await house.site();
  const account = await house.account(site);
  composer.composed = [];
  await house.order(site, account, 10, { data: { pages: 2, text: 'the same' } });
  await house.order(site, account, 10, { data: { pages: 2, text: 'the same' } });
  await aSecondLater(site.id);
  await house.serving(activities(), async () => {
    await house.relay.round();
    await ended(`intake/${site.id}/1`);
  });
  expect(composer.composed).toHaveLength(1);
  expect(
    await house.db.asOwner(
      `select count(*)::int as uses, count(distinct blob)::int as blobs from pli.blob_uses where account_id = $1`,
      [account.id],
    ),
  ).toEqual([{ uses: 20, blobs: 1 }]);
});

test('an order of 230 letters is accepted, composed in portions and pooled; a chunk that failed goes on where it was', async () => {
  const site = await house.site();
  const account = await house.account(site);
  const order = await house.order(site, account, 230, { state: 'draft' });
  let failures = 2;
  composer.before = () => {
    if (failures-- > 0) throw new Error('the browser died');
  };
  await house.serving(activities(), async () => {
    await house.relay.round();
    await ended(`order/${order.id}`);
  });
  composer.before = () => undefined;
  await keepHistory(house.temporal.client, `order/${order.id}`, 'order-1');
  const states = await house.db.asOwner(
    `select state, count(*)::int as letters from pli.letters where order_id = $1 group by state`,
    [order.id],
  );
  expect(states).toEqual([{ state: 'pooled', letters: 230 }]);
  const events = await house.db.asOwner(
    `select type, count(*)::int as n from pli.events where account_id = $1 and subject = 'letter' group by type order by type`,
    [account.id],
  );
  expect(events).toEqual([
    { type: 'letter.accepted', n: 230 },
    { type: 'letter.composed', n: 230 },
    { type: 'letter.pooled', n: 230 },
  ]);
});

test('composing that is not done by its deadline calls an operator, a second before it does not; nudges change nothing', async () => {
  const site = await house.site();
  const account = await house.account(site);
  await house.order(site, account, 2);
  await aSecondLater(site.id);
  await gatherIntakes(house.db.worker, new Date());
  const workflowId = `intake/${site.id}/1`;
  const needsOperator = async () =>
    (await house.temporal.client.workflow.getHandle(workflowId).describe()).typedSearchAttributes
      .getAll()
      .find(({ key }) => key.name === 'PliNeedsOperator')?.value;
  composer.before = () => {
    throw new Error('the browser does not start');
  };
  const time = await skippedTime(house.temporal);
  await house.serving(activities(), async () => {
    await time.startUntil(
      'intake',
      { workflowId, taskQueue: 'records', args: [{ siteId: site.id, number: 1, letters: 2 }] },
      119_000,
    );
    expect(await needsOperator()).toBe(false);
    for (let i = 0; i < 5; i++) await house.temporal.client.workflow.getHandle(workflowId).signal('nudge');
    await time.pass(workflowId, 2000);
    await until(needsOperator);
    composer.before = () => undefined;
    await time.passAll(workflowId);
    await ended(workflowId);
  });
  expect(await needsOperator()).toBe(false);
  await keepHistory(house.temporal.client, workflowId, 'intake-late-1');
  expect(await letters('site_id', site.id)).toMatchObject([{ state: 'pooled' }, { state: 'pooled' }]);
  await time.close();
});

test('a site that lacks a price waits for a person, and goes on when it is mended', async () => {
  const site = await house.site();
  const account = await house.account(site);
  await house.order(site, account, 1);
  await aSecondLater(site.id);
  await gatherIntakes(house.db.worker, new Date());
  const [postage] = await house.db.asOwner<{ id: string; data: unknown }>(
    `select id, data from pli.profiles where site_id = $1 and kind = 'postage'`,
    [site.id],
  );
  const price = (data: unknown) =>
    house.db.asOwner(`update pli.profiles set data = $2 where id = $1`, [postage?.id, JSON.stringify(data)]);
  await price({ rates: [] });
  const workflowId = `intake/${site.id}/1`;
  const time = await skippedTime(house.temporal);
  await house.serving(activities(), async () => {
    await time.startUntil(
      'intake',
      { workflowId, taskQueue: 'records', args: [{ siteId: site.id, number: 1, letters: 1 }] },
      30_000,
    );
    expect(await letters('site_id', site.id)).toMatchObject([{ state: 'accepted' }]);
    await price(postage?.data);
    await time.passAll(workflowId);
    await ended(workflowId);
  });
  await keepHistory(house.temporal.client, workflowId, 'intake-mended-1');
  expect(await letters('site_id', site.id)).toMatchObject([{ state: 'pooled' }]);
  await time.close();
});

async function until(holds: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) if (await holds()) return;
  throw new Error('it never came about');
}
