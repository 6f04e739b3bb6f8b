import { MailError } from '#domain/mail-error';
import { commitStep } from './irreversible-steps.ts';
import { cloneDatabase, type TestDatabase } from './testing/clone-database.ts';
import { makeAccount, makeOrder, makeSite, write, type TestAccount, type TestSite } from './testing/fixtures.ts';
import { makeLot, type TestLot } from './testing/production.ts';

let db: TestDatabase;
let paris: TestSite;
let moulins: TestAccount;
let lot: TestLot;
beforeAll(async () => {
  db = await cloneDatabase();
  paris = await makeSite(db.api);
  moulins = await makeAccount(db.api, paris);
  lot = await makeLot(db.worker, paris, moulins, await makeOrder(db.api, moulins, paris));
});
afterAll(() => db?.drop());

describe('what cannot be undone', () => {
  const nextCopy = (piece: TestLot['pieces'][number], copy: number, position: number) =>
    write(db.worker, paris.scope, (tx) =>
      tx.sql(
        `insert into pli.pieces (id, letter_id, copy, account_id, site_id, mode, lot_id, position, state, state_since, sheets, weight_mg, weight_band, window_code, created_at)
         values ($1 || '.' || $2::int, $1, $2::int, $3, $4, 'test', $5, $6, 'planned', $7, 1, 1, 20, $8, $7)`,
        [piece.letter, copy, moulins.id, paris.id, lot.id, position, tx.at, `W/x/${copy}`],
      ),
    );

  test('a letter has one living copy: the next waits until the one before is spoiled or void', async () => {
    const [piece] = lot.pieces;
    await expect(nextCopy(piece!, 2, 2)).rejects.toThrow('pieces_one_live_copy');
    await write(db.worker, paris.scope, (tx) =>
      tx.change('piece', 'piece.voided', [{ id: piece!.id, set: { state: 'voided', deadline_at: null } }]),
    );
    await nextCopy(piece!, 2, 2);
    await expect(nextCopy(piece!, 3, 3)).rejects.toThrow('pieces_one_live_copy');
  });

  test('a copy is committed to print once, by one job', async () => {
    const order = await makeOrder(db.api, moulins, paris, { letters: 3 });
    const made = await makeLot(db.worker, paris, moulins, order, { number: 7 });
    const copies = made.pieces.map((p) => ({ letter_id: p.letter, copy: 1 }));
    const commit = (job: string, of = copies) =>
      write(db.worker, paris.scope, (tx) => commitStep(tx, paris.id, 'test', 'print', job, of));
    await commit('pli-PAR1-7');
    await commit('pli-PAR1-7'); // saying it again changes nothing
    await expect(commit('pli-PAR1-8', copies.slice(1, 2))).rejects.toMatchObject({ code: 'copy_already_committed' });
    const insert = write(db.worker, paris.scope, (tx) =>
      tx.sql(
        `insert into pli.irreversible_steps (step, letter_id, copy, site_id, mode, job, at) values ('print', $1, 1, $2, 'test', 'other', $3)`,
        [copies[0]?.letter_id, paris.id, tx.at],
      ),
    );
    await expect(insert).rejects.toThrow('irreversible_steps_once');
  });

  test('of two jobs that race for a copy one wins', async () => {
    const made = await makeLot(db.worker, paris, moulins, await makeOrder(db.api, moulins, paris, { letters: 5 }), {
      number: 8,
    });
    const copies = made.pieces.map((p) => ({ letter_id: p.letter, copy: 1 }));
    const race = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((job) =>
        write(db.worker, paris.scope, (tx) => commitStep(tx, paris.id, 'test', 'print', job, copies)),
      ),
    );
    expect(race.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    for (const r of race) if (r.status === 'rejected') expect(r.reason).toBeInstanceOf(MailError);
  });
});
