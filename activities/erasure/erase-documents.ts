import type { LedgerTransaction } from '#database/ledger';
import type { Blobs } from '#storage/blobs';

/** Nulls what a document says, the bytes as they came and as they are printed among it. The rows are locked by the caller. */
export async function eraseDocumentRows(tx: LedgerTransaction, blobs: Blobs, ids: readonly string[]): Promise<void> {
  const set = { state: 'erased', erased_at: tx.at, deadline_at: null };
  const content = { blob: null, content_key: null, original_blob: null, original_sha256: null, page_lines: null };
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
}
