import { MockActivityEnvironment } from '@temporalio/testing';
import { breakSeal } from '#database/production/break-seal';
import { openTray } from '#database/production/open-tray';
import { resolvePiece } from '#database/production/resolve-piece';
import { scanIntoTray } from '#database/production/scan-into-tray';
import { sealTray } from '#database/production/seal-tray';
import { cloneDatabase, type TestDatabase } from '#database/testing/clone-database';
import { write, type TestSite } from '#database/testing/fixtures';
import { lotInTray } from '#database/testing/lot-in-tray';
import { recordsOf } from '../records.ts';
import { formLotsActivities } from './form-site-lots.ts';

let db: TestDatabase;
let now: Date;
beforeAll(async () => {
  db = await cloneDatabase();
});
afterAll(() => db.drop());
beforeEach(() => {
  now = new Date();
});

const look = (site: TestSite) =>
  new MockActivityEnvironment().run(
    formLotsActivities({ records: recordsOf(db.worker, () => now, 'bundle') }).formSiteLots,
    site.id,
  );
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
const trayOf = async (id: string) => (await db.asOwner(`select * from pli.trays where id = $1`, [id]))[0];
const byOperator = { profile: { traySealing: 'by_operator' as const } };
const closed = { lot: { state: 'closed' } };

test('a tray whose seal was broken for a piece is sealed anew once the piece is out of it', async () => {
  const { site, lot } = await lotInTray(db, 3, closed);
  await write(db.worker, site.scope, (tx) => sealTray(tx, lot.tray));
  const [first] = lot.pieces;
  await write(db.worker, site.scope, async (tx) => {
    await breakSeal(tx, lot.tray, 'letter_cancelled');
    await tx.change('piece', 'piece.diverted', [{ id: first?.id ?? '', set: { state: 'diverted' } }]);
  });
  await look(site);
  expect(await trayOf(lot.tray)).toMatchObject({ state: 'open' });
  await write(db.worker, site.scope, (tx) => resolvePiece(tx, first?.id ?? '', { found: 'spoiled' }, 'cancelled'));
  await look(site);
  expect(await trayOf(lot.tray)).toMatchObject({ state: 'sealed', pieces: 2, seal_broken_at: null });
});

test('a seal broken by a person without more leaves time until its deadline', async () => {
  const { site, lot } = await lotInTray(db, 2, closed);
  await write(db.worker, site.scope, (tx) => sealTray(tx, lot.tray));
  await write(db.worker, site.scope, (tx) => breakSeal(tx, lot.tray, 'one_lies_on_the_desk'));
  later(299);
  await look(site);
  expect(await trayOf(lot.tray)).toMatchObject({ state: 'open' });
  later(2);
  await look(site);
  expect(await trayOf(lot.tray)).toMatchObject({ state: 'sealed' });
});

test('a tray opened by hand is sealed with what lies in it at its deadline; empty it goes back', async () => {
  const { site, lot } = await lotInTray(db, 1, { piece: { state: 'diverted' } });
  const open = () =>
    write(db.api, site.scope, (tx) =>
      openTray(tx, site.id, { product: 'priority', carrierContract: 'ours', reason: 'came_back' }),
    );
  const [full, empty] = [await open(), await open()];
  await write(db.api, site.scope, (tx) => scanIntoTray(tx, full, lot.pieces[0]?.id ?? '', 'scanned', 'scan 1'));
  await look(site);
  expect([await trayOf(full), await trayOf(empty)]).toMatchObject([{ state: 'open' }, { state: 'open' }]);
  later(301);
  await look(site);
  expect([await trayOf(full), await trayOf(empty)]).toMatchObject([
    { state: 'sealed', pieces: 1 },
    { state: 'settled', pieces: 0 },
  ]);
});

test('where a person seals, and for copies of closed lots, somebody is called at the deadline and each time again', async () => {
  const { site, lot } = await lotInTray(db, 1, { ...byOperator, ...closed, piece: { state: 'diverted' } });
  const tray = await write(db.api, site.scope, (tx) =>
    openTray(tx, site.id, { product: 'priority', carrierContract: 'ours', reason: 'came_back' }),
  );
  later(3601);
  await look(site);
  await look(site);
  later(301);
  await look(site);
  const called = await db.asOwner(
    `select type, count(*)::int as times from pli.events where subject_id = any($1) and type like '%_called' group by 1 order by 1`,
    [[tray, lot.pieces[0]?.id]],
  );
  expect(called).toEqual([
    { type: 'piece.supervisor_called', times: 2 },
    { type: 'tray.operator_called', times: 2 },
  ]);
  expect(await trayOf(tray)).toMatchObject({ state: 'open' });
});
