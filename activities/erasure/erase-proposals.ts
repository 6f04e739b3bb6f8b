import type { Blobs } from '#storage/blobs';
import type { ErasureDeps } from './deps.ts';
import { eraseDocumentRows } from '#storage/erase-documents';

const AT_ONCE = 100;

/** Erases repaired documents whose sender did not accept them in time, of the accounts that the site serves; answers how many. */
export async function eraseProposals(
  { records, blobs }: Pick<ErasureDeps, 'records'> & { blobs: Blobs },
  siteId: string,
): Promise<number> {
  return records.write(siteId, async (tx) => {
    const due = await tx.sql<{ id: string }>(
      `select id from pli.documents where state = 'proposed' and deadline_at <= $1 order by id limit $2 for update skip locked`,
      [tx.at, AT_ONCE],
    );
    await eraseDocumentRows(
      tx,
      blobs,
      due.map(({ id }) => id),
    );
    return due.length;
  });
}
