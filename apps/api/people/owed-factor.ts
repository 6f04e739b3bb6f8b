import type { DeskKind } from '#contracts/api/session';
import type { LedgerTransaction } from '#database/ledger';
import { MailError } from '#domain/mail-error';
import { secondFactorOf } from '../http/session.ts';
import { sessionOf, type Visit } from '../http/visit.ts';

/**
 * Second factors are set up, and desks taken, by who has shown theirs or has none: never by who has a password alone of somebody with one.
 * @throws MailError `second_factor_missing`
 */
export function mustNotOweFactor(visit: Visit): void {
  if (secondFactorOf(sessionOf(visit).row, []) === 'asked')
    throw new MailError('second_factor_missing', 'Give the code of your authenticator, or your passkey, to go on.');
}

/**
 * What proves a person is changed by who has proved it themselves. An identity provider is believed at the desks of its owner alone: through it nobody
 * gets a proof that opens others.
 * @throws MailError `proofs_elsewhere`
 */
export function mustHaveOwnProof(visit: Visit): void {
  if (sessionOf(visit).row.identity_provider_id !== null)
    throw new MailError(
      'proofs_elsewhere',
      'Your organisation has signed you in: proofs of your own are changed by who signs in with one of them.',
    );
}

/** The first second factor may be set up by whoever owes one; another one by who has proved themselves. @throws MailError `proofs_elsewhere` */
export function maySetUpFactor(visit: Visit): void {
  mustNotOweFactor(visit);
  if (sessionOf(visit).row.has_factor) mustHaveOwnProof(visit);
}

/**
 * Who has a desk that asks for a second factor keeps one.
 * @param without what is to go: the authenticator, or one passkey
 * @param compulsory the kinds of those desks
 * @throws MailError `second_factor_last`
 */
export async function mustKeepAFactor(
  { sql }: LedgerTransaction,
  person: string,
  without: { kind?: 'totp'; id?: string },
  compulsory: readonly DeskKind[],
): Promise<void> {
  const [row] = await sql<{ bare: boolean }>(
    `select exists (select from pli.memberships where kind = any($4) and state = 'active')
       and not exists (select from pli.credentials where person_id = $1 and kind in ('totp', 'passkey') and confirmed_at is not null
         and kind is distinct from $2 and id is distinct from $3) as bare`,
    [person, without.kind ?? null, without.id ?? null, compulsory],
  );
  if (row?.bare)
    throw new MailError(
      'second_factor_last',
      'This is your last second factor, and a desk of yours asks for one. Set up another one first.',
    );
}
