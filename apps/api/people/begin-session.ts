import { newId } from '#contracts/new-id';
import type { SignedInBy } from '#database/entities/people';
import type { LedgerTransaction } from '#database/ledger';
import type { Mode } from '#database/scope';
import { newToken } from '../http/session.ts';
import type { Visit } from '../http/visit.ts';
import { desksOf, firstDesk } from './desks.ts';
import { deviceName } from './device-name.ts';
import { tellOf } from './person-ledger.ts';

/**
 * Begins a session of a person who has proved to be who they are, in their own scope; those that are over go.
 * @param secondFactor whether the proof was more than a password: a passkey that knows its person, a provider that vouches for two factors
 * @returns the token for the browser, which is nowhere else
 */
export async function beginSession(
  tx: LedgerTransaction,
  person: string,
  { browser }: Pick<Visit, 'browser'>,
  given: { by: SignedInBy; secondFactor: boolean; seconds: number; identityProvider?: string },
): Promise<string> {
  const { sql, at } = tx;
  const provider = given.identityProvider ?? null;
  await sql(`delete from pli.sessions where person_id = $1 and expires_at <= $2`, [person, at]);
  const [last] = await sql<{ last_membership_id: string | null; last_mode: Mode | null }>(
    `select last_membership_id, last_mode from pli.persons where id = $1`,
    [person],
  );
  if (last === undefined) throw new Error('a session of nobody');
  const desk = firstDesk(await desksOf(sql, provider), last);
  const { token, hash } = newToken();
  const id = newId('session', at);
  await sql(
    `insert into pli.sessions (id, hash, person_id, membership_id, mode, signed_in_by, device, created_at, seen_at, expires_at, second_factor_at, identity_provider_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11)`,
    [
      id,
      hash,
      person,
      desk?.id ?? null,
      desk?.mode ?? null,
      given.by,
      deviceName(browser),
      at,
      new Date(at.getTime() + given.seconds * 1000),
      given.secondFactor ? at : null,
      provider,
    ],
  );
  tellOf(tx, person, 'person.signed_in', { session: id, by: given.by });
  return token;
}
