import { patched } from '@temporalio/workflow';
import type { ErasureActivities } from '#activities/erasure/index';
import type { SiteInput } from '#contracts/processes';
import { onRecords } from './activity-classes.ts';
import { describe } from './describe.ts';

const { eraseDueLetters, eraseExpired, eraseProductionFiles, removeUnusedBlobs } =
  onRecords<ErasureActivities>('Erasure');

const MOST_ROUNDS = 50;

/** Erases the content of letters whose time for it has come, and the files of production that hold it. The evidence stays. */
export async function erase({ siteId }: SiteInput): Promise<void> {
  let letters = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const done = await eraseDueLetters(siteId);
    letters += done;
    if (done === 0) break;
  }
  const lots = await eraseProductionFiles(siteId);
  const expired = patched('expiries') ? await eraseExpired(siteId) : 0;
  if (letters + expired > 0) await removeUnusedBlobs(siteId);
  describe(`Erased the content of ${letters} letters and the files of ${lots} lots`, { state: 'done' });
}
