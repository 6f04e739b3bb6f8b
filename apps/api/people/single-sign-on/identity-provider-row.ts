import type { IdentityProviderView } from '#contracts/api/single-sign-on';
import type { Sql } from '#database/scope';
import type { MasterKey } from '#storage/master-key';
import type { KnownIdentityProvider } from '../../http/door.ts';
import type { Registration } from './relying-party.ts';

export interface IdentityProviderFacts extends KnownIdentityProvider {
  created_at: Date;
}

/** The identity provider in use of an owner: an account, or the provider itself (null). Whoever changes it has it alone until they are done. */
export async function identityProviderOf(
  sql: Sql,
  owner: string | null,
  lock: '' | 'for update' = '',
): Promise<IdentityProviderFacts | undefined> {
  const [row] = await sql<IdentityProviderFacts>(
    `select id, account_id, issuer, client_id, client_secret, domains, required, vouches, created_at from pli.identity_providers
     where state = 'active' and account_id is not distinct from $1 ${lock}`,
    [owner],
  );
  return row;
}

export const identityProviderViewOf = (row: IdentityProviderFacts): IdentityProviderView => ({
  id: row.id,
  issuer: row.issuer,
  clientId: row.client_id,
  domains: row.domains,
  required: row.required,
  vouches: row.vouches,
  createdAt: row.created_at.toISOString(),
});

/** As whom we are registered there, the secret opened. @throws MailError `content_key_damaged` */
export const registrationOf = (
  row: Pick<KnownIdentityProvider, 'id' | 'issuer' | 'client_id' | 'client_secret'>,
  masterKey: MasterKey,
): Registration => ({
  issuer: row.issuer,
  clientId: row.client_id,
  clientSecret: masterKey.unwrap(row.client_secret, row.id).toString(),
});
