import { breakSeal } from '../production/break-seal.ts';
import { sealTray } from '../production/seal-tray.ts';
import { cloneDatabase, type TestDatabase } from '../testing/clone-database.ts';
import { write } from '../testing/fixtures.ts';
import { lotInTray } from '../testing/lot-in-tray.ts';
import { check } from './check.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await cloneDatabase();
});
afterAll(() => db.drop());

const stuckAt = async (now: Date) =>
  (await check({ database: db.checker }, () => now)).findings
    .map(({ text }) => /this (piece|letter|tray) is/.exec(text)?.[1])
    .filter((what) => what !== undefined);

test('what lies in a tray whose seal was broken is due when the tray is, not at the slot it missed', async () => {
  const { site, lot } = await lotInTray(db, 2, { lot: { state: 'closed' } });
  await write(db.worker, site.scope, (tx) => sealTray(tx, lot.tray));
  await write(db.worker, site.scope, (tx) => breakSeal(tx, lot.tray, 'one_on_the_desk'));
  const missed = new Date(Date.now() - 3_600_000);
  const due = new Date(Date.now() + 300_000);
  await db.asOwner(`update pli.pieces set deadline_at = $2 where lot_id = $1`, [lot.id, missed]);
  await db.asOwner(`update pli.letters set deadline_at = $2 where id = any($1)`, [
    lot.pieces.map(({ letter }) => letter),
    missed,
  ]);
  await db.asOwner(`update pli.trays set deadline_at = $2 where id = $1`, [lot.tray, due]);
  expect(await stuckAt(new Date(due.getTime() + 59_000))).toEqual([]);
  expect(await stuckAt(new Date(due.getTime() + 61_000))).toEqual(['tray']);
  await db.asOwner(
    `update pli.trays set state = 'sealed', sealed_at = now(), seal_broken_at = null, deposit_id = $2 where id = $1`,
    [lot.tray, lot.deposit],
  );
  expect((await stuckAt(new Date())).sort()).toEqual(['letter', 'letter', 'piece', 'piece']);
});
