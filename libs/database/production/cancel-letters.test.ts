import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '#contracts/new-id';
import { demonstrationProfile } from '#domain/site-profiles';
import type { LedgerTransaction } from '../ledger.ts';
import { cloneDatabase, type TestDatabase } from '../testing/clone-database.ts';
import { makeAccount, makeOrder, makeSite, write, type TestAccount, type TestSite } from '../testing/fixtures.ts';
import { makeLot, type TestLot } from '../testing/production.ts';
import { cancelLetters } from './cancel-letters.ts';

let db: TestDatabase;
let site: TestSite;
let account: TestAccount;
let lots = 0;
beforeAll(async () => {
  db = await cloneDatabase();
  site = await makeSite(db.api);
  account = await makeAccount(db.api, site, { terms: { cancellation: 'before_hand_over' } });
  const profile = { id: newId('profile'), profile_id: newId('profile'), version: 1, site_id: site.id, kind: 'site' };
  await write(db.api, { role: 'pli_provider' }, (tx) =>
    tx.create('profile', 'profile.added', [{ ...profile, data: demonstrationProfile, valid_from: new Date(0) }]),
  );
});
afterAll(() => db.drop());

/** A letter in production whose copy, alone in its lot and tray, is in that state. */
async function inProduction(...states: string[]) {
  const order = await makeOrder(db.api, account, site);
  const lot = await makeLot(db.worker, site, account, order, { number: ++lots });
  const { id } = lot.pieces[0]!;
  await write(db.worker, site.scope, async (tx) => {
    for (const state of states) await tx.change('piece', `piece.${state}`, [{ id, set: { state } }]);
  });
  return { letter: order.letterIds[0]!, piece: id, lot };
}
const cancel = (letter: string) =>
  write(db.api, site.scope, (tx) => cancelLetters(tx, { account: account.id, mode: account.mode }, [letter]));
const seal = (tx: LedgerTransaction, { tray, deposit }: TestLot) =>
  tx.change('tray', 'tray.sealed', [{ id: tray, set: { state: 'sealed', deposit_id: deposit, sealed_at: tx.at } }]);

/** Cancels while another has changed something and not committed it: the cancelling waits behind it, and then goes by what it sees. */
async function cancelWhile(letter: string, work: (tx: LedgerTransaction) => Promise<unknown>) {
  let cancelling: Promise<unknown> = Promise.resolve();
  await write(db.worker, site.scope, async (tx) => {
    await work(tx);
    cancelling = cancel(letter).catch((error: unknown) => error);
    const waits = () =>
      db.asOwner(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    while ((await waits()).length === 0) await delay(5);
  });
  return cancelling;
}

test('a copy that comes into its tray meanwhile is put aside at the next asking, not left to the exit', async () => {
  const { letter, piece } = await inProduction('printed');
  const settled = await cancelWhile(letter, async (tx) => {
    for (const state of ['inserted', 'trayed'])
      await tx.change('piece', `piece.${state}`, [{ id: piece, set: { state } }]);
  });
  expect(settled).toMatchObject({ code: 'letter_moves_on', retry: 'later' });
  expect(await cancel(letter)).toMatchObject([{ copy: 'put_aside' }]);
});

test('a lot that is assembled meanwhile has it in its print file', async () => {
  const { letter, lot } = await inProduction();
  const assembled = await cancelWhile(letter, (tx) =>
    tx.change('lot', 'lot.assembled', [{ id: lot.id, set: { state: 'assembled' } }]),
  );
  expect(assembled).toMatchObject({ code: 'letter_moves_on' });
  expect(await cancel(letter)).toMatchObject([{ copy: 'put_aside_at_exit' }]);
});

test('a tray that is sealed meanwhile is opened at the next asking', async () => {
  const { letter, lot } = await inProduction('printed', 'inserted', 'trayed');
  expect(await cancelWhile(letter, (tx) => seal(tx, lot))).toMatchObject({ code: 'letter_moves_on' });
  expect(await cancel(letter)).toMatchObject([{ copy: 'put_aside' }]);
  expect(await db.asOwner(`select state, deposit_id from pli.trays where id = $1`, [lot.tray])).toEqual([
    { state: 'open', deposit_id: null },
  ]);
});

test('a deposit that closes meanwhile has it: too late', async () => {
  const { letter, lot } = await inProduction('printed', 'inserted', 'trayed');
  await write(db.worker, site.scope, (tx) => seal(tx, lot));
  const closed = await cancelWhile(letter, (tx) =>
    tx.change('deposit', 'deposit.closed', [{ id: lot.deposit, set: { state: 'closed', pieces: 1 } }]),
  );
  expect(closed).toMatchObject([{ copy: null, refused: 'cancellation_too_late' }]);
});

test('one whose copy is dead gets no next one, and its mark is refunded', async () => {
  const { letter, piece } = await inProduction('suspect', 'voided');
  const mark = { counter_id: site.counter, mark: 1, mark_date: '2027-01-04' };
  await write(db.worker, site.scope, async (tx) => {
    await tx.change('piece', 'piece.marked', [{ id: piece, set: mark }]);
    const entry = {
      id: newId('postage_counter'),
      letter_id: letter,
      copy: 1,
      cents: 152,
      state: 'marked',
      marked_at: tx.at,
    };
    await tx.create('postage_entry', 'postage.marked', [{ ...mark, ...entry, site_id: site.id, mode: 'test' }]);
  });
  expect(await cancel(letter)).toMatchObject([{ copy: 'none', refused: null }]);
  expect(await db.asOwner(`select state from pli.postage_entries where letter_id = $1`, [letter])).toEqual([
    { state: 'refund_due' },
  ]);
});

test('100 letters in production are cancelled in one transaction, and their order with them', async () => {
  const order = await makeOrder(db.api, account, site, { letters: 100 });
  await makeLot(db.worker, site, account, order, { number: ++lots });
  const answers = await write(db.api, site.scope, (tx) =>
    cancelLetters(tx, { account: account.id, mode: account.mode }, order.letterIds),
  );
  expect(new Set(answers.map(({ copy }) => copy))).toEqual(new Set(['voided']));
  expect(await db.asOwner(`select state from pli.orders where id = $1`, [order.id])).toEqual([{ state: 'cancelled' }]);
});
