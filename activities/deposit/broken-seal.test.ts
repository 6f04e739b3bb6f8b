import { MockActivityEnvironment } from '@temporalio/testing';
import { breakSeal } from '#database/production/break-seal';
import { sealTray } from '#database/production/seal-tray';
import { cloneDatabase, type TestDatabase } from '#database/testing/clone-database';
import { write } from '#database/testing/fixtures';
import { recordsOf } from '../records.ts';
import { closeDepositActivities } from './close-deposit.ts';
import { carrierFolder } from './testing/post-room.ts';
import { sealedDeposit, type SealedDeposit } from './testing/sealed-deposit.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await cloneDatabase();
});
afterAll(() => db.drop());

const sealed = async (letters = 2) => sealedDeposit(db, await carrierFolder(), letters);
const closeDeposit = (d: SealedDeposit) =>
  new MockActivityEnvironment().run(
    closeDepositActivities({ records: recordsOf(db.worker, () => new Date(), 'bundle') }).closeDeposit,
    d.site.id,
    d.depositId,
  ) as Promise<{ pieces: number; trays: number }>;
const trayOf = async (d: SealedDeposit) => {
  const [tray] = await db.asOwner<{ id: string; state: string; deposit_id: string | null; broken: boolean }>(
    `select id, state, deposit_id, seal_broken_at is not null as broken from pli.trays where site_id = $1 and number = $2`,
    [d.site.id, d.trayNumber],
  );
  if (tray === undefined) throw new Error('no tray');
  return tray;
};
const breakIt = (d: SealedDeposit, trayId: string) =>
  write(db.worker, d.site.scope, (tx) => breakSeal(tx, trayId, 'wrong_envelope'));

test('a broken seal takes the tray out of its deposit, which closes without it; sealed anew it goes with a deposit again', async () => {
  const d = await sealed();
  const { id } = await trayOf(d);
  expect(await breakIt(d, id)).toBe(true);
  expect(await trayOf(d)).toMatchObject({ state: 'open', deposit_id: null, broken: true });
  expect(await breakIt(d, id)).toBe(false);
  const [told] = await db.asOwner<{ data: object }>(
    `select data from pli.events where subject_id = $1 and type = 'tray.seal_broken'`,
    [id],
  );
  expect(told?.data).toMatchObject({ reason: 'wrong_envelope', out_of: d.depositId });
  expect(await closeDeposit(d)).toEqual({ pieces: 0, trays: 0 });
  await db.asOwner(`update pli.pieces set franked_at = now() where site_id = $1`, [d.site.id]);
  await db.asOwner(`update pli.lots set key = '{"franking":"printed"}' where site_id = $1`, [d.site.id]);
  await db.asOwner(`update pli.site_numbers set last = 100 where site_id = $1`, [d.site.id]);
  const again = await write(db.worker, d.site.scope, (tx) => sealTray(tx, id));
  expect(again).toMatchObject({ sealed: true, pieces: 2 });
  expect(again.depositId).not.toBe(d.depositId);
  expect(await trayOf(d)).toMatchObject({ state: 'sealed', deposit_id: again.depositId, broken: false });
});

test('once its deposit has closed a tray leaves, whatever a person wants', async () => {
  const d = await sealed();
  await closeDeposit(d);
  await expect(breakIt(d, (await trayOf(d)).id)).rejects.toMatchObject({ code: 'tray_left' });
});

test('a seal broken while the deposit closes: exactly one of the two wins', async () => {
  const wins = { broken: 0, left: 0 };
  for (let round = 0; round < 12; round++) {
    const d = await sealed(3);
    const { id } = await trayOf(d);
    const [closed, broken] = await Promise.allSettled(
      round % 2 === 0 ? [closeDeposit(d), breakIt(d, id)] : [breakIt(d, id), closeDeposit(d)].reverse(),
    );
    if (closed?.status !== 'fulfilled') throw new Error('the deposit did not close', { cause: closed });
    const committed = await db.asOwner(`select from pli.irreversible_steps where site_id = $1`, [d.site.id]);
    const tray = await trayOf(d);
    if (broken?.status === 'fulfilled') {
      expect([closed.value, committed.length, tray.state]).toEqual([{ pieces: 0, trays: 0 }, 0, 'open']);
      wins.broken += 1;
    } else {
      expect(broken?.reason).toMatchObject({ code: 'tray_left' });
      expect([closed.value, committed.length, tray.state]).toEqual([{ pieces: 3, trays: 1 }, 3, 'sealed']);
      wins.left += 1;
    }
  }
  expect(wins.broken + wins.left).toBe(12);
});
