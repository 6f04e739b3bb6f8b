import { callAgainDue } from '#domain/tickets';
import type { LedgerTransaction } from '../ledger.ts';
import { mustBe, wakeTicket, type LockedTicket } from './locked-ticket.ts';
import { supportAt } from './support-profile.ts';

/** Why a ticket is escalated: nobody answered in time, or somebody of support asks for it. */
export type EscalationReason = 'deadline_passed' | 'asked_for';

/**
 * Calls whoever leads support for a ticket that waits for an answer; they are called again after more opening time.
 * @throws MailError `ticket_in_other_state` when it waits for none
 */
export async function escalateTicket(
  tx: LedgerTransaction,
  ticket: LockedTicket,
  reason: EscalationReason,
): Promise<void> {
  mustBe(ticket, ['open', 'reopened'], 'it waits for no answer');
  const { support } = await supportAt(tx.sql, tx.at);
  const escalations = ticket.escalations + 1;
  const set = { escalations, escalated_at: tx.at, deadline_at: callAgainDue(support, tx.at) };
  await tx.change('ticket', 'ticket.escalated', [{ id: ticket.id, set, data: { reason } }]);
  if (reason === 'asked_for') await wakeTicket(tx, ticket);
}
