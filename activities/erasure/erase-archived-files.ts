import type { ErasureDeps } from './deps.ts';

const FILES_AT_ONCE = 400;

/**
 * Erases archived files whose time is over, or that their account asked to be erased: the bytes, their hash key and the words they were
 * found by. That there was a file, when it was sent and when it was erased stays. @returns how many files
 */
export async function eraseArchivedFiles(
  { records, blobs }: Pick<ErasureDeps, 'records' | 'blobs'>,
  siteId: string,
): Promise<number> {
  return records.write(siteId, async (tx) => {
    const due = await tx.sql<{ id: string; reason_code: string | null }>(
      `select id, reason_code from pli.archived_files where site_id = $1 and state = 'kept' and keep_until <= $2
       order by keep_until, id limit $3 for update skip locked`,
      [siteId, tx.at, FILES_AT_ONCE],
    );
    const content = { blob: null, content_key: null, sha256: null, recipient: null, client_reference: null };
    await tx.change(
      'archived_file',
      'archive.erased',
      due.map(({ id, reason_code }) => ({
        id,
        set: { state: 'erased', erased_at: tx.at, reason_code: reason_code ?? 'term_over' },
        content,
      })),
    );
    await blobs.release(
      tx.sql,
      due.map(({ id }) => ({ use: 'archive', usedBy: id })),
      tx.at,
    );
    return due.length;
  });
}
