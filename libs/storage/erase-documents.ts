import { eraseAnswers } from '#database/erase-answers';
import type { LedgerTransaction } from '#database/ledger';
import type { Blobs } from './blobs.ts';

/** Nulls what a document says, the bytes as they came and as they are printed among it, and what answers tell of them. The rows are locked by the caller. */
export async function eraseDocumentRows(tx: LedgerTransaction, blobs: Blobs, ids: readonly string[]): Promise<void> {
  const set = { state: 'erased', erased_at: tx.at, library: null };
  const content = {
    ...{ blob: null, content_key: null, original_blob: null, original_sha256: null, page_lines: null },
    name: null,
    deadline_at: null,
  };
  await tx.change(
    'document',
    'document.erased',
    ids.map((id) => ({ id, set, content })),
  );
  await blobs.release(
    tx.sql,
    ids.flatMap((id) => ['document', 'original'].map((use) => ({ use, usedBy: id }))),
    tx.at,
  );
  const left = {
    state: 'erased',
    erasedAt: tx.at.toISOString(),
    originalSha256: null,
    acceptBy: null,
    eraseAt: null,
    name: null,
    library: null,
  };
  await eraseAnswers(tx.sql, ids, tx.at, left);
}
