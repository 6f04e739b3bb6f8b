import { accountScope, siteScope, type Mode, type Scope } from '#database/scope';
import type { KeyRole } from '#contracts/api/keys';

/** Who asks: what the door answered for the key. */
export interface Caller {
  readonly keyId: string;
  readonly role: KeyRole;
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
export interface DoorRow {
  id: string;
  role: KeyRole;
  account_id: string | null;
  site_id: string | null;
  mode: Mode | null;
  scopes: string[];
}

/** The caller behind an answer of the door. */
export function callerOf({ id, role, account_id, site_id, mode, scopes }: DoorRow): Caller {
  const common = { keyId: id, role, scopes };
  if (role === 'customer' && account_id && mode)
    return { ...common, account: account_id, mode, scope: accountScope(account_id, mode) };
  if (role === 'operator' && site_id) return { ...common, site: site_id, scope: siteScope(site_id) };
  if (role === 'provider') return { ...common, scope: { role: 'pli_provider' } };
  throw new Error(`key ${id} has a role without its scope`);
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
export const actorOf = ({ role, keyId }: Caller): string => `${role}:${keyId}`;

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
