import type { DataSource } from 'typeorm';
import { personLetter } from '#contracts/person-mail';
import type { Clock } from '#database/ledger';
import { inScope } from '#database/scope';
import { MOST_ATTEMPTS, waitAfter } from '#domain/telling';
import type { MasterKey } from '#storage/master-key';
import type { MailSender } from '#telling/mail-sender';
import { teller } from './gather.ts';
import { personMailOf } from './person-mail-text.ts';

interface Parts {
  database: DataSource;
  clock: Clock;
  masterKey: MasterKey;
  mails: MailSender;
  /** 0 to 1. */
  chance: () => number;
}

/** Mails of one round. */
const AT_ONCE = 20;
/** Whoever dies while sending has failed once, and the mail is tried again by then. */
const CRASH_MS = 60_000;
/** What was sent or given up is kept so long, without what it said. */
const KEEP_DAYS = 30;

type Due = { id: string; sealed: Buffer; attempts: number };

/**
 * Sends the mails to people that are due: invitations, ways back, warnings. An attempt is counted before it is made. What a mail said is gone with
 * the last attempt, for it holds a link.
 */
export async function sendPersonMails(parts: Parts): Promise<void> {
  const { database, clock } = parts;
  const now = clock();
  const due = await inScope(database, teller, (sql) =>
    sql<Due>(
      `update pli.person_mails set attempts = attempts + 1, next_at = $2 where id in (
         select id from pli.person_mails where state = 'due' and next_at <= $1 order by next_at limit ${AT_ONCE} for update skip locked)
       returning id, sealed, attempts`,
      [now, new Date(now.getTime() + CRASH_MS)],
    ),
  );
  for (const mail of due) await send(parts, mail);
}

async function send(
  { database, clock, masterKey, mails, chance }: Parts,
  { id, sealed, attempts }: Due,
): Promise<void> {
  const letter = personLetter.parse(JSON.parse(masterKey.unwrap(sealed, id).toString()));
  const { outcome } = await mails.send(id, [letter.to], personMailOf(letter));
  const now = clock();
  const isOver = letter.expiresAt !== undefined && new Date(letter.expiresAt) <= now;
  const wait = attempts >= MOST_ATTEMPTS || isOver ? undefined : waitAfter(attempts, chance());
  await inScope(database, teller, (sql) =>
    outcome === 'delivered' || wait === undefined
      ? sql(`update pli.person_mails set state = $2, sealed = null, next_at = null, ended_at = $3 where id = $1`, [
          id,
          outcome === 'delivered' ? 'sent' : 'failed',
          now,
        ])
      : sql(`update pli.person_mails set next_at = $2 where id = $1`, [id, new Date(now.getTime() + wait)]),
  );
}

/** Forgets that mails were sent at all. */
export async function forgetPersonMails(database: DataSource, now: Date): Promise<void> {
  await inScope(database, teller, (sql) =>
    sql(`delete from pli.person_mails where ended_at < $1`, [new Date(now.getTime() - KEEP_DAYS * 86_400_000)]),
  );
}
