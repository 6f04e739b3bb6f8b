import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { attributePairs, type MailAttributes } from '#contracts/mail-attributes';

/**
 * Says in the Temporal UI where a process stands: `details` in words of mail (Markdown; no personal data), `attributes` for
 * its lists. Costs no transition when a step follows at once. The static summary is set by who starts the process.
 */
export function describe(details: string, attributes: MailAttributes = {}): void {
  setCurrentDetails(details);
  const pairs = attributePairs(attributes);
  if (pairs.length > 0) upsertSearchAttributes(pairs);
}
