import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration } from 'oidc-provider';

/** What a person of the identity provider is told of them. */
export interface Account {
  readonly email: string;
  readonly email_verified: boolean;
  readonly name?: string;
}
/** What the process is started with, as JSON in IDENTITY_PROVIDER. */
export interface Start {
  /** By the name that is typed into its sign-in page. */
  readonly accounts: Readonly<Record<string, Account>>;
  readonly clients: readonly { readonly id: string; readonly secret: string }[];
  /** Where it may send people back to. */
  readonly redirectUris: readonly string[];
  readonly signedOutUris: readonly string[];
}

const { accounts, clients, redirectUris, signedOutUris } = JSON.parse(process.env['IDENTITY_PROVIDER'] ?? '') as Start;

const configuration = (): Configuration => ({
  clients: clients.map(({ id, secret }) => ({
    client_id: id,
    client_secret: secret,
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...signedOutUris],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  })),
  pkce: { required: () => true },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  findAccount: (_ctx, id) => {
    const account = accounts[id];
    return account === undefined ? undefined : { accountId: id, claims: () => ({ sub: id, ...account }) };
  },
  // Nobody is asked what of themselves they let Pli see.
  async loadExistingGrant(ctx) {
    const { session, client, provider } = ctx.oidc;
    if (session?.accountId === undefined || client === undefined) return undefined;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
  cookies: { keys: ['of a test'] },
});

// The port is known once it listens, and the issuer is named by it.
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = new Provider(issuer, configuration()).callback();
  server.on('request', (request, response) => void answer(request, response));
  console.log(JSON.stringify({ issuer }));
});
