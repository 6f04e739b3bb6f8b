import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { inLedger } from '#database/ledger';
import { accountScope } from '#database/scope';
import { cloneDatabase, type TestDatabase } from '#database/testing/clone-database';
import { testMasterKey } from '#database/testing/fixtures';
import { newId } from '#contracts/new-id';
import { accountBlobs, openBlobs } from '#storage/blobs';
import { localBlobs } from '#storage/local-blobs';
import { recordsOf } from '../records.ts';
import { sealedDeposit } from '../deposit/testing/sealed-deposit.ts';
import { eraseProposals } from './erase-proposals.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await cloneDatabase();
});
afterAll(() => db.drop());

test('a repaired document that nobody accepts is erased at its deadline with all that was kept of it; an accepted one stays', async () => {
  const blobs = openBlobs(localBlobs(await mkdtemp(join(tmpdir(), 'pli-blobs-'))), testMasterKey);
  const { site, letterIds } = await sealedDeposit(db, 'nowhere', 1);
  const [letter] = await db.asOwner<{ account_id: string }>(`select account_id from pli.letters where id = $1`, [
    letterIds[0],
  ]);
  const account = letter!.account_id;
  const at = new Date('2027-01-15T12:00:00Z');
  const deadline_at = new Date('2027-01-22T12:00:00Z');
  const [untouched, accepted] = [newId('document', at), newId('document', at)];
  const act = { actor: 'test', cause: {} };
  await inLedger(
    db.api,
    accountScope(account, 'test'),
    act,
    () => at,
    async (tx) => {
      for (const id of [untouched, accepted]) {
        const [blob, original_blob] = await blobs.putAll(
          tx.sql,
          accountBlobs(account, 'test'),
          ['document', 'original'].map((use) => ({ use, usedBy: id, bytes: Buffer.from(`${use} of ${id}`) })),
          at,
        );
        const key = Buffer.alloc(32, 1);
        await tx.create('document', 'document.proposed', [
          {
            id,
            account_id: account,
            mode: 'test',
            state: 'proposed',
            state_since: at,
            deadline_at,
            pages: 1,
            bytes: 9,
            repairs: ['embed_fonts'],
            blob,
            original_blob,
            original_sha256: key,
            content_key: key,
            content_hash: key,
            page_lines: [[]],
            created_at: at,
          },
        ]);
      }
      await tx.change('document', 'document.accepted', [{ id: accepted, set: { state: 'stored', deadline_at: null } }]);
    },
  );
  const eraseAt = (time: string) =>
    new MockActivityEnvironment().run(
      eraseProposals,
      { records: recordsOf(db.worker, () => new Date(time), 'bundle'), blobs },
      site.id,
    ) as Promise<number>;
  expect(await eraseAt('2027-01-22T11:59:59Z')).toBe(0);
  expect(await eraseAt('2027-01-22T12:00:00Z')).toBe(1);
  const rows = await db.asOwner(
    `select id, state, deadline_at, num_nonnulls(blob, content_key, original_blob, original_sha256, page_lines) as kept,
       (select count(*)::int from pli.blob_uses where used_by = d.id) as uses from pli.documents d where id = any($1) order by state`,
    [[untouched, accepted]],
  );
  expect(rows).toEqual([
    { id: untouched, state: 'erased', deadline_at: null, kept: 0, uses: 0 },
    { id: accepted, state: 'stored', deadline_at: null, kept: 5, uses: 2 },
  ]);
});
