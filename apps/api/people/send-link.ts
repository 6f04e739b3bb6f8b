import { newId } from '#contracts/new-id';
import type { PersonLetter } from '#contracts/person-mail';
import type { LedgerTransaction } from '#database/ledger';
import type { MasterKey } from '#storage/master-key';
import { newToken } from '../http/session.ts';

/** How long a link is good, in hours: an invitation waits for a person to come back from holiday, a recovery does not. */
const HOURS = { invitation: 14 * 24, recovery: 1 } as const;

interface Given {
  kind: 'invitation' | 'recovery';
  person: string;
  membership: string | null;
  mail: Omit<PersonLetter, 'link' | 'expiresAt' | 'kind'>;
}

/**
 * Makes a link that is good once, and the mail that carries it; the worker sends it. Former links of the kind are good no more.
 * @param origin of our own pages
 * @returns the link itself, which is otherwise in the sealed mail alone
 */
export async function sendLink(
  tx: LedgerTransaction,
  { masterKey, origin }: { masterKey: MasterKey; origin: string },
  { kind, person, membership, mail }: Given,
): Promise<string> {
  const { sql, at } = tx;
  await sql(
    `update pli.person_links set used_at = $4 where person_id = $1 and kind = $2 and used_at is null and membership_id is not distinct from $3`,
    [person, kind, membership, at],
  );
  const { token, hash } = newToken();
  const expiresAt = new Date(at.getTime() + HOURS[kind] * 3600_000);
  await sql(
    `insert into pli.person_links (id, kind, hash, person_id, membership_id, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [newId('person_link', at), kind, hash, person, membership, at, expiresAt],
  );
  // Behind the #: no server, log or referrer sees it.
  const link = `${origin}/app/${kind}#${token}`;
  await sendMail(tx, masterKey, person, { ...mail, kind, link, expiresAt: expiresAt.toISOString() });
  return link;
}

/** Puts a mail on the worker's list, sealed. `person`: whom it is to; null for an address that is nobody's we know. */
export async function sendMail(
  { sql, at }: LedgerTransaction,
  masterKey: MasterKey,
  person: string | null,
  letter: PersonLetter,
): Promise<void> {
  const id = newId('person_mail', at);
  await sql(
    `insert into pli.person_mails (id, person_id, kind, sealed, state, next_at, created_at) values ($1, $2, $3, $4, 'due', $5, $5)`,
    [id, person, letter.kind, masterKey.wrap(Buffer.from(JSON.stringify(letter)), id), at],
  );
}
