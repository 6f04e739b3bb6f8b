import type { LedgerTransaction } from '#database/ledger';
import type { Scope } from '#database/scope';
import { closeTicket } from '#database/support/close-ticket';
import { eraseTicket } from '#database/support/erase-ticket';
import { escalateTicket } from '#database/support/escalate-ticket';
import { lockedTicket, type LockedTicket } from '#database/support/locked-ticket';
import type { TicketState } from '#domain/life-cycles';
import type { RecordsOfAll } from '../records.ts';

const support: Scope = { role: 'pli_support' };

/** Where a ticket stands: its state, and the instant (ISO 8601) at which it is due to move by itself; null once it is erased. */
export interface TicketStand {
  state: TicketState;
  dueAt: string | null;
}

/** All that the process of a ticket does outside itself. Facts are read each time; what is due is done once, under the ticket's lock. */
export const supportActivities = ({ records }: { records: RecordsOfAll }) => {
  /** Does what is due at `at`, unless the ticket has moved on since it was seen so. */
  const whenDue = (
    ticketId: string,
    seen: TicketStand,
    at: string,
    work: (tx: LedgerTransaction, ticket: LockedTicket) => Promise<void>,
  ): Promise<void> =>
    records.writeAs(
      support,
      async (tx) => {
        const ticket = await lockedTicket(tx, ticketId);
        if (ticket !== undefined && isSame(standOf(ticket), seen)) await work(tx, ticket);
      },
      new Date(at),
    );
  return {
    /** Where the ticket stands now. */
    readTicket: (ticketId: string): Promise<TicketStand> =>
      records.readAs(support, async (sql) => {
        const [row] = await sql<Pick<LockedTicket, 'state' | 'deadline_at'>>(
          `select state, deadline_at from pli.tickets where id = $1`,
          [ticketId],
        );
        if (row === undefined) throw new Error('a ticket has a process and no row');
        return standOf(row);
      }),
    /** Nobody has answered in time: whoever leads support is called. */
    callForAnswer: (ticketId: string, seen: TicketStand, at: string): Promise<void> =>
      whenDue(ticketId, seen, at, (tx, ticket) => escalateTicket(tx, ticket, 'deadline_passed')),
    /** Nobody has written since the answer: the ticket closes. */
    closeSilentTicket: (ticketId: string, seen: TicketStand, at: string): Promise<void> =>
      whenDue(ticketId, seen, at, (tx, ticket) => closeTicket(tx, ticket, 'silence')),
    /** The time of keeping is over: what people wrote is erased. */
    eraseTicketTexts: (ticketId: string, seen: TicketStand, at: string): Promise<void> =>
      whenDue(ticketId, seen, at, eraseTicket),
  };
};
export type SupportActivities = ReturnType<typeof supportActivities>;

const standOf = ({ state, deadline_at }: Pick<LockedTicket, 'state' | 'deadline_at'>): TicketStand => ({
  state,
  dueAt: deadline_at?.toISOString() ?? null,
});
const isSame = (a: TicketStand, b: TicketStand): boolean => a.state === b.state && a.dueAt === b.dueAt;
