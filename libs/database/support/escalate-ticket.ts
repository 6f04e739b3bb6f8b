import { callAgainDue, type EscalationReason } from '#domain/tickets';
import type { LedgerTransaction } from '../ledger.ts';
import { mustBe, wakeTicket, type LockedTicket } from './locked-ticket.ts';
import { calledAt, supportAt } from './support-profile.ts';

/**
 * Calls whoever leads support, by mail, for a ticket that waits for an answer; they are called again after more opening time.
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
  await tx.sql(
    `insert into pli.support_calls (ticket_id, number, reason, asked_at, due_at, called, state, next_at, created_at)
     values ($1, $2, $3, $4, $5, $6, 'due', $7, $7)`,
    [ticket.id, escalations, reason, ticket.asked_at, ticket.due_at, await calledAt(tx.sql, tx.at), tx.at],
  );
  if (reason === 'asked_for') await wakeTicket(tx, ticket);
}
