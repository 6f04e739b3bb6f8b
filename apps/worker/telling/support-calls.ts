import type { DataSource } from 'typeorm';
import type { Clock } from '#database/ledger';
import { inScope } from '#database/scope';
import { MOST_ATTEMPTS, waitAfter } from '#domain/telling';
import type { EscalationReason } from '#domain/tickets';
import type { MailSender } from '#telling/mail-sender';
import { teller } from './gather.ts';
import { supportCallOf } from './support-call-text.ts';

interface Parts {
  database: DataSource;
  clock: Clock;
  mails: MailSender;
  /** 0 to 1. */
  chance: () => number;
}

/** Calls of one mail at most; the rest comes with the next round. */
const AT_ONCE = 50;
/** Whoever dies while sending has failed once, and the call is tried again by then. */
const CRASH_MS = 60_000;
/** What was sent or given up is kept so long, without to whom it went. */
const KEEP_DAYS = 30;

/** A question that nobody answered in time, and whom that calls. */
export interface SupportCall {
  ticket_id: string;
  number: number;
  reason: EscalationReason;
  asked_at: Date;
  due_at: Date;
  called: string[];
  attempts: number;
}

/**
 * Mails the calls for whoever leads support that are due: one mail for all that call the same people. Where the profile of support names nobody,
 * everybody of the provider is called who may answer. An attempt is counted before it is made.
 */
export async function sendSupportCalls({ database, clock, mails, chance }: Parts): Promise<void> {
  const now = clock();
  const due = await inScope(database, teller, (sql) =>
    sql<SupportCall & Record<string, unknown>>(
      `update pli.support_calls set attempts = attempts + 1, next_at = $2 where (ticket_id, number) in (
         select ticket_id, number from pli.support_calls where state = 'due' and next_at <= $1 order by next_at limit ${AT_ONCE} for update skip locked)
       returning ticket_id, number, reason, asked_at, due_at, called, attempts`,
      [now, new Date(now.getTime() + CRASH_MS)],
    ),
  );
  if (due.length === 0) return;
  const usual = due.some(({ called }) => called.length === 0) ? await whoMayAnswer(database) : [];
  const groups = new Map<string, SupportCall[]>();
  for (const call of due) {
    const addresses = [...(call.called.length > 0 ? call.called : usual)].sort().join(' ');
    groups.set(addresses, [...(groups.get(addresses) ?? []), call]);
  }
  for (const [addresses, calls] of groups) {
    const outcome =
      addresses === ''
        ? 'not_sent'
        : (await mails.send(idOf(calls), addresses.split(' '), supportCallOf(calls))).outcome;
    for (const call of calls) await note(database, call, outcome === 'delivered', clock(), chance());
  }
}

const idOf = ([first]: readonly SupportCall[]): string =>
  `call-${first?.ticket_id}-${first?.number}-${first?.attempts}`;

async function whoMayAnswer(database: DataSource): Promise<string[]> {
  const rows = await inScope(database, teller, (sql) =>
    sql<{ email: string }>(
      `select distinct p.email from pli.persons p join pli.memberships m on m.person_id = p.id
       where m.kind = 'provider' and m.state = 'active' and 'tickets:answer' = any(m.scopes) and p.state = 'active'`,
    ),
  );
  return rows.map(({ email }) => email);
}

async function note(
  database: DataSource,
  { ticket_id, number, attempts }: SupportCall,
  isSent: boolean,
  now: Date,
  chance: number,
): Promise<void> {
  const wait = attempts >= MOST_ATTEMPTS ? undefined : waitAfter(attempts, chance);
  await inScope(database, teller, (sql) =>
    isSent || wait === undefined
      ? sql(
          `update pli.support_calls set state = $3, called = null, next_at = null, ended_at = $4 where ticket_id = $1 and number = $2`,
          [ticket_id, number, isSent ? 'sent' : 'failed', now],
        )
      : sql(`update pli.support_calls set next_at = $3 where ticket_id = $1 and number = $2`, [
          ticket_id,
          number,
          new Date(now.getTime() + wait),
        ]),
  );
}

/** Forgets that support was called at all; the ledger knows that a ticket was escalated. */
export async function forgetSupportCalls(database: DataSource, now: Date): Promise<void> {
  await inScope(database, teller, (sql) =>
    sql(`delete from pli.support_calls where ended_at < $1`, [new Date(now.getTime() - KEEP_DAYS * 86_400_000)]),
  );
}
