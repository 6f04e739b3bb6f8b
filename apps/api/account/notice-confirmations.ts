import { newId } from '#contracts/new-id';
import type { LedgerTransaction } from '#database/ledger';
import type { Mode, Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import type { MasterKey } from '#storage/master-key';
import { newToken } from '../http/session.ts';
import { sendMail } from '../people/send-link.ts';

/** How long a link is good: somebody may be on holiday. */
const GOOD_FOR_MS = 7 * 86_400_000;
const PAUSE_MS = 10 * 60_000;
/** Addresses that an account in one mode has asked in a day: whoever reads them never asked for mails of ours. */
const MOST_A_DAY = 50;

/** Changes of an account's notices come one after the other: who confirms and who changes the addresses do not lose each other's word. */
export async function lockNotices(sql: Sql, account: string, mode: Mode): Promise<void> {
  await sql(`select pg_advisory_xact_lock(hashtextextended('pli notices ' || $1 || ' ' || $2, 0))`, [account, mode]);
}

/** The addresses that are confirmed for some notice of the account: one yes is enough for all of them. */
export async function confirmedAddresses(sql: Sql): Promise<string[]> {
  const rows = await sql<{ address: string }>(
    `select distinct unnest(confirmed_addresses) as address from pli.subscribers where channel = 'mail' and state <> 'deleted'`,
  );
  return rows.map(({ address }) => address);
}

/** Until when the links that were sent to unconfirmed addresses are good; those whose link is over are missing. */
export async function openLinks(sql: Sql, now: Date): Promise<Map<string, Date>> {
  const rows = await sql<{ address: string; expires_at: Date }>(
    `select address, expires_at from pli.notice_confirmations where address is not null and confirmed_at is null and expires_at > $1`,
    [now],
  );
  return new Map(rows.map(({ address, expires_at }) => [address, expires_at]));
}

/** Whose notices they are, and what a link is made with. */
export interface Asking {
  readonly account: string;
  readonly mode: Mode;
  readonly masterKey: MasterKey;
  /** Of our own pages. */
  readonly origin: string;
}

/**
 * Sends a link to each of the addresses; former ones are good no more. What carries the token is sealed, and gone once it is sent.
 * @throws MailError `confirmations_full`
 */
export async function askToConfirm(
  tx: LedgerTransaction,
  { account, mode, masterKey, origin }: Asking,
  addresses: readonly string[],
): Promise<void> {
  if (addresses.length === 0) return;
  const { sql, at } = tx;
  const [{ asked } = { asked: 0 }] = await sql<{ asked: number }>(
    `select count(*)::int as asked from pli.notice_confirmations where asked_at > $1`,
    [new Date(at.getTime() - 86_400_000)],
  );
  if (asked + addresses.length > MOST_A_DAY)
    throw new MailError(
      'confirmations_full',
      `Links were sent to ${asked} addresses within a day, of ${MOST_A_DAY}. Set these addresses tomorrow.`,
    );
  const [{ name } = { name: '' }] = await sql<{ name: string }>(`select name from pli.accounts where id = $1`, [
    account,
  ]);
  await endLinks(sql, at, addresses);
  const expiresAt = new Date(at.getTime() + GOOD_FOR_MS);
  for (const to of addresses) {
    const { token, hash } = newToken();
    await sql(
      `insert into pli.notice_confirmations (id, hash, account_id, mode, address, asked_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId('notice_confirmation', at), hash, account, mode, to, at, expiresAt],
    );
    await sendMail(tx, masterKey, null, {
      kind: 'notice_address',
      to,
      name: '',
      // As the notices themselves.
      language: 'fr',
      organisation: name,
      // Behind the #: no server, log or referrer sees it.
      link: `${origin}/app/notice-address#${token}`,
      expiresAt: expiresAt.toISOString(),
    });
  }
}

/** @throws MailError `confirmation_sent` when the address was sent a link just now */
export async function mustNotBeAskedNow(sql: Sql, address: string, now: Date): Promise<void> {
  const [last] = await sql<{ asked_at: Date }>(
    `select asked_at from pli.notice_confirmations where address = $1 and asked_at > $2 order by asked_at desc limit 1`,
    [address, new Date(now.getTime() - PAUSE_MS)],
  );
  if (last === undefined) return;
  const minutes = Math.ceil((last.asked_at.getTime() + PAUSE_MS - now.getTime()) / 60_000);
  throw new MailError(
    'confirmation_sent',
    `A link was sent to this address just now. Look for it, in the spam folder too; another one can be sent in ${minutes} minutes.`,
  );
}

/** Erases addresses to which no notice goes any more, and ends their links. */
export async function forgetAddresses(sql: Sql, at: Date): Promise<void> {
  await sql(
    `update pli.notice_confirmations set address = null, expires_at = least(expires_at, $1)
     where address is not null and address not in
       (select unnest(addresses) from pli.subscribers where channel = 'mail' and addresses is not null)`,
    [at],
  );
}

async function endLinks(sql: Sql, at: Date, addresses: readonly string[]): Promise<void> {
  await sql(
    `update pli.notice_confirmations set expires_at = least(expires_at, $1) where address = any($2) and confirmed_at is null`,
    [at, addresses],
  );
}
