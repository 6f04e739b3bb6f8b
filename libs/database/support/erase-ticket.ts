import type { LedgerTransaction } from '../ledger.ts';
import { mustBe, type LockedTicket } from './locked-ticket.ts';

/** Erases what people wrote in a closed ticket; that it was asked and answered, and when, stays. */
export async function eraseTicket(tx: LedgerTransaction, ticket: LockedTicket): Promise<void> {
  mustBe(ticket, ['closed'], 'only closed ones are erased');
  await tx.sql(`update pli.ticket_messages set text = null where ticket_id = $1`, [ticket.id]);
  const set = { state: 'erased', deadline_at: null, erased_at: tx.at };
  await tx.change('ticket', 'ticket.erased', [{ id: ticket.id, set, content: { subject: null } }]);
}
