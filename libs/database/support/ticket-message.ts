import type { TicketSide } from '#domain/tickets';
import type { LedgerTransaction } from '../ledger.ts';
import type { Mode } from '../scope.ts';

/** What somebody writes; the text is content, and never told. */
export interface Said {
  author: string;
  text: string;
  /** A message sent twice under one key is one. */
  requestKey?: string | undefined;
}

/** Keeps a message of a ticket under its number. */
export async function writeMessage(
  { sql, at }: LedgerTransaction,
  ticket: { id: string; account_id: string; mode: Mode },
  number: number,
  side: TicketSide,
  { author, text, requestKey }: Said,
): Promise<void> {
  await sql(
    `insert into pli.ticket_messages (ticket_id, number, account_id, mode, side, author, text, request_key, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [ticket.id, number, ticket.account_id, ticket.mode, side, author, text, requestKey ?? null, at],
  );
}

/** Whether a message came already under the key of this one. */
export async function wasSaid({ sql }: LedgerTransaction, ticketId: string, { requestKey }: Said): Promise<boolean> {
  if (requestKey === undefined) return false;
  const [known] = await sql(`select from pli.ticket_messages where ticket_id = $1 and request_key = $2`, [
    ticketId,
    requestKey,
  ]);
  return known !== undefined;
}
