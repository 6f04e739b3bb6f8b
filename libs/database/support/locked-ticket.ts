import type { TicketState } from '#domain/life-cycles';
import { MailError } from '#domain/mail-error';
import { processId } from '#contracts/processes';
import type { LedgerTransaction } from '../ledger.ts';
import { nudgeWorkflow } from '../outbox.ts';
import type { Mode } from '../scope.ts';

/** What decides what may be done with a ticket next. */
export interface LockedTicket {
  id: string;
  account_id: string;
  mode: Mode;
  person_id: string | null;
  state: TicketState;
  deadline_at: Date | null;
  messages: number;
  asked_at: Date;
  due_at: Date;
  escalations: number;
  first_answered_at: Date | null;
}

/** A ticket under its row's lock; undefined when it is not there, or another's. */
export async function lockedTicket({ sql }: LedgerTransaction, id: string): Promise<LockedTicket | undefined> {
  const [row] = await sql<LockedTicket>(
    `select id, account_id, mode, person_id, state, deadline_at, messages, asked_at, due_at, escalations, first_answered_at
     from pli.tickets where id = $1 for update`,
    [id],
  );
  return row;
}

/** @throws MailError `ticket_in_other_state` when the ticket is in none of these states */
export function mustBe({ state }: LockedTicket, states: readonly TicketState[], what: string): void {
  if (!states.includes(state))
    throw new MailError(
      'ticket_in_other_state',
      `This ticket is ${state}: ${what}. Read it again and decide anew.`,
      'never',
    );
}

/** Has the ticket's process look again, once this is committed. */
export const wakeTicket = ({ sql, at }: LedgerTransaction, { id, account_id }: LockedTicket): Promise<void> =>
  nudgeWorkflow(sql, null, processId.ticket(id), at, account_id);
