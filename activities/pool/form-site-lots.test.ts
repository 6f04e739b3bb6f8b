import { MockActivityEnvironment } from '@temporalio/testing';
import { inLedger } from '#database/ledger';
import { releasePool } from '#database/production/release-pool';
import type { SiteProfile } from '#domain/profiles';
import { demonstrationProfile } from '#domain/site-profiles';
import {
  acceptedOrder,
  openHouse,
  type House,
  type LettersOf,
  type MailingAccount,
} from '../../workflows/testing/house.ts';
import { PaperComposer } from '../../workflows/testing/paper-composer.ts';
import { composeActivities } from '../compose/portion.ts';
import type { Records } from '../records.ts';
import { formLotsActivities, type FormedLots } from './form-site-lots.ts';

let now: Date;
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
let house: House;
beforeAll(async () => {
  now = new Date();
  house = await openHouse({ clock: () => now });
});
afterAll(() => house.close());

const inActivity = <T>(work: () => Promise<T>): Promise<T> => new MockActivityEnvironment().run(work) as Promise<T>;
const form = (siteId: string, records: Records = house.records): Promise<FormedLots> =>
  inActivity(() => formLotsActivities({ records }).formSiteLots(siteId));

/** A site whose lots wait a minute, with one account. */
async function printRoom(
  lots: Partial<SiteProfile['lots']> = {},
  slots: SiteProfile['depositSlots'] = { kind: 'every', seconds: 3600 },
) {
  const site = await house.site({
    lots: { ...demonstrationProfile.lots, maxWaitSeconds: 60, ...lots },
    depositSlots: slots,
  });
  return { site, account: await house.account(site) };
}

/** Letters that wait in the pool since now. */
async function pooled(site: { id: string }, account: MailingAccount, letters: number, of: LettersOf = {}) {
  const order = await acceptedOrder(house, site, account, letters, of);
  const { composePortion } = composeActivities({ ...house, composer: new PaperComposer() });
  for (let from = 0; from < letters; from += 100)
    await inActivity(() => composePortion({ siteId: site.id, orderId: order.id, from, letters: 100 }));
  return order;
}
const lotsOf = (siteId: string) =>
  house.db.asOwner<Record<string, unknown>>(`select * from pli.lots where site_id = $1 order by number`, [siteId]);
const piecesOf = (siteId: string) =>
  house.db.asOwner<Record<string, unknown>>(
    `select p.*, l.number, t.position as tray from pli.pieces p join pli.lots l on l.id = p.lot_id join pli.trays t on t.id = p.tray_id
     where p.site_id = $1 order by l.number, p.position`,
    [siteId],
  );
const startsOf = (siteId: string) =>
  house.db.asOwner<{ workflow_id: string; input: { summary: string } }>(
    `select workflow_id, input from pli.outbox where site_id = $1 and kind = 'start' order by id`,
    [siteId],
  );

test('letters that have waited long enough become a lot with its trays and pieces, and its process is asked for', async () => {
  const { site, account } = await printRoom({ tray: { maxPieces: 3, lengthMm: 400 } });
  await pooled(site, account, 5, { data: { pages: 4 } });
  later(59);
  expect(await form(site.id)).toEqual({ lots: 0, pieces: 0, waiting: 5 });
  later(1);
  expect(await form(site.id)).toEqual({ lots: 1, pieces: 5, waiting: 0 });
  const [lot] = await lotsOf(site.id);
  expect(lot).toMatchObject({ number: '1', kind: 'ordinary', state: 'planned', pieces: 5, sheets: 10, mode: 'test' });
  expect(await piecesOf(site.id)).toMatchObject(
    [1, 2, 3, 4, 5].map((position) => ({ position, copy: 1, state: 'planned', sheets: 2, tray: position < 4 ? 1 : 2 })),
  );
  expect((await piecesOf(site.id)).map((piece) => String(piece.window_code).slice(0, -1))).toContain(
    `W/${site.code}/1/5/1/`,
  );
  expect(
    await house.db.asOwner(
      `select number, position, pieces, state from pli.trays where site_id = $1 order by position`,
      [site.id],
    ),
  ).toEqual([
    { number: '1', position: 1, pieces: 3, state: 'open' },
    { number: '2', position: 2, pieces: 2, state: 'open' },
  ]);
  expect(await startsOf(site.id)).toMatchObject([
    { workflow_id: `lot/${lot?.id}`, input: { summary: `Lot 1 of ${site.code}: 5 pieces, 10 sheets, C5/6` } },
  ]);
  expect(await form(site.id)).toEqual({ lots: 0, pieces: 0, waiting: 0 });
});

test('registered letters, envelopes and accounts that do not mix have lots of their own', async () => {
  const { site, account } = await printRoom();
  const alone = await house.account(site, { mixing: { providerAllows: true, accountAllows: false } });
  await pooled(site, account, 2);
  await pooled(site, await house.account(site), 2);
  await pooled(site, account, 1, { service: 'registered' });
  await pooled(site, account, 1, { options: { envelope: 'C4' } });
  await pooled(site, alone, 1);
  later(60);
  await form(site.id);
  expect((await lotsOf(site.id)).map((lot) => [lot.kind, lot.pieces]).sort()).toEqual([
    ['ordinary', 1],
    ['ordinary', 1],
    ['ordinary', 4],
    ['registered', 1],
  ]);
});

