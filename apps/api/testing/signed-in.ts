import { randomUUID } from 'node:crypto';
import { deskRoleTable, scopesOfDeskRole, type DeskRole } from '#contracts/api/desk-roles';
import type { AccessScope } from '#contracts/api/keys';
import { newId } from '#contracts/new-id';
import { inLedger, type Clock } from '#database/ledger';
import type { Mode } from '#database/scope';
import type { TestDatabase } from '#database/testing/clone-database';
import { comparableEmail } from '#domain/people/email';
import type { MasterKey } from '#storage/master-key';
import { beginSession } from '../people/begin-session.ts';
import type { Client } from './running-api.ts';

/** Who signs in, and at which desk: an account’s, a print room’s, the provider’s or its auditor’s, by the role. */
export interface SignedIn {
  role: DeskRole;
  /** The rights there; the role's when left out. */
  scopes?: readonly AccessScope[];
  accountId?: string;
  siteId?: string;
  /** In which they work at an account's desk. */
  mode?: Mode;
  modes?: Mode[];
  name?: string;
  email?: string;
  language?: 'fr' | 'en';
}

/** A client that speaks as a person: with the session's cookie and the header of our pages. */
export interface PersonClient extends Client {
  person: string;
  membership: string;
  email: string;
  /** For a browser: `context.addCookies([{ ...cookie, url }])`. */
  cookie: { name: string; value: string };
}

/** What is needed beside the person to store one. */
interface World {
  database: TestDatabase;
  masterKey: MasterKey;
  clock: Clock;
}

/** Stores a person with a desk, who owes no second factor any more, and begins a session for them. */
export async function storeSignedIn({ database, masterKey, clock }: World, given: SignedIn) {
  const { kind } = deskRoleTable[given.role];
  const email = given.email ?? `${randomUUID()}@example.org`;
  const [person, membership] = [newId('person'), newId('membership')];
  const modes = kind === 'account' ? (given.modes ?? [given.mode ?? 'test']) : [];
  const act = { actor: 'set-up', cause: {} };
  await inLedger(database.api, { role: 'pli_provider' }, act, clock, async (tx) => {
    const named = {
      email,
      email_hash: masterKey.keyedHash('e-mail', comparableEmail(email)),
      name: given.name ?? 'Claire',
    };
    const row = { id: person, state: 'active', language: given.language ?? 'fr', created_at: tx.at };
    await tx.create('person', 'person.invited', [{ ...row, ...named }]);
    const desk = { kind, role: given.role, modes, scopes: given.scopes ?? scopesOfDeskRole(given.role) };
    const of = { account_id: given.accountId ?? null, site_id: given.siteId ?? null };
    await tx.create('membership', 'membership.created', [
      { id: membership, person_id: person, ...desk, ...of, state: 'active', created_at: tx.at },
    ]);
  });
  const token = await inLedger(database.api, { role: 'pli_person', person }, act, clock, (tx) =>
    beginSession(tx, person, { browser: undefined }, { by: 'password', secondFactor: true, seconds: 12 * 3600 }),
  );
  return { person, membership, email, cookie: { name: 'pli', value: token } };
}
