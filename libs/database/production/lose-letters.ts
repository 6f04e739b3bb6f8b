import { closeOrdersOf } from '../close-orders.ts';
import type { LedgerTransaction } from '../ledger.ts';

/**
 * Gives letters up for lost whose piece the carrier did not find; an order ends with its last open letter. A letter that tracking has brought to its
 * end keeps it, one that is lost already stays so. Two events a letter at most.
 */
export async function loseLetters(tx: LedgerTransaction, letterIds: readonly string[]): Promise<void> {
  const lost = { state: 'lost', ended_at: tx.at, deadline_at: null, reason_code: 'missing_at_deposit' };
  await tx.change(
    'letter',
    'letter.lost',
    letterIds.map((id) => ({ id, set: lost, content: { next_poll_at: null } })),
    { from: ['handed_over', 'accepted_by_carrier'], otherwise: 'skip' },
  );
  await closeOrdersOf(tx, letterIds);
}
