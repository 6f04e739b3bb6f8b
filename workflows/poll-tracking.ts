import type { TrackingActivities } from '#activities/tracking/index';
import type { SiteInput } from '#contracts/processes';
import { onPost } from './activity-classes.ts';
import { describe } from './describe.ts';

const { pollDueLetters } = onPost<TrackingActivities>('What the post says of letters');

/** Rounds one run makes at most: what is still due then is taken by the schedule's next run. */
const MOST_ROUNDS = 50;

/** Asks the carrier about registered letters that are due, and ends untracked ones whose window for a return has passed. */
export async function pollTracking({ siteId }: SiteInput): Promise<void> {
  let letters = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const done = await pollDueLetters(siteId);
    letters += done.letters;
    if (!done.more) break;
  }
  describe(`Tracking: ${letters} letters were due`, { state: 'done' });
}
