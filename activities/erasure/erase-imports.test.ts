import { MockActivityEnvironment } from '@temporalio/testing';
import { newId } from '#contracts/new-id';
import { inLedger } from '#database/ledger';
import { accountScope } from '#database/scope';
import { cloneDatabase, type TestDatabase } from '#database/testing/clone-database';
import { sealedDeposit } from '../deposit/testing/sealed-deposit.ts';
import { recordsOf } from '../records.ts';
import { eraseImports } from './erase-imports.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await cloneDatabase();
});
afterAll(() => db.drop());

test('an import is abandoned at its deadline, and what a file said goes when its time to be read is over', async () => {
  const d = await sealedDeposit(db, 'nowhere', 1);
  const [order] = await db.asOwner<{ account_id: string }>(`select account_id from pli.orders where id = $1`, [
    d.orderId,
  ]);
  const account = order!.account_id;
  const at = new Date('2027-01-15T12:00:00Z');
  const due = new Date('2027-01-16T12:00:00Z');
  const [open, complete] = [newId('import'), newId('import')];
  await inLedger(
    db.api,
    accountScope(account, 'test'),
    { actor: 'test', cause: {} },
    () => at,
    async (tx) => {
      const row = (id: string, change: object) => ({
        ...{ id, account_id: account, mode: 'test', order_id: d.orderId, state_since: at, created_at: at },
        ...{ format: 'csv', definition: {}, reading: { headings: ['Nom'] }, ...change },
      });
      await tx.create('import', 'import.opened', [row(open, { state: 'open', deadline_at: due })]);
      await tx.create('import', 'import.opened', [
        row(complete, { state: 'complete', keep_until: due, completed_at: at }),
      ]);
      for (const id of [open, complete]) {
        await tx.sql(`insert into pli.import_batches values ($1, $2, 'test', 1, 10, 'h', 1, 0)`, [id, account]);
        // More than two slices of the erasure below.
        await tx.sql(
          `insert into pli.import_errors select $1, $2, 'test', 2, item, 'Nom', 'c', 'd', 'Fontaine' from generate_series(1, 5) item`,
          [id, account],
        );
      }
    },
  );
  const left: number[] = [];
  const eraseAt = (now: Date) => {
    const records = recordsOf(db.worker, () => now, 'bundle');
    const write: typeof records.write = async (...of) => {
      const done = await records.write(...of);
      left.push((await db.asOwner(`select from pli.import_errors`)).length);
      return done;
    };
    return new MockActivityEnvironment().run(
      eraseImports,
      { records: { ...records, write } },
      d.site.id,
      4,
    ) as Promise<number>;
  };
  expect(await eraseAt(new Date(due.getTime() - 1))).toBe(0);
  left.length = 0;
  // One abandoned, then both erased, four things to mend a transaction.
  expect(await eraseAt(due)).toBe(3);
  expect(left).toEqual([10, 6, 2, 0, 0]);
  expect(await eraseAt(due)).toBe(0);
  const rows = await db.asOwner(`select id, state, definition, reading, erased_at from pli.imports order by state`);
  const gone = { definition: null, reading: null, erased_at: due };
  expect(rows).toEqual([
    { id: open, state: 'abandoned', ...gone },
    { id: complete, state: 'complete', ...gone },
  ]);
  expect(await db.asOwner(`select from pli.import_errors`)).toEqual([]);
  expect(await db.asOwner(`select from pli.import_batches where hash is not null`)).toEqual([]);
  const told = await db.asOwner<{ type: string; data: unknown }>(
    `select type, data from pli.events where subject = 'import' order by number`,
  );
  expect(told.map(({ type }) => type)).toEqual([
    'import.opened',
    'import.opened',
    'import.abandoned',
    'import.erased',
    'import.erased',
  ]);
  expect(JSON.stringify(told)).not.toContain('Nom');
});
