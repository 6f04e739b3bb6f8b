import { newId } from '#contracts/new-id';
import type { LedgerTransaction } from '#database/ledger';
import { MailError } from '#domain/mail-error';
import { mailDomainOf } from '#domain/people/mail-domain';
import type { Door, KnownIdentityProvider } from '../../http/door.ts';
import { tellOf, type PersonLedger } from '../person-ledger.ts';
import type { Claims } from './relying-party.ts';

/** Who came back, and whether their identity provider is known to name them so. */
export interface Found {
  readonly person: string;
  readonly isBound: boolean;
}

/**
 * The person whom an identity provider names: by the subject that it was bound to, else by an e-mail that it has verified and for whose domain it
 * speaks. Nobody is made.
 * @throws MailError `mail_not_verified`, `single_sign_on_unknown`
 */
export async function personOfClaims(
  { door, people }: { door: Door; people: PersonLedger },
  provider: KnownIdentityProvider,
  { subject, verifiedEmail }: Claims,
): Promise<Found> {
  const bound = await door.subject(provider.issuer, subject);
  if (bound !== undefined) {
    if (bound.state === 'removed') throw unknown();
    return { person: bound.id, isBound: true };
  }
  if (verifiedEmail === undefined)
    throw new MailError(
      'mail_not_verified',
      'Your organisation does not say that it has verified your e-mail address. Ask who keeps its accounts for that.',
    );
  if (!provider.domains.includes(mailDomainOf(verifiedEmail))) throw unknown();
  const known = await door.person(people.emailHash(verifiedEmail));
  if (known === undefined || known.state === 'removed') throw unknown();
  return { person: known.id, isBound: false };
}

/**
 * Sits the person down at the desks of the identity provider's owner: binds the subject when it comes for the first time, and accepts what they are
 * invited to there. Somebody without a desk there is a stranger, whoever else knows them.
 * @throws MailError `single_sign_on_unknown`, `subject_differs`
 */
export async function welcome(
  tx: LedgerTransaction,
  { person, isBound }: Found,
  provider: KnownIdentityProvider,
  { subject, name }: Claims,
): Promise<void> {
  const { sql, at } = tx;
  const desks = await sql<{ id: string; state: 'invited' | 'active' }>(
    `select id, state from pli.memberships where account_id is not distinct from $1 and state in ('invited', 'active') order by id`,
    [provider.account_id],
  );
  if (desks.length === 0) throw unknown();
  if (isBound)
    await sql(
      `update pli.credentials set used_at = $3 where kind = 'single_sign_on' and issuer = $1 and subject = $2`,
      [provider.issuer, subject, at],
    );
  else await bind(tx, person, provider, subject);
  const invited = desks.filter(({ state }) => state === 'invited').map(({ id }) => id);
  if (invited.length === 0) return;
  await sql(`update pli.person_links set used_at = $2 where membership_id = any($1) and used_at is null`, [
    invited,
    at,
  ]);
  await join(tx, person, name);
  await tx.change(
    'membership',
    'membership.accepted',
    invited.map((id) => ({ id, set: { state: 'active' } })),
  );
}

/** An address that went to somebody else meanwhile does not bring their access with it. */
async function bind(
  tx: LedgerTransaction,
  person: string,
  { id, issuer }: KnownIdentityProvider,
  subject: string,
): Promise<void> {
  const [other] = await tx.sql(`select from pli.credentials where kind = 'single_sign_on' and issuer = $1 limit 1`, [
    issuer,
  ]);
  if (other !== undefined)
    throw new MailError(
      'subject_differs',
      'Your organisation knew somebody else by this address. Ask your administrator to remove them here and to invite you.',
    );
  await tx.sql(
    `insert into pli.credentials (id, person_id, kind, issuer, subject, confirmed_at, used_at, created_at) values ($1, $2, 'single_sign_on', $3, $4, $5, $5, $5)`,
    [newId('credential', tx.at), person, issuer, subject, tx.at],
  );
  tellOf(tx, person, 'person.single_sign_on_bound', { provider: id });
}

/** Who is new takes their name from their organisation, when who invited them gave none. */
async function join(tx: LedgerTransaction, person: string, name: string | undefined): Promise<void> {
  const [row] = await tx.sql<{ state: string; name: string | null }>(
    `select state, name from pli.persons where id = $1`,
    [person],
  );
  if (row?.state !== 'invited') return;
  await tx.change('person', 'person.joined', [
    { id: person, set: { state: 'active' }, content: { name: row.name ?? name ?? '' } },
  ]);
}

const unknown = (): MailError =>
  new MailError(
    'single_sign_on_unknown',
    'Your organisation knows you, and here nobody has invited you. Ask your administrator for an invitation.',
  );
