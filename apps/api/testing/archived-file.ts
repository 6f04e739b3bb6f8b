import { createHash } from 'node:crypto';
import { newId } from '#contracts/new-id';
import { bytesHash, newLetterKey } from '#database/content-hash';
import type { Row } from '#database/ledger';
import { siteScope } from '#database/scope';
import { write } from '#database/testing/fixtures';
import { accountBlobs } from '#storage/blobs';
import type { ApiUnderTest } from './running-api.ts';

/** Puts a letter's file into the archive as the print room's erasure would; answers its id. `change` overrides columns. */
export async function archiveFile(
  t: Pick<ApiUnderTest, 'database' | 'blobs'>,
  of: { accountId: string; siteId: string; orderId: string; letterId: string },
  bytes: Buffer,
  change: Row = {},
): Promise<string> {
  const id = newId('archived_file');
  await write(t.database.worker, siteScope(of.siteId), async (tx) => {
    const owner = accountBlobs(of.accountId, 'test');
    const blob = await t.blobs.put(tx.sql, owner, bytes, { use: 'archive', usedBy: id }, tx.at);
    const content_key = newLetterKey();
    await tx.create('archived_file', 'archive.kept', [
      {
        id,
        account_id: of.accountId,
        mode: 'test',
        site_id: of.siteId,
        order_id: of.orderId,
        letter_id: of.letterId,
        state: 'kept',
        state_since: tx.at,
        blob,
        content_key,
        content_hash: bytesHash(content_key, bytes),
        sha256: createHash('sha256').update(bytes).digest(),
        bytes: bytes.length,
        sent_at: tx.at,
        keep_until: null,
        created_at: tx.at,
        ...change,
      },
    ]);
  });
  return id;
}
