import { answerDue } from '#domain/tickets';
import type { LedgerTransaction } from '../ledger.ts';
import { mustBe, wakeTicket, type LockedTicket } from './locked-ticket.ts';
import { supportAt } from './support-profile.ts';
import { wasSaid, writeMessage, type Said } from './ticket-message.ts';

/**
 * The customer writes again. A ticket that was answered or closed is open again, and its answer due as at first; one that waits still keeps its
 * time.
 * @throws MailError `ticket_in_other_state` when its texts were erased
 */
export async function askAgain(tx: LedgerTransaction, ticket: LockedTicket, said: Said): Promise<void> {
  if (await wasSaid(tx, ticket.id, said)) return;
  mustBe(ticket, ['open', 'reopened', 'answered', 'closed'], 'its texts were erased; open a new one');
  const messages = ticket.messages + 1;
  await writeMessage(tx, ticket, messages, 'customer', said);
  if (ticket.state === 'open' || ticket.state === 'reopened') {
    await tx.change('ticket', 'ticket.added_to', [{ id: ticket.id, set: { messages } }]);
    return;
  }
  const { version, support } = await supportAt(tx.sql, tx.at);
  const dueAt = answerDue(support, tx.at);
  const set = {
    state: 'reopened',
    messages,
    asked_at: tx.at,
    due_at: dueAt,
    deadline_at: dueAt,
    profile_version: version,
    closed_at: null,
    reason_code: null,
  };
  await tx.change('ticket', 'ticket.reopened', [{ id: ticket.id, set }]);
  await wakeTicket(tx, ticket);
}
