import type { DeskRole } from '#contracts/api/desk-roles';
import { deskRoleTable, scopesOfDeskRole } from '#contracts/api/desk-roles';
import { scopesOf } from '#contracts/api/keys';
import type { PersonView } from '#contracts/api/people';
import { newId } from '#contracts/new-id';
import type { LedgerTransaction, Row } from '#database/ledger';
import type { Mode, Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { rightsNotHeld } from '#domain/people/granting';
import type { KnownPerson } from '../http/door.ts';
import { roleOfDesk } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';

/** Keeping the desks of an account, of print rooms or of the provider: the rules that hold for all of them. */

export interface KeptDesk {
  id: string;
  person_id: string;
  kind: PersonView['kind'];
  role: DeskRole;
  account_id: string | null;
  site_id: string | null;
  modes: Mode[];
  scopes: string[];
  state: PersonView['state'];
  created_at: Date;
  name: string | null;
  email: string | null;
  language: 'fr' | 'en';
  person_state: string;
  has_second_factor: boolean;
  last_seen_at: Date | null;
}

const columns = `m.id, m.person_id, m.kind, m.role, m.account_id, m.site_id, m.modes, m.scopes, m.state, m.created_at, p.name, p.email, p.language,
  p.state as person_state,
  exists (select from pli.credentials c where c.person_id = m.person_id and c.kind in ('totp', 'passkey') and c.confirmed_at is not null) as has_second_factor,
  (select max(s.seen_at) from pli.sessions s where s.membership_id = m.id) as last_seen_at`;

/** Desks after one, in the order in which they were made; `where` is SQL of ours. */
export const desksAfter = (sql: Sql, where: string, parameters: unknown[], after: string, limit: number) =>
  sql<KeptDesk>(
    `select ${columns} from pli.memberships m join pli.persons p on p.id = m.person_id
     where m.state <> 'removed' and m.id > $1 and ${where} order by m.id limit $2`,
    [after, limit, ...parameters],
  );

/** @throws MailError `not_found` */
export async function deskOfId(sql: Sql, id: string): Promise<KeptDesk> {
  const [row] = await sql<KeptDesk>(
    `select ${columns} from pli.memberships m join pli.persons p on p.id = m.person_id where m.id = $1 and m.state <> 'removed'`,
    [id],
  );
  if (row === undefined) throw notFound('person here');
  return row;
}

export const personViewOf = (row: KeptDesk): PersonView => ({
  id: row.id,
  person: row.person_id,
  name: row.name ?? '',
  email: row.email ?? '',
  kind: row.kind,
  role: row.role,
  siteId: row.site_id,
  modes: row.modes,
  scopes: row.scopes,
  state: row.state,
  hasSecondFactor: row.has_second_factor,
  lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
});

/** Rights as they are asked for, or those of the role. @throws MailError `right_unknown` when the desk has no such right */
export function rightsFor(role: DeskRole, asked: readonly string[] | undefined): string[] {
  if (asked === undefined) return scopesOfDeskRole(role);
  const known: readonly string[] = scopesOf[roleOfDesk[deskRoleTable[role].kind]];
  const unknown = asked.filter((right) => !known.includes(right));
  if (unknown.length > 0)
    throw new MailError('right_unknown', `At this desk there is no such right: ${unknown.slice(0, 5).join(', ')}.`);
  return [...new Set(asked)];
}

/** @throws MailError `right_not_held` when more is given than whoever gives it holds */
export function mustHoldWhatIsGiven(given: readonly string[], held: readonly string[]): void {
  const missing = rightsNotHeld(given, held);
  if (missing.length > 0)
    throw new MailError(
      'right_not_held',
      `Nobody gives what they do not hold themselves: ${missing.slice(0, 5).join(', ')}.`,
    );
}

export interface NewDesk {
  email: string;
  emailHash: Buffer;
  name: string | undefined;
  language: 'fr' | 'en';
  role: DeskRole;
  scopes: string[];
  modes: Mode[];
  account_id: string | null;
  site_id: string | null;
}

/**
 * Makes a desk for a person, who may be known already from another one: their names are theirs. They sit down at it when they accept.
 * @param known the person of that e-mail
 * @throws MailError `person_known` when they have this desk already
 */
export async function insertDesk(
  tx: LedgerTransaction,
  known: KnownPerson | undefined,
  desk: NewDesk,
): Promise<string> {
  const person = known?.id ?? newId('person', tx.at);
  if (known === undefined) {
    const named = { email: desk.email, email_hash: desk.emailHash, name: desk.name ?? null };
    const row: Row = { id: person, state: 'invited', language: desk.language, created_at: tx.at };
    await tx.create('person', 'person.invited', [{ ...row, ...named }]);
  }
  const { kind } = deskRoleTable[desk.role];
  const [there] = await tx.sql(
    `select from pli.memberships where person_id = $1 and kind = $2 and coalesce(account_id, site_id, '') = $3 and state <> 'removed'`,
    [person, kind, desk.account_id ?? desk.site_id ?? ''],
  );
  if (there !== undefined) throw new MailError('person_known', 'This person is here already, or invited.');
  const id = newId('membership', tx.at);
  const { role, scopes, modes, account_id, site_id } = desk;
  await tx.create('membership', 'membership.invited', [
    { id, person_id: person, kind, role, scopes, modes, account_id, site_id, state: 'invited', created_at: tx.at },
  ]);
  return id;
}

/** Where a desk stands, to find others of the same place. */
const place = `kind = $1 and coalesce(account_id, site_id, '') = $2`;
const keeping = { account: 'people:write', provider: 'staff:write' } as const;

/**
 * Somebody who may let others in is left. Others at the place are locked meanwhile: two administrators do not remove each other.
 * @throws MailError `last_administrator`
 */
async function mustNotBeTheLast(sql: Sql, desk: KeptDesk): Promise<void> {
  if (desk.kind !== 'account' && desk.kind !== 'provider') return;
  const right = keeping[desk.kind];
  if (desk.state !== 'active' || !desk.scopes.includes(right)) return;
  const others = await sql<{ id: string }>(
    `select id from pli.memberships where ${place} and state = 'active' and $3 = any(scopes) order by id for update`,
    [desk.kind, desk.account_id ?? desk.site_id ?? '', right],
  );
  if (!others.some(({ id }) => id !== desk.id))
    throw new MailError(
      'last_administrator',
      'This is the last person who may let others in here. Give somebody else that right first.',
    );
}

export interface DeskChange {
  role?: DeskRole | undefined;
  scopes?: string[] | undefined;
  modes?: Mode[] | undefined;
  state?: 'active' | 'suspended' | undefined;
}

/**
 * Changes role, rights, modes or state of a desk. A role given alone brings its own rights. It holds with the next request of the person.
 * @param held rights of whoever changes it; undefined: of a kind of desk that they keep and have none of
 * @throws MailError `right_not_held`, `right_unknown`, `role_of_other_desk`, `last_administrator`, `state_conflict`
 */
export async function changeDesk(
  tx: LedgerTransaction,
  desk: KeptDesk,
  change: DeskChange,
  held: readonly string[] | undefined,
): Promise<void> {
  const role = change.role ?? desk.role;
  if (deskRoleTable[role].kind !== desk.kind)
    throw new MailError('role_of_other_desk', 'This role is of another kind of desk. Invite the person there instead.');
  const asked = change.scopes ?? (change.role === undefined || change.role === desk.role ? desk.scopes : undefined);
  const scopes = rightsFor(role, asked);
  if (held !== undefined) mustHoldWhatIsGiven(rightsNotHeld(scopes, desk.scopes), held);
  const state = change.state ?? desk.state;
  if (desk.state === 'invited' && state !== 'invited')
    throw new MailError('state_conflict', 'This person has not accepted yet: take the invitation back instead.');
  const right = desk.kind === 'provider' ? keeping.provider : keeping.account;
  if (state !== 'active' || !scopes.includes(right)) await mustNotBeTheLast(tx.sql, desk);
  const set = { role, scopes, modes: change.modes ?? desk.modes, state };
  await tx.change('membership', state === desk.state ? 'membership.changed' : `membership.${stateWord(state)}`, [
    { id: desk.id, set },
  ]);
}

const stateWord = (state: string): string => (state === 'suspended' ? 'suspended' : 'resumed');

/**
 * Takes a desk away. A person without any is removed: what names them and what proves who they are is erased; the ledger keeps the id.
 * @throws MailError `last_administrator`
 */
export async function removeDesk(tx: LedgerTransaction, desk: KeptDesk): Promise<void> {
  await mustNotBeTheLast(tx.sql, desk);
  await tx.change('membership', 'membership.removed', [{ id: desk.id, set: { state: 'removed' } }]);
  await tx.sql(`update pli.person_links set used_at = $2 where membership_id = $1 and used_at is null`, [
    desk.id,
    tx.at,
  ]);
  const [gone] = await tx.sql<{ nowhere: boolean }>(`select pli.is_nowhere($1) as nowhere`, [desk.person_id]);
  if (!gone?.nowhere) return;
  await tx.sql(`select pli.forget_person($1)`, [desk.person_id]);
  const nameless = { email: null, email_hash: null, name: null };
  await tx.change('person', 'person.removed', [
    { id: desk.person_id, set: { state: 'removed', removed_at: tx.at }, content: nameless },
  ]);
}
