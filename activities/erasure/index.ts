import { siteScope } from '#database/scope';
import { erasePreviews } from '../preview/erase-previews.ts';
import { archiveLetters } from './archive-letters.ts';
import { eraseArchivedFiles } from './erase-archived-files.ts';
import { eraseImports } from './erase-imports.ts';
import { eraseLetters } from './erase-letters.ts';
import { eraseLotFiles } from './erase-lot-files.ts';
import { eraseLeftAlone } from './erase-left-alone.ts';
import { eraseProposals } from './erase-proposals.ts';
import type { ErasureDeps } from './deps.ts';

/** Transactions of one step, so that a small batch does not cost Temporal more steps. */
const BATCHES_A_STEP = 5;

/** All that the erasure schedule does outside itself. */
export const erasureActivities = (deps: ErasureDeps) => ({
  /** Keeps what the archive asks for, then erases the content of letters whose time has come; answers how many, 0 when none is due. */
  eraseDueLetters: async (siteId: string): Promise<number> => {
    for (let batch = 0; batch < BATCHES_A_STEP; batch++) if ((await archiveLetters(deps, siteId)) === 0) break;
    let letters = 0;
    for (let batch = 0; batch < BATCHES_A_STEP; batch++) {
      const erased = await eraseLetters(deps, siteId);
      letters += erased;
      if (erased === 0) break;
    }
    return letters;
  },
  /** Erases what was kept for a time that is over, whoever kept it; answers how many things. */
  eraseExpired: async (siteId: string): Promise<number> =>
    (await erasePreviews(deps, siteId)) +
    (await eraseProposals(deps, siteId)) +
    (await eraseImports(deps, siteId)) +
    (await eraseArchivedFiles(deps, siteId)) +
    (await eraseLeftAlone(deps)),
  /** Erases print files, tickets and inserter files of lots that need no reprint any more; answers how many lots. */
  eraseProductionFiles: (siteId: string): Promise<number> => eraseLotFiles(deps, siteId),
  /** Deletes the stored bytes that the erasure left without a use. */
  removeUnusedBlobs: (siteId: string): Promise<number> => deps.blobs.removeUnused(deps.database, siteScope(siteId)),
});
export type ErasureActivities = ReturnType<typeof erasureActivities>;
