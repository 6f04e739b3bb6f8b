import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { IntakeRecordActivities } from '#activities/compose/accept-letters';
import type { OrderInput } from '#contracts/processes';
import { onRecords } from './activity-classes.ts';
import { composePortions } from './compose-portions.ts';
import { describe } from './describe.ts';

const { acceptLetters } = onRecords<IntakeRecordActivities>('Accept the letters');

/** A larger order: its letters are accepted, then composed, checked and released to the pool as they are ready. */
export async function order({ siteId, orderId, letters, from = 0 }: OrderInput): Promise<void> {
  const title = `Order of ${letters} letters`;
  if (from === 0) {
    describe(`${title}: accepting its letters`, { state: 'accepting' });
    while (await acceptLetters(siteId, orderId));
  }
  const pause = () => workflowInfo().continueAsNewSuggested;
  const next = await composePortions({ siteId, of: { orderId }, letters, from, title, pause });
  if (next < letters) await continueAsNew<typeof order>({ siteId, orderId, letters, from: next });
}
