import type { ErasureDeps } from './deps.ts';
import { eraseDrafts } from './erase-drafts.ts';
import { eraseUnusedDocuments } from './erase-unused-documents.ts';
import { keyRequestHashes } from './key-request-hashes.ts';

/** What nobody uses any more, of every account: each print room's round sees to all of it, for a draft has none yet. @returns how many things were erased */
export async function eraseLeftAlone(deps: ErasureDeps): Promise<number> {
  // Drafts first: the documents that only they named are then without a letter.
  const erased = (await eraseDrafts(deps)) + (await eraseUnusedDocuments(deps));
  await keyRequestHashes(deps);
  if (erased > 0) await deps.blobs.removeUnused(deps.database, { role: 'pli_eraser' });
  return erased;
}
