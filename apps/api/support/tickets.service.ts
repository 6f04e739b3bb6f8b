import { Injectable } from '@nestjs/common';
import type { SupportHoursView } from '#contracts/api/support-profiles';
import { pageFrom } from '#contracts/api/shapes';
import type { NewTicket, NewTicketMessage, TicketQuery, TicketRowView, TicketView } from '#contracts/api/tickets';
import type { LedgerTransaction } from '#database/ledger';
import type { Sql } from '#database/scope';
import { askAgain } from '#database/support/ask-again';
import { closeTicket } from '#database/support/close-ticket';
import { lockedTicket, type LockedTicket } from '#database/support/locked-ticket';
import { openTicket } from '#database/support/open-ticket';
import { supportAt } from '#database/support/support-profile';
import { addDays } from '#domain/local-date';
import { localDateOf } from '#domain/local-time';
import { isOpenAt, opensNext, type KnownHours } from '#domain/opening-hours';
import { actorOf, customerOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { saidIn, statesOf, ticketColumns, ticketTables, ticketView, type TicketViewRow } from './ticket-views.ts';

/** So far ahead the public holidays are told. */
const HOLIDAYS_AHEAD_DAYS = 84;

/** Questions of an account to support. Who sees their own orders alone sees their own questions alone. */
@Injectable()
export class TicketsService {
  constructor(private readonly ledger: ScopedLedger) {}

  /** Opens a ticket, about a letter or an order of the account's own. */
  open(call: Call, body: NewTicket): Promise<TicketView> {
    const { account, mode } = customerOf(call);
    return this.ledger.once(call, 201, async (tx) => {
      const about = await subjectOf(tx.sql, body);
      const { person } = call.caller;
      const said = { author: actorOf(call.caller), text: body.text, subject: body.subject };
      const id = await openTicket(tx, { account, mode, person, ...said, ...about });
      return one(tx.sql, id);
    });
  }

  /** The newest first. */
  async list(call: Call, query: TicketQuery): Promise<{ rows: TicketRowView[]; next: string | null }> {
    const { limit, after, group, orderId, letterId } = query;
    const read = await this.ledger.read(call, (sql) =>
      sql<TicketViewRow & Record<string, unknown>>(
        `select ${ticketColumns} from ${ticketTables} where ($1::text is null or t.id < $1) and ($2::text[] is null or t.state = any($2))
           and ($3::text is null or t.order_id = $3) and ($4::text is null or t.letter_id = $4) order by t.id desc limit $5`,
        [after ?? null, group === undefined ? null : statesOf[group], orderId ?? null, letterId ?? null, limit + 1],
      ),
    );
    return pageFrom(read.map(ticketView), limit);
  }

  one(call: Call, id: string): Promise<TicketView> {
    return this.ledger.read(call, (sql) => one(sql, id));
  }

  /** Writes again; a ticket that was answered or closed is open again. */
  write(call: Call, id: string, { text }: NewTicketMessage): Promise<TicketView> {
    return this.ledger.once(call, 200, async (tx) => {
      await askAgain(tx, await lockedOwn(tx, id), { author: actorOf(call.caller), text });
      return one(tx.sql, id);
    });
  }

  /** Whoever asked needs no more. */
  close(call: Call, id: string): Promise<TicketView> {
    return this.ledger.once(call, 200, async (tx) => {
      await closeTicket(tx, await lockedOwn(tx, id), 'solved');
      return one(tx.sql, id);
    });
  }

  /** When support can be reached. */
  hours(call: Call): Promise<SupportHoursView> {
    const now = this.ledger.clock();
    return this.ledger.read(call, async (sql) => {
      const { support } = await supportAt(sql, now);
      const { timeZone, week, holidays, closed, special } = support.hours;
      const openNow = isOpenAt(support.hours, now);
      return {
        hours: { timeZone, week, holidays, closed, special } as SupportHoursView['hours'],
        answerSeconds: support.answerSeconds,
        openNow,
        opensAt: openNow ? null : opensNext(support.hours, now).toISOString(),
        holidays: holidaysAhead(support.hours, now),
      };
    });
  }
}

async function one(sql: Sql, id: string): Promise<TicketView> {
  const [row] = await sql<TicketViewRow & Record<string, unknown>>(
    `select ${ticketColumns} from ${ticketTables} where t.id = $1`,
    [id],
  );
  if (row === undefined) throw notFound('ticket');
  // Who of support answered is support's own business.
  const said = (await saidIn(sql, id)).map(({ author: _, ...rest }) => rest);
  return { ...ticketView(row), said };
}

async function lockedOwn(tx: LedgerTransaction, id: string): Promise<LockedTicket> {
  const ticket = await lockedTicket(tx, id);
  if (ticket === undefined) throw notFound('ticket');
  return ticket;
}

async function subjectOf(
  sql: Sql,
  { orderId, letterId }: Pick<NewTicket, 'orderId' | 'letterId'>,
): Promise<{ orderId: string | undefined; letterId: string | undefined }> {
  if (letterId !== undefined) {
    const [letter] = await sql<{ order_id: string }>(
      `select order_id from pli.letters where id = $1 and ($2::text is null or order_id = $2)`,
      [letterId, orderId ?? null],
    );
    if (letter === undefined) throw notFound('letter');
    return { orderId: letter.order_id, letterId };
  }
  if (orderId === undefined) return { orderId, letterId };
  const [order] = await sql(`select from pli.orders where id = $1`, [orderId]);
  if (order === undefined) throw notFound('order');
  return { orderId, letterId };
}

function holidaysAhead(hours: KnownHours, now: Date): { day: string; name: string }[] {
  const today = localDateOf(now, hours.timeZone);
  return Array.from({ length: HOLIDAYS_AHEAD_DAYS }, (_, days) => addDays(today, days)).flatMap((day) => {
    const name = hours.holidayOn(day);
    return name === undefined ? [] : [{ day, name }];
  });
}
