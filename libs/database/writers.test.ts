import { randomInt } from 'node:crypto';
import { eventHash, type LedgerEvent } from './event-hash.ts';
import { inLedger } from './ledger.ts';
import { inScope } from './scope.ts';
import { cloneDatabase, type TestDatabase } from './testing/clone-database.ts';
import { makeSite, type TestSite } from './testing/fixtures.ts';

let db: TestDatabase;
const streams: string[] = [];
beforeAll(async () => {
  db = await cloneDatabase();
  // Forty streams that one scope may write, so that a transaction can hold many of them at once.
  for (let i = 0; i < 40; i++) streams.push(`site/sit_${i}`);
  await inScope(db.api, { role: 'pli_provider' }, (sql) =>
    sql(`insert into pli.streams (id, site_id) select 'site/' || s, s from unnest($1::text[]) s`, [
      streams.map((s) => s.slice(5)),
    ]),
  );
  await db.asOwner(`create policy all_streams on pli.streams to pli_site using (true)`);
  await db.asOwner(`create policy all_events on pli.events to pli_site using (true) with check (true)`);
});
afterAll(() => db?.drop());

/** One transaction that tells one event in each of `names`, in that order. */
const tellIn = (names: string[]) =>
  inLedger(
    db.worker,
    { role: 'pli_site', site: 'sit_0' },
    { actor: 'test', cause: {} },
    () => new Date(),
    async (tx) => {
      for (const name of names) tx.tell(name, 'lot', 'lot_1', 'lot.looked_at', { by: names.length });
    },
  );

test('16 writers over 40 streams leave no gap, never deadlock, and every chain verifies', async () => {
  const told = new Map(streams.map((s) => [s, 0]));
  const writer = async () => {
    for (let i = 0; i < 25; i++) {
      // Ten streams in any order: locked in that order, three of five such transactions would deadlock.
      const names = [...streams].sort(() => randomInt(3) - 1).slice(0, 10);
      await tellIn(names);
      for (const name of names) told.set(name, (told.get(name) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 16 }, writer));

  for (const stream of streams) {
    const events = await inScope(db.checker, { role: 'pli_audit' }, (sql) =>
      sql<LedgerEvent & { hash: Buffer; previous_hash: Buffer }>(
        'select * from pli.events where stream = $1 order by number',
        [stream],
      ),
    );
    expect(events.map((e) => e.number)).toEqual(Array.from({ length: told.get(stream) ?? 0 }, (_, i) => i + 1));
    let previous: Buffer = Buffer.alloc(0);
    for (const event of events) {
      expect(event.previous_hash).toEqual(previous);
      expect(event.hash).toEqual(eventHash(previous, event));
      previous = event.hash;
    }
    const [head] = await db.asOwner<{ last_number: string; last_hash: Buffer }>(
      'select last_number, last_hash from pli.streams where id = $1',
      [stream],
    );
    expect(head).toEqual({ last_number: String(events.length), last_hash: previous });
  }
});

test('streams are locked in id order, whatever order the caller tells in', async () => {
  const holder = db.worker.createQueryRunner();
  await holder.startTransaction();
  await holder.query(`set local role pli_site`);
  await holder.query(`select from pli.streams where id = 'site/sit_5' for update`);
  try {
    const waiting = tellIn(['site/sit_9', 'site/sit_5', 'site/sit_1']);
    // It waits for sit_5: it must hold sit_1 (before) and not sit_9 (after).
    const waitsForLock = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await db.asOwner(waitsForLock)).length === 0) await new Promise((go) => setImmediate(go));
    const free = async (id: string) =>
      (await db.asOwner(`select from pli.streams where id = $1 for update skip locked`, [id])).length === 1;
    expect([await free('site/sit_1'), await free('site/sit_9')]).toEqual([false, true]);
    await holder.commitTransaction();
    await waiting;
  } finally {
    if (holder.isTransactionActive) await holder.rollbackTransaction();
    await holder.release();
  }
});

test('rows are locked in id order as well: writers that change the same rows in any order never deadlock', async () => {
  const site: TestSite = await makeSite(db.api);
  const ids = Array.from({ length: 20 }, (_, i) => `lot_${String(i).padStart(2, '0')}`);
  const write = (work: Parameters<typeof inLedger>[4]) =>
    inLedger(db.worker, site.scope, { actor: 'test', cause: {} }, () => new Date(), work);
  const lot = (id: string, number: number) => ({
    id,
    site_id: site.id,
    mode: 'test',
    number,
    kind: 'ordinary',
    key: {},
    key_text: 'k',
    state: 'planned',
    state_since: new Date(),
    pieces: 1,
    sheets: 1,
    planned_deposit_date: '2027-01-04',
    created_at: new Date(),
  });
  await write((tx) =>
    tx.create(
      'lot',
      'lot.planned',
      ids.map((id, i) => lot(id, i + 1)),
    ),
  );
  const writer = async () => {
    for (let i = 0; i < 15; i++) {
      const shuffled = [...ids].sort(() => randomInt(3) - 1);
      await write((tx) =>
        tx.change(
          'lot',
          'lot.counted',
          shuffled.map((id) => ({ id, set: { sheets_printed: i } })),
        ),
      );
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
});
