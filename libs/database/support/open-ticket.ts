import { newId } from '#contracts/new-id';
import { processes, processId } from '#contracts/processes';
import { answerDue } from '#domain/tickets';
import type { LedgerTransaction } from '../ledger.ts';
import { startWorkflow } from '../outbox.ts';
import type { Mode } from '../scope.ts';
import { supportAt } from './support-profile.ts';
import { writeMessage, type Said } from './ticket-message.ts';

/** A question: who asks, and what it is about. */
export interface Question extends Said {
  account: string;
  mode: Mode;
  person: string | undefined;
  subject: string;
  orderId: string | undefined;
  letterId: string | undefined;
}

/**
 * Opens a ticket: its answer is due after so much opening time, counted by the profile of support of this instant, and its process waits for it.
 * @returns its id
 */
export async function openTicket(tx: LedgerTransaction, asked: Question): Promise<string> {
  const { account, mode, at } = { ...asked, at: tx.at };
  const { version, support } = await supportAt(tx.sql, at);
  const dueAt = answerDue(support, at);
  const id = newId('ticket', at);
  const owner = { account_id: account, mode };
  await tx.create('ticket', 'ticket.opened', [
    {
      id,
      ...owner,
      person_id: asked.person ?? null,
      order_id: asked.orderId ?? null,
      letter_id: asked.letterId ?? null,
      state: 'open',
      state_since: at,
      deadline_at: dueAt,
      subject: asked.subject,
      messages: 1,
      asked_at: at,
      due_at: dueAt,
      profile_version: version,
      escalations: 0,
      created_at: at,
    },
  ]);
  await writeMessage(tx, { id, ...owner }, 1, 'customer', asked);
  const input = { ticketId: id, mode, summary: 'Question to support' };
  const start = {
    siteId: null,
    accountId: account,
    process: processes.ticket,
    workflowId: processId.ticket(id),
    input,
  };
  await startWorkflow(tx.sql, start, at);
  return id;
}
