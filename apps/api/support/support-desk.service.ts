import { Injectable } from '@nestjs/common';
import { pageFrom } from '#contracts/api/shapes';
import type {
  NewTicketMessage,
  SupportCounts,
  SupportQuery,
  SupportTicketRow,
  SupportTicketView,
} from '#contracts/api/tickets';
import type { LedgerTransaction } from '#database/ledger';
import type { Sql } from '#database/scope';
import { answerTicket } from '#database/support/answer-ticket';
import { closeTicket } from '#database/support/close-ticket';
import { escalateTicket } from '#database/support/escalate-ticket';
import { lockedTicket, type LockedTicket } from '#database/support/locked-ticket';
import { actorOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { SupportLedger } from './support-ledger.ts';
import {
  saidIn,
  statesOf,
  supportTicketView,
  ticketColumns,
  ticketTables,
  type TicketViewRow,
} from './ticket-views.ts';

type Row = TicketViewRow & { account_name: string } & Record<string, unknown>;
const selection = `select ${ticketColumns}, a.name as account_name from ${ticketTables} join pli.accounts a on a.id = t.account_id`;

/** The tickets of all accounts, for those who answer them. */
@Injectable()
export class SupportDeskService {
  constructor(private readonly ledger: SupportLedger) {}

  /** Those that wait for an answer come by when it is due, the others by when they were asked, the newest first. */
  async list(query: SupportQuery): Promise<{ rows: SupportTicketRow[]; next: string | null }> {
    const { limit, after, group, late, escalated, accountId } = query;
    const waits = group === 'waiting' || late !== undefined || escalated !== undefined;
    const states = waits ? statesOf.waiting : group === undefined ? null : statesOf[group];
    const place = waits ? '(t.due_at, t.id)' : '(t.asked_at, t.id)';
    const beyond = `${place} ${waits ? '>' : '<'} (select ${place.slice(1, -1)} from pli.tickets t where t.id = $1)`;
    const order = waits ? 't.due_at, t.id' : 't.asked_at desc, t.id desc';
    const rows = await this.ledger.read((sql) =>
      sql<Row>(
        `${selection} where ($1::text is null or ${beyond}) and ($2::text[] is null or t.state = any($2))
           and ($3::timestamptz is null or t.due_at < $3) and (not $4 or t.escalations > 0) and ($5::text is null or t.account_id = $5)
         order by ${order} limit $6`,
        [
          after ?? null,
          states,
          late === undefined ? null : this.ledger.clock(),
          escalated !== undefined,
          accountId ?? null,
          limit + 1,
        ],
      ),
    );
    return pageFrom(rows.map(supportTicketView), limit);
  }

  async counts(): Promise<SupportCounts> {
    const [counts] = await this.ledger.read((sql) =>
      sql<SupportCounts & Record<string, unknown>>(
        `select count(*) filter (where state = any($1)) as waiting, count(*) filter (where state = any($1) and due_at < $2) as late,
           count(*) filter (where state = any($1) and escalations > 0) as escalated,
           count(*) filter (where state = 'answered') as answered, count(*) filter (where state in ('closed', 'erased')) as closed
         from pli.tickets`,
        [statesOf.waiting, this.ledger.clock()],
      ),
    );
    return counts ?? { waiting: 0, late: 0, escalated: 0, answered: 0, closed: 0 };
  }

  one(id: string): Promise<SupportTicketView> {
    return this.ledger.read((sql) => one(sql, id));
  }

  answer(call: Call, id: string, { text }: NewTicketMessage): Promise<SupportTicketView> {
    const said = { author: actorOf(call.caller), text, requestKey: call.idempotencyKey };
    return this.change(call, id, (tx, ticket) => answerTicket(tx, ticket, said));
  }

  close(call: Call, id: string): Promise<SupportTicketView> {
    return this.change(call, id, (tx, ticket) => closeTicket(tx, ticket, 'closed_by_support'));
  }

  escalate(call: Call, id: string): Promise<SupportTicketView> {
    return this.change(call, id, (tx, ticket) => escalateTicket(tx, ticket, 'asked_for'));
  }

  private change(
    call: Call,
    id: string,
    work: (tx: LedgerTransaction, ticket: LockedTicket) => Promise<unknown>,
  ): Promise<SupportTicketView> {
    return this.ledger.write(call, async (tx) => {
      const ticket = await lockedTicket(tx, id);
      if (ticket === undefined) throw notFound('ticket');
      await work(tx, ticket);
      return one(tx.sql, id);
    });
  }
}

async function one(sql: Sql, id: string): Promise<SupportTicketView> {
  const [row] = await sql<Row>(`${selection} where t.id = $1`, [id]);
  if (row === undefined) throw notFound('ticket');
  return { ...supportTicketView(row), said: await saidIn(sql, id) };
}
