import type { Blobs } from '#storage/blobs';
import type { Records } from '../records.ts';

/** One event each: many fit a transaction. */
const PREVIEWS_AT_ONCE = 200;
/** Transactions of one step: more wait for the schedule's next look. */
const BATCHES_A_STEP = 5;

/**
 * Erases what previews show once their time is over, also of those that were never made: the letter, its bytes as far as no order uses them,
 * and what was said of it. @returns how many
 */
export async function erasePreviews(deps: ErasingPreviews, siteId: string): Promise<number> {
  let erased = 0;
  for (let batch = 0; batch < BATCHES_A_STEP; batch++) {
    const some = await eraseSome(deps, siteId);
    erased += some;
    if (some < PREVIEWS_AT_ONCE) break;
  }
  return erased;
}

interface ErasingPreviews {
  records: Records;
  blobs: Blobs;
}

async function eraseSome({ records, blobs }: ErasingPreviews, siteId: string): Promise<number> {
  return records.write(siteId, async (tx) => {
    const due = await tx.sql<{ id: string }>(
      `select id from pli.previews where site_id = $1 and state <> 'erased' and valid_until <= $2 order by valid_until limit $3 for update skip locked`,
      [siteId, tx.at, PREVIEWS_AT_ONCE],
    );
    const set = { state: 'erased', erased_at: tx.at, deadline_at: null, composed_blob: null };
    const content = { letter: null, template: null, trouble: null, warnings: null, problems: null };
    await tx.change(
      'preview',
      'preview.erased',
      due.map(({ id }) => ({ id, set, content })),
    );
    await blobs.release(
      tx.sql,
      due.map(({ id }) => ({ use: 'preview', usedBy: id })),
      tx.at,
    );
    return due.length;
  });
}
