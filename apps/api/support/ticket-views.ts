import type { SupportTicketRow, TicketGroup, TicketRowView } from '#contracts/api/tickets';
import type { TicketRow } from '#database/entities/support';
import type { Sql } from '#database/scope';
import { usualSupport } from '#domain/support-profile';
import type { TicketEnding, TicketSide } from '#domain/tickets';
import type { TicketState } from '#domain/life-cycles';
import { waitingView } from '../account/waiting-view.ts';

export interface TicketViewRow extends TicketRow {
  answer_seconds: number | null;
}

/** A ticket with how long its answer may take; conditions name the ticket `t`. */
export const ticketColumns = `t.*, (p.data->>'answerSeconds')::int as answer_seconds`;
export const ticketTables = `pli.tickets t left join pli.support_profiles p on p.version = t.profile_version`;

/** The states of each group of tickets. */
export const statesOf: Readonly<Record<TicketGroup, readonly TicketState[]>> = {
  waiting: ['open', 'reopened'],
  answered: ['answered'],
  closed: ['closed', 'erased'],
};

export const ticketView = (row: TicketViewRow): TicketRowView => ({
  id: row.id,
  mode: row.mode,
  subject: row.subject,
  orderId: row.order_id,
  letterId: row.letter_id,
  state: row.state,
  waiting: waitingView('ticket', { state: row.state, since: row.state_since, until: row.deadline_at }),
  askedAt: row.asked_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  answerSeconds: row.answer_seconds ?? usualSupport.answerSeconds,
  answeredAt: row.answered_at?.toISOString() ?? null,
  firstAnsweredAt: row.first_answered_at?.toISOString() ?? null,
  escalations: row.escalations,
  escalatedAt: row.escalated_at?.toISOString() ?? null,
  closedAt: row.closed_at?.toISOString() ?? null,
  ending: row.reason_code as TicketEnding | null,
  messages: row.messages,
  createdAt: row.created_at.toISOString(),
});

export const supportTicketView = (row: TicketViewRow & { account_name: string }): SupportTicketRow => ({
  ...ticketView(row),
  accountId: row.account_id,
  accountName: row.account_name,
  asker: row.person_id,
});

/** What was said in a ticket, in order. */
export async function saidIn(sql: Sql, ticketId: string) {
  const rows = await sql<{ number: number; side: TicketSide; text: string | null; author: string; created_at: Date }>(
    `select number, side, text, author, created_at from pli.ticket_messages where ticket_id = $1 order by number`,
    [ticketId],
  );
  return rows.map(({ created_at, ...said }) => ({ ...said, at: created_at.toISOString() }));
}
