import { siteScope } from '#database/scope';
import { eraseLetters } from './erase-letters.ts';
import { eraseLotFiles } from './erase-lot-files.ts';
import type { ErasureDeps } from './deps.ts';

/** All that the erasure schedule does outside itself. */
export const erasureActivities = (deps: ErasureDeps) => ({
  /** Erases the content of letters whose time has come; answers how many, 0 when none is due. */
  eraseDueLetters: (siteId: string): Promise<number> => eraseLetters(deps, siteId),
  /** Erases print files, tickets and inserter files of lots that need no reprint any more; answers how many lots. */
  eraseProductionFiles: (siteId: string): Promise<number> => eraseLotFiles(deps, siteId),
  /** Deletes the stored bytes that the erasure left without a use. */
  removeUnusedBlobs: (siteId: string): Promise<number> => deps.blobs.removeUnused(deps.database, siteScope(siteId)),
});
export type ErasureActivities = ReturnType<typeof erasureActivities>;