test('a lot forms at its cut-off, one second before it does not; its deposit is the one it was promised', async () => {
  const { site, account } = await printRoom({ maxWaitSeconds: 100_000 });
  const order = await pooled(site, account, 1);
  const [letter] = await house.db.asOwner<{ deadline_at: Date }>(
    `select deadline_at from pli.letters where order_id = $1`,
    [order.id],
  );
  const before = now;
  now = new Date((letter as { deadline_at: Date }).deadline_at.getTime() - 1000);
  expect(await form(site.id)).toMatchObject({ lots: 0, waiting: 1 });
  later(1);
  expect(await form(site.id)).toMatchObject({ lots: 1 });
  now = before;
});

test('"release now" makes what waits, and only what waited when it was said', async () => {
  const { site, account } = await printRoom();
  await pooled(site, account, 1);
  await pooled(site, account, 1, { options: { envelope: 'C4' } });
  later(1);
  const [key] = await house.db.asOwner<{ lot_key_text: string }>(
    `select lot_key_text from pli.letters where site_id = $1 and envelope = 'C4'`,
    [site.id],
  );
  const release = () =>
    inLedger(
      house.db.api,
      site.scope,
      { actor: 'key_1', cause: {} },
      () => now,
      (tx) => releasePool(tx, site.id, key?.lot_key_text, 'key_1', 'request 1'),
    );
  await release();
  await release();
  expect(await form(site.id)).toMatchObject({ lots: 1, pieces: 1, waiting: 1 });
  later(1);
  await pooled(site, account, 1, { options: { envelope: 'C4' } });
  expect(await form(site.id)).toMatchObject({ lots: 0, waiting: 2 });
  const nudges = await house.db.asOwner(`select workflow_id from pli.outbox where site_id = $1 and kind = 'nudge'`, [
    site.id,
  ]);
  expect(nudges).toContainEqual({ workflow_id: `formLots/${site.id}` });
});

test('a large lot is planned in several transactions; left half planned, it is started as it is and the rest follows', async () => {
  const { site, account } = await printRoom({ maxPieces: 600, tray: { maxPieces: 250, lengthMm: 4000 } });
  await pooled(site, account, 500);
  later(60);
  let writes = 0;
  const dying: Records = {
    ...house.records,
    write: async (siteId, work, at) => {
      if (++writes === 2) throw new Error('the worker was killed');
      return house.records.write(siteId, work, at);
    },
  };
  await expect(form(site.id, dying)).rejects.toThrow('killed');
  expect(await lotsOf(site.id)).toMatchObject([{ pieces: 230, sheets: 230 }]);
  expect(await startsOf(site.id)).toHaveLength(0);
  await form(site.id);
  expect(await lotsOf(site.id)).toMatchObject([
    { number: '1', pieces: 230 },
    { number: '2', pieces: 270, sheets: 270 },
  ]);
  expect(await startsOf(site.id)).toHaveLength(2);
  const pieces = await piecesOf(site.id);
  expect(pieces).toHaveLength(500);
  expect(new Set(pieces.map((piece) => piece.letter_id)).size).toBe(500);
  const trays = await house.db.asOwner(
    `select l.number, t.position, t.pieces, (select count(*)::int from pli.pieces p where p.tray_id = t.id) as counted
     from pli.trays t join pli.lots l on l.id = t.lot_id where t.site_id = $1 order by l.number, t.position`,
    [site.id],
  );
  expect(trays).toEqual([
    { number: '1', position: 1, pieces: 230, counted: 230 },
    { number: '2', position: 1, pieces: 250, counted: 250 },
    { number: '2', position: 2, pieces: 20, counted: 20 },
  ]);
});

test('runs that overlap never make a letter twice', async () => {
  const { site, account } = await printRoom({ maxPieces: 40 });
  await pooled(site, account, 100);
  later(60);
  await Promise.all([form(site.id), form(site.id), form(site.id)]);
  await form(site.id);
  const pieces = await piecesOf(site.id);
  expect(new Set(pieces.map((piece) => piece.letter_id)).size).toBe(100);
  expect(pieces).toHaveLength(100);
  expect(await startsOf(site.id)).toHaveLength((await lotsOf(site.id)).length);
});

test('a letter with a send date waits for the deposit of that day', async () => {
  const { site, account } = await printRoom();
  const day = new Date(now.getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
  await pooled(site, account, 1, { options: { sendDate: day } });
  later(3600);
  expect(await form(site.id)).toMatchObject({ lots: 0, waiting: 1 });
  now = new Date(`${day}T12:00:00Z`);
  expect(await form(site.id)).toMatchObject({ lots: 1 });
  const [lot] = await house.db.asOwner<{ day: string }>(
    `select planned_deposit_date::text as day from pli.lots where site_id = $1`,
    [site.id],
  );
  expect(lot?.day).toBe(day);
});
