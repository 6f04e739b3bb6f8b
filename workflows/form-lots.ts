import { proxyLocalActivities } from '@temporalio/workflow';
import type { FormLotsActivities } from '#activities/pool/form-site-lots';
import type { SiteInput } from '#contracts/processes';
import { describe } from './describe.ts';

// Local: it runs every few seconds, mostly to find nothing due; three transitions instead of six. A run that is cut off is begun
// again by the next, where it was.
const { formSiteLots } = proxyLocalActivities<FormLotsActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '5s', maximumAttempts: 5 },
});

/** One look at the pool of a site: the lots that are due are planned, and their processes started. */
export async function formLots({ siteId }: SiteInput): Promise<void> {
  const { lots, pieces, waiting } = await formSiteLots(siteId);
  describe(
    lots === 0
      ? `Nothing is due; ${waiting} letters wait`
      : `${lots} lots of ${pieces} pieces; ${waiting} letters wait`,
  );
}
