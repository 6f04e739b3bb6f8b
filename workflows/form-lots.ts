import type { FormLotsActivities } from '#activities/pool/form-site-lots';
import type { SiteInput } from '#contracts/processes';
import { onRecords } from './activity-classes.ts';
import { describe } from './describe.ts';

const { formSiteLots } = onRecords<FormLotsActivities>('Letters of the pool become lots');

/** One look at the pool of a site: the lots that are due are planned, and their processes started. */
export async function formLots({ siteId }: SiteInput): Promise<void> {
  const { lots, pieces, waiting } = await formSiteLots(siteId);
  describe(lots === 0 ? `Nothing is due; ${waiting} letters wait` : `${lots} lots of ${pieces} pieces; ${waiting} letters wait`);
}
