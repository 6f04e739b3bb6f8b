import { keepingEnds, type TicketEnding } from '#domain/tickets';
import type { LedgerTransaction } from '../ledger.ts';
import { mustBe, wakeTicket, type LockedTicket } from './locked-ticket.ts';
import { supportAt } from './support-profile.ts';

/**
 * Closes a ticket; its texts are kept for a while, and a further message of the customer opens it again. One that is closed already stays as it is.
 * @throws MailError `ticket_in_other_state` when its texts were erased
 */
export async function closeTicket(tx: LedgerTransaction, ticket: LockedTicket, reason: TicketEnding): Promise<void> {
  if (ticket.state === 'closed') return;
  mustBe(ticket, ['open', 'reopened', 'answered'], 'it has ended');
  const { support } = await supportAt(tx.sql, tx.at);
  const deadline_at = keepingEnds(support, tx.at);
  const set = { state: 'closed', reason_code: reason, closed_at: tx.at, deadline_at };
  await tx.change('ticket', 'ticket.closed', [{ id: ticket.id, set }]);
  if (reason !== 'silence') await wakeTicket(tx, ticket);
}
