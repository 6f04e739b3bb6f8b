import type { Mode, Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { isMailServiceOfEverybody, mailDomainOf } from '#domain/people/mail-domain';
import type { Caller } from '../../http/caller.ts';
import { mustHoldWhatIsGiven } from '../keep-desks.ts';

/**
 * Whoever sets up an identity provider can have it name anybody: so they hold every right, and work in every mode, that somebody has at the desks
 * which it opens.
 * @throws MailError `right_not_held`
 */
export async function mustHoldAllRights(sql: Sql, { scopes, person }: Caller, owner: string | null): Promise<void> {
  const desks = await sql<{ person_id: string; scopes: string[]; modes: Mode[] }>(
    `select person_id, scopes, modes from pli.memberships
     where state <> 'removed' and account_id is not distinct from $1 and ($1::text is not null or kind = 'provider')`,
    [owner],
  );
  mustHoldWhatIsGiven([...new Set(desks.flatMap((desk) => desk.scopes))], scopes);
  const own = new Set(desks.filter((desk) => desk.person_id === person).flatMap((desk) => desk.modes));
  if (desks.some(({ modes }) => modes.some((mode) => !own.has(mode))))
    throw new MailError('right_not_held', 'Here people work in a mode in which you do not work yourself.');
}

/**
 * Whether an identity provider of that owner may speak for e-mails of these domains: none that everybody may have, none for which another one
 * speaks, and for an account those alone at which one of its people has an address that was proved by an invitation.
 * @throws MailError `mail_domain_refused`, naming them
 */
export async function mustSpeakFor(sql: Sql, domains: readonly string[], owner: string | null): Promise<void> {
  const refuse = (found: readonly string[], why: string) => {
    if (found.length > 0) throw new MailError('mail_domain_refused', `${found.join(', ')}: ${why}`);
  };
  refuse(
    domains.filter(isMailServiceOfEverybody),
    'everybody may have an address there. Name the domain of your organisation.',
  );
  const taken = await sql<{ domain: string }>(`select domain from pli.domains_taken($1, $2)`, [domains, owner]);
  refuse(
    taken.map(({ domain }) => domain),
    'another identity provider signs these people in already. Ask the provider of this Pli.',
  );
  if (owner === null) return;
  const people = await sql<{ email: string | null }>(
    `select p.email from pli.persons p join pli.memberships m on m.person_id = p.id
     where m.account_id = $1 and m.state = 'active' and p.state = 'active'`,
    [owner],
  );
  const proved = new Set(people.map(({ email }) => mailDomainOf(email ?? '')));
  refuse(
    domains.filter((domain) => !proved.has(domain)),
    'nobody of this account has an address there. Invite somebody who has one first.',
  );
}
