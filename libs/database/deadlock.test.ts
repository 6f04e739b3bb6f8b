import { cloneDatabase, type TestDatabase } from './testing/clone-database.ts';
import { makeAccount, makeOrder, makeSite, write, type TestOrder, type TestSite } from './testing/fixtures.ts';

let db: TestDatabase;
let site: TestSite;
let order: TestOrder;
beforeAll(async () => {
  db = await cloneDatabase();
  site = await makeSite(db.api);
  order = await makeOrder(db.api, await makeAccount(db.api, site), site, { letters: 2 });
});
afterAll(() => db?.drop());

/** Composes one letter, and the other once both have one. */
function inTurn(first: string, second: string, mine: () => void, others: Promise<void>) {
  let attempts = 0;
  const done = write(db.worker, site.scope, async (tx) => {
    attempts++;
    const lock = (id: string) => tx.sql(`select from pli.letters where id = $1 for update`, [id]);
    await lock(first);
    mine();
    await others;
    await lock(second);
    await tx.change('letter', 'letter.deadline_moved', [{ id: second, set: { deadline_at: new Date() } }]);
  });
  return { done, attempts: () => attempts };
}

test('of two transactions that wait for each other the one given up is run again, and both are told once', async () => {
  const [one = '', two = ''] = order.letterIds;
  const [a, b] = [deferred(), deferred()];
  const left = inTurn(one, two, a.resolve, b.promise);
  const right = inTurn(two, one, b.resolve, a.promise);
  await Promise.all([left.done, right.done]);
  expect(left.attempts() + right.attempts()).toBe(3);
  const told = await db.asOwner(`select from pli.events where type = 'letter.deadline_moved'`);
  expect(told).toHaveLength(2);
});

test('a transaction that meets a deadlock each time is given up at last', async () => {
  let attempts = 0;
  const always = write(db.worker, site.scope, async (tx) => {
    attempts++;
    await tx.sql(`do $$ begin raise exception 'met again' using errcode = '40P01'; end $$`);
  });
  await expect(always).rejects.toThrow('met again');
  expect(attempts).toBe(4);
});

function deferred() {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve: () => resolve() };
}
