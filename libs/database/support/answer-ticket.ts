import { silenceEnds } from '#domain/tickets';
import type { LedgerTransaction } from '../ledger.ts';
import { mustBe, wakeTicket, type LockedTicket } from './locked-ticket.ts';
import { supportAt } from './support-profile.ts';
import { wasSaid, writeMessage, type Said } from './ticket-message.ts';

/**
 * Support answers; from now on the ticket waits for the customer, and closes after days of silence. A further word is an answer too.
 * @returns whether the answer is new: false when it came under the same key before
 * @throws MailError `ticket_in_other_state` when the ticket is closed
 */
export async function answerTicket(tx: LedgerTransaction, ticket: LockedTicket, said: Said): Promise<boolean> {
  if (await wasSaid(tx, ticket.id, said)) return false;
  mustBe(ticket, ['open', 'reopened', 'answered'], 'whoever asked opens it again by writing');
  const messages = ticket.messages + 1;
  await writeMessage(tx, ticket, messages, 'support', said);
  const { support } = await supportAt(tx.sql, tx.at);
  const set = {
    ...(ticket.state !== 'answered' && { state: 'answered' }),
    messages,
    answered_at: tx.at,
    first_answered_at: ticket.first_answered_at ?? tx.at,
    deadline_at: silenceEnds(support, tx.at),
  };
  await tx.change('ticket', 'ticket.answered', [{ id: ticket.id, set }]);
  await wakeTicket(tx, ticket);
  return true;
}
