import { accountScope, siteScope, type Mode, type Scope } from '#database/scope';
import type { CallerRole, KeyRole } from '#contracts/api/keys';
import type { DeskKind } from '#contracts/api/session';
import { MailError } from '#domain/mail-error';
import type { Session } from './session.ts';

/** Who asks: what the door answered for the key, or for the person's session. */
export interface Caller {
  /** The key's id, or the session's. */
  readonly keyId: string;
  /** Who it is, when it is a person. */
  readonly person?: string;
  /** By which identity provider that person signed in. */
  readonly identityProvider?: string;
  readonly role: CallerRole;
  readonly scopes: readonly string[];
  /** As whom its transactions look at the database. */
  readonly scope: Scope;
  /** Customers only. */
  readonly account?: string;
  readonly mode?: Mode;
  /** Operators only. */
  readonly site?: string;
}

/** A row of `pli.door_key`. */
export interface KeyRow {
  id: string;
  role: KeyRole;
  account_id: string | null;
  site_id: string | null;
  mode: Mode | null;
  scopes: string[];
}

/** The caller behind a key. */
export function callerOfKey({ id, role, account_id, site_id, mode, scopes }: KeyRow): Caller {
  const common = { keyId: id, role, scopes };
  if (role === 'customer' && account_id && mode)
    return { ...common, account: account_id, mode, scope: accountScope(account_id, mode) };
  if (role === 'operator' && site_id) return { ...common, site: site_id, scope: siteScope(site_id) };
  if (role === 'provider') return { ...common, scope: { role: 'pli_provider' } };
  throw new Error(`key ${id} has a role without its scope`);
}

/** As whom the people of a desk call. */
export const roleOfDesk = {
  account: 'customer',
  site: 'operator',
  provider: 'provider',
  audit: 'auditor',
} as const satisfies Record<DeskKind, CallerRole>;

/**
 * The caller at the desk of a session.
 * @throws MailError `desk_missing` when the person is at none
 */
export function callerOfSession({ id, person, row }: Session): Caller {
  const { kind, account_id: account, site_id: site, mode, scopes, identity_provider_id: provider } = row;
  if (kind === null || scopes === null)
    throw new MailError('desk_missing', 'You are signed in and at no desk. Choose one: PUT /v1/session/desk.');
  const common = {
    keyId: id,
    person,
    role: roleOfDesk[kind],
    scopes,
    ...(provider !== null && { identityProvider: provider }),
  };
  if (kind === 'account' && account && mode) {
    const own = !scopes.includes('orders:all');
    return { ...common, account, mode, scope: accountScope(account, mode, { person, own }) };
  }
  if (kind === 'site' && site) return { ...common, site, scope: siteScope(site) };
  if (kind === 'provider') return { ...common, scope: { role: 'pli_provider' } };
  if (kind === 'audit') return { ...common, scope: { role: 'pli_audit' } };
  throw new Error(`desk ${row.membership_id} is of a kind without its scope`);
}

/** One request as the services see it. */
export interface Call {
  readonly caller: Caller;
  readonly requestId: string;
  readonly idempotencyKey: string | undefined;
  /** SHA-256 of method, path and body: tells a repeated request from another under the same key. */
  readonly requestHash: () => Buffer;
  /** A signal that aborts when the caller has gone (or has its answer). */
  readonly gone: () => AbortSignal;
  /** Set when the answer is a stored one. */
  replayed: boolean;
}

/** The actor that the ledger names. */
export const actorOf = ({ role, keyId, person }: Caller): string =>
  person === undefined ? `${role}:${keyId}` : `person:${person}`;

/** The account and mode of a customer's call. */
export function customerOf({ caller: { account, mode } }: Call): { account: string; mode: Mode } {
  if (account === undefined || mode === undefined) throw new Error('not a customer');
  return { account, mode };
}

/** The site that an operator's call acts for. */
export function siteOf({ caller: { site } }: Call): string {
  if (site === undefined) throw new Error('not an operator');
  return site;
}
