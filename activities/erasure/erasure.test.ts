import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { cloneDatabase, type TestDatabase } from '#database/testing/clone-database';
import { testMasterKey } from '#database/testing/fixtures';
import { localBlobs } from '#storage/local-blobs';
import { accountBlobs, openBlobs, type Blobs } from '#storage/blobs';
import { recordsOf } from '../records.ts';
import { sealedDeposit } from '../deposit/testing/sealed-deposit.ts';
import { archiveLetters } from './archive-letters.ts';
import { eraseArchivedFiles } from './erase-archived-files.ts';
import { eraseLetters } from './erase-letters.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await cloneDatabase();
});
afterAll(() => db.drop());

/** Two letters of one order, accepted by the carrier at noon, with their composed bytes stored. */
async function acceptedAtNoon(archive: 'none' | 'simple', years?: number) {
  const folder = await mkdtemp(join(tmpdir(), 'pli-blobs-'));
  const blobs = openBlobs(localBlobs(folder), testMasterKey);
  const d = await sealedDeposit(db, 'nowhere', 2);
  const noon = new Date('2027-01-15T12:00:00Z');
  const [letter] = await db.asOwner<{ account_id: string }>(`select account_id from pli.letters where id = $1`, [
    d.letterIds[0],
  ]);
  const owner = accountBlobs(letter!.account_id, 'test');
  let now = noon;
  const records = recordsOf(db.worker, () => now, 'bundle');
  await db.asOwner(
    `update pli.orders set archive = $2, options = options || jsonb_build_object('archive', $3::jsonb) where id = $1`,
    [d.orderId, archive, { kind: archive, years }],
  );
  await db.asOwner(`update pli.letters set accepted_at = $2 where id = any($1)`, [d.letterIds, noon]);
  const addresses = await records.read(d.site.id, (sql) =>
    blobs.putAll(
      sql,
      owner,
      d.letterIds.map((id) => ({ bytes: Buffer.from(`composed ${id}`), use: 'composed', usedBy: id })),
      noon,
    ),
  );
  await db.asOwner(`update pli.letters set composed_blob = $2 where id = any($1)`, [d.letterIds, addresses[0]]);
  const does =
    (work: (deps: { records: ReturnType<typeof recordsOf>; blobs: Blobs }, siteId: string) => Promise<number>) =>
    (at: string) => {
      now = new Date(at);
      return new MockActivityEnvironment().run(work, { records, blobs }, d.site.id) as Promise<number>;
    };
  const eraseAt = does(eraseLetters);
  const archiveAt = does(archiveLetters);
  const eraseArchivedAt = does(eraseArchivedFiles);
  const archived = () =>
    db.asOwner<Record<string, unknown>>(`select * from pli.archived_files where order_id = $1 order by letter_id`, [
      d.orderId,
    ]);
  const letters = () =>
    db.asOwner<Record<string, unknown>>(`select * from pli.letters where order_id = $1 order by id`, [d.orderId]);
  const readable = () =>
    records
      .read(d.site.id, (sql) => blobs.read(sql, owner, addresses[0]!))
      .then(
        () => true,
        () => false,
      );
  const uses = () => db.asOwner(`select 1 from pli.blob_uses where used_by = any($1)`, [d.letterIds]);
  return { d, eraseAt, archiveAt, eraseArchivedAt, archived, letters, readable, uses };
}

test('a letter is erased when its hours since the accepted deposit are over, not a second before', async () => {
  const { d, eraseAt, letters, uses } = await acceptedAtNoon('none');
  expect(await eraseAt('2027-01-15T12:00:35Z')).toBe(0); // 0.01 h = 36 s
  expect(await eraseAt('2027-01-15T12:00:36Z')).toBe(2);
  for (const letter of await letters())
    expect(letter).toMatchObject({
      recipient: null,
      sender: null,
      data: null,
      client_reference: null,
      content_key: null,
      composed_blob: null,
    });
  expect(await uses()).toHaveLength(0);
  const events = await db.asOwner(`select 1 from pli.events where type = 'letter.erased' and subject_id = any($1)`, [
    d.letterIds,
  ]);
  expect(events).toHaveLength(2);
  expect(await eraseAt('2027-01-15T13:00:00Z')).toBe(0);
});

test('the simple archive takes a sent letter in before it is erased, and keeps its file until its time is over', async () => {
  const { d, eraseAt, archiveAt, eraseArchivedAt, archived, letters, readable } = await acceptedAtNoon('simple', 5);
  await db.asOwner(`update pli.letters set state = 'accepted_by_carrier', handed_over_at = $2 where id = any($1)`, [
    d.letterIds,
    '2027-01-15T11:00:00Z',
  ]);
  expect(await eraseAt('2027-01-15T12:01:00Z')).toBe(0);
  expect(await archiveAt('2027-01-15T12:01:00Z')).toBe(2);
  expect(await archiveAt('2027-01-15T12:01:00Z')).toBe(0);
  expect(await eraseAt('2027-01-15T12:01:00Z')).toBe(2);
  for (const letter of await letters()) expect(letter).toMatchObject({ recipient: null, composed_blob: null });
  expect(await archived()).toMatchObject(
    [...d.letterIds].sort().map((letter_id) => ({
      letter_id,
      state: 'kept',
      keep_until: new Date('2032-01-15T11:00:00Z'),
    })),
  );
  expect(await readable()).toBe(true);

  expect(await eraseArchivedAt('2032-01-15T10:59:59Z')).toBe(0);
  expect(await eraseArchivedAt('2032-01-15T11:00:00Z')).toBe(2);
  const gone = {
    state: 'erased',
    blob: null,
    content_key: null,
    sha256: null,
    recipient: null,
    client_reference: null,
  };
  expect(await archived()).toMatchObject([
    { ...gone, reason_code: 'term_over' },
    { ...gone, reason_code: 'term_over' },
  ]);
});

