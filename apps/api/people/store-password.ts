import { newId } from '#contracts/new-id';
import type { LedgerTransaction } from '#database/ledger';
import { hashPassword } from './password-hash.ts';
import { mustBeGoodPassword } from './password-policy.ts';
import { tellOf } from './person-ledger.ts';

/**
 * Sets a person's password, in their own scope.
 * @param own e-mail and names that it must not be made of
 * @throws MailError `password_refused`
 */
export async function storePassword(
  tx: LedgerTransaction,
  person: string,
  password: string,
  own: readonly string[],
): Promise<void> {
  mustBeGoodPassword(password, own);
  const hash = await hashPassword(password);
  await tx.sql(`delete from pli.credentials where person_id = $1 and kind = 'password'`, [person]);
  await tx.sql(
    `insert into pli.credentials (id, person_id, kind, hash, confirmed_at, created_at) values ($1, $2, 'password', $3, $4, $4)`,
    [newId('credential', tx.at), person, hash, tx.at],
  );
  tellOf(tx, person, 'person.password_set');
}