test('a letter that was never sent has no file to keep', async () => {
  const { d, eraseAt, archiveAt, archived } = await acceptedAtNoon('simple');
  await db.asOwner(
    `update pli.letters set state = 'cancelled', accepted_at = null, ended_at = '2027-01-15T12:00:00Z' where id = any($1)`,
    [d.letterIds],
  );
  await db.asOwner(`update pli.pieces set state = 'voided' where letter_id = any($1)`, [d.letterIds]);
  expect(await archiveAt('2027-01-15T12:01:00Z')).toBe(0);
  expect(await eraseAt('2027-01-15T12:01:00Z')).toBe(2);
  expect(await archived()).toEqual([]);
});

test('a letterhead stays when the letters on it are erased, also where it was a letter itself', async () => {
  const { d, eraseAt } = await acceptedAtNoon('none');
  const [first, second] = d.letterIds;
  const [row] = await db.asOwner<{ document_id: string }>(`select document_id from pli.letters where id = $1`, [first]);
  await db.asOwner(`update pli.letters set options = jsonb_build_object('backgroundPage', $2::text) where id = $1`, [
    second,
    row?.document_id,
  ]);
  expect(await eraseAt('2027-01-15T12:01:00Z')).toBe(2);
  expect(await db.asOwner(`select state from pli.documents where id = $1`, [row?.document_id])).toEqual([
    { state: 'stored' },
  ]);
});

test('a document goes with the last letter that names it, as its content or as an attachment', async () => {
  const { d, eraseAt } = await acceptedAtNoon('none');
  const [first, second] = d.letterIds;
  const [row] = await db.asOwner<{ document_id: string }>(`select document_id from pli.letters where id = $1`, [first]);
  const content = row!.document_id;
  const [shared, own] = [`${content}_shared`, `${content}_own`];
  await db.asOwner(
    `insert into pli.documents (id, account_id, mode, state, pages, bytes, blob, content_key, content_hash, created_at)
     select n, account_id, mode, 'stored', 1, 1000, 'b', 'k', 'h', created_at from pli.documents, unnest($2::text[]) n where id = $1`,
    [content, [shared, own]],
  );
  const attach = (letter: string | undefined, documents: string[]) =>
    db.asOwner(`update pli.letters set attachment_ids = $2 where id = $1`, [letter, documents]);
  await attach(first, [shared, own]);
  await attach(second, [shared]);
  await db.asOwner(`update pli.letters set accepted_at = '2027-01-15T13:00:00Z' where id = $1`, [second]);
  const stored = async () => {
    const of = [`${content}%`];
    const rows = await db.asOwner<{ id: string }>(
      `select id from pli.documents where state = 'stored' and id like $1 order by id`,
      of,
    );
    return rows.map(({ id }) => id);
  };
  expect(await eraseAt('2027-01-15T12:01:00Z')).toBe(1);
  expect(await stored()).toEqual([content, shared]);
  expect(await eraseAt('2027-01-15T13:01:00Z')).toBe(1);
  expect(await stored()).toEqual([]);
  const [erased] = await db.asOwner(`select blob, content_key from pli.documents where id = $1`, [shared]);
  expect(erased).toEqual({ blob: null, content_key: null });
});

test('a letter whose piece is still suspect waits: its bytes may be printed again', async () => {
  const { d, eraseAt } = await acceptedAtNoon('none');
  await db.asOwner(`update pli.pieces set state = 'suspect' where id = $1`, [`${d.letterIds[0]}.1`]);
  expect(await eraseAt('2027-01-15T12:01:00Z')).toBe(1);
});

test('a letter that was lost at its deposit is erased after its end: nobody will ever accept that deposit for it', async () => {
  const { d, eraseAt } = await acceptedAtNoon('none');
  await db.asOwner(
    `update pli.letters set state = 'lost', accepted_at = null, ended_at = '2027-01-15T12:00:00Z' where id = any($1)`,
    [d.letterIds],
  );
  await db.asOwner(`update pli.pieces set state = 'missing_at_deposit' where letter_id = any($1)`, [d.letterIds]);
  expect(await eraseAt('2027-01-15T12:00:35Z')).toBe(0);
  expect(await eraseAt('2027-01-15T12:00:36Z')).toBe(d.letterIds.length);
});

test('a cancelled letter is erased after its end, once no copy of it is left', async () => {
  const { d, eraseAt, letters } = await acceptedAtNoon('none');
  await db.asOwner(
    `update pli.letters set state = 'cancelled', accepted_at = null, ended_at = '2027-01-15T12:00:00Z' where id = any($1)`,
    [d.letterIds],
  );
  await db.asOwner(`update pli.pieces set state = 'diverted' where id = $1`, [`${d.letterIds[0]}.1`]);
  await db.asOwner(`update pli.pieces set state = 'voided' where id = $1`, [`${d.letterIds[1]}.1`]);
  expect(await eraseAt('2027-01-15T12:00:35Z')).toBe(0);
  expect(await eraseAt('2027-01-15T12:00:36Z')).toBe(1);
  const erased = (await letters()).filter(({ erased_at }) => erased_at !== null);
  expect(erased.map(({ id }) => id)).toEqual([d.letterIds[1]]);
  await db.asOwner(`update pli.pieces set state = 'spoiled' where id = $1`, [`${d.letterIds[0]}.1`]);
  expect(await eraseAt('2027-01-15T12:01:00Z')).toBe(1);
});
