import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LinkView } from '#contracts/api/links';
import type { PersonView } from '#contracts/api/people';
import type { Problem } from '#contracts/api/problem';
import type { SessionView } from '#contracts/api/session';
import type { SingleSignOnView } from '#contracts/api/single-sign-on';
import { newId } from '#contracts/new-id';
import { personLetter } from '#contracts/person-mail';
import { runIdentityProvider, type RunningIdentityProvider } from '../../testing/identity-provider/running.ts';
import { runApi, type Answer, type ApiUnderTest } from '../../testing/running-api.ts';
import type { PersonClient } from '../../testing/signed-in.ts';
import { hashPassword } from '../password-hash.ts';

const origin = 'http://localhost:8080';
const peopleOf = (domain: string) => ({
  claire: { email: `claire@${domain}`, email_verified: true, name: 'Claire Fontaine' },
  paul: { email: `paul@${domain}`, email_verified: true, name: 'Paul Rivoire' },
  unproved: { email: `zoe@${domain}`, email_verified: false },
  stranger: { email: `nobody@${domain}`, email_verified: true },
  outsider: { email: 'claire@bois.example', email_verified: true },
});
let t: ApiUnderTest;
let moulins: Owner;
let bois: Owner;
let liar: Server;

/** An account with an administrator who has an address there, and an identity provider. */
interface Owner {
  accountId: string;
  administrator: PersonClient;
  provider: RunningIdentityProvider;
}

beforeAll(async () => {
  t = await runApi({ environment: { PUBLIC_URL: origin, WEBHOOK_ALLOWED_NETWORKS: '127.0.0.1' } });
  [moulins, bois] = await Promise.all([owner('moulins.example'), owner('bois.example')]);
});
afterAll(async () => {
  moulins?.provider.stop();
  bois?.provider.stop();
  liar?.close().closeAllConnections();
  await t?.stop();
});

async function owner(domain: string): Promise<Owner> {
  const provider = await runIdentityProvider({
    accounts: peopleOf(domain),
    clients: [{ id: 'pli', secret: 'a secret of the test' }],
    redirectUris: [`${origin}/app/sign-in/organisation`],
    signedOutUris: [`${origin}/app/sign-in`],
  });
  const { id: accountId } = await t.provider.post<{ id: string }>('/v1/provider/accounts', { name: domain });
  const administrator = await t.signIn({ role: 'administrator', accountId, email: `anne@${domain}` });
  const made = await set(administrator, registered(provider, domain));
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  return { accountId, administrator, provider };
}

const registered = ({ issuer }: { issuer: string }, domain: string) => ({
  issuer,
  clientId: 'pli',
  clientSecret: 'a secret of the test',
  domains: [domain],
});
const set = (by: PersonClient, body: object) =>
  by.call<SingleSignOnView & Problem>('PUT', '/v1/identity-provider', body);

const visitor = (method: string, path: string, body?: unknown, cookie?: string) =>
  t.client(undefined).call<SessionView & Problem & { url: string }>(method, path, body, {
    'pli-console': '1',
    ...(cookie && { cookie }),
  });
const cookieOf = ({ headers }: Answer<unknown>, name: string): string =>
  headers
    .getSetCookie()
    .map((text) => text.split(';')[0] ?? '')
    .find((text) => text.startsWith(`${name}=`) && text !== `${name}=`) ?? '';

/** Begins at the sign-in page with an e-mail of that domain. */
async function begin(domain: string): Promise<{ url: string; flow: string }> {
  const begun = await visitor('POST', '/v1/session/single-sign-on', { email: `someone@${domain}` });
  expect([begun.status, begun.body.code]).toEqual([200, undefined]);
  return { url: begun.body.url, flow: cookieOf(begun, 'pli-flow') };
}
const complete = (flow: string, answer: string) =>
  visitor('POST', '/v1/session/single-sign-on/complete', { answer }, flow);
/** The whole way of somebody, from our page through theirs and back. */
async function comeIn(domain: string, provider: RunningIdentityProvider, name: string) {
  const { url, flow } = await begin(domain);
  return complete(flow, await provider.signIn(url, name));
}
const codeOf = ({ status, body }: Answer<Problem>) => [status, body.code];
const told = async (subject: string): Promise<string[]> =>
  (
    await t.database.asOwner<{ type: string }>(`select type from pli.events where subject_id = $1 order by number`, [
      subject,
    ])
  ).map(({ type }) => type);
const invite = (by: PersonClient, email: string) => by.post<PersonView>('/v1/people', { email, role: 'sender' });

test('who is invited comes in by their organisation, is bound to its subject, and comes in again; nobody is made, no e-mail stands in an address or the ledger', async () => {
  const { person, id } = await invite(moulins.administrator, 'claire@moulins.example');
  const { url, flow } = await begin('moulins.example');
  expect(new URL(url).origin).toBe(moulins.provider.issuer);
  expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    redirect_uri: `${origin}/app/sign-in/organisation`,
    scope: 'openid email profile',
  });
  expect(url).not.toContain('someone');
  const signedIn = await complete(flow, await moulins.provider.signIn(url, 'claire'));
  expect(signedIn.body).toMatchObject({
    person: { id: person, name: 'Claire Fontaine' },
    signedInBy: 'single_sign_on',
    secondFactor: 'not_needed',
    desk: { role: 'sender', accountId: moulins.accountId },
  });
  expect(await told(person)).toEqual([
    'person.invited',
    'person.single_sign_on_bound',
    'person.joined',
    'person.signed_in',
  ]);
  expect(await told(id)).toEqual(['membership.invited', 'membership.accepted']);
  const cookie = cookieOf(signedIn, 'pli');
  expect((await visitor('GET', '/v1/orders', undefined, cookie)).status).toBe(200);
  const again = await comeIn('moulins.example', moulins.provider, 'claire');
  expect(again.body.person.id).toBe(person);
  const [row] = await t.database.asOwner<{ text: string; secret: string }>(
    `select string_agg(e::text, ' ') as text, (select encode(client_secret, 'escape') from pli.identity_providers limit 1) as secret from pli.events e`,
  );
  expect(row?.text).not.toMatch(/claire@|Fontaine|a secret of/);
  expect(row?.secret).not.toContain('a secret of');

  const ended = await visitor('DELETE', '/v1/session/single-sign-on', undefined, cookie);
  expect(ended.body.url).toContain(`${moulins.provider.issuer}/session/end?`);
  expect((await visitor('GET', '/v1/session', undefined, cookie)).status).toBe(401);
});

test('a wrong state, a wrong nonce, a code used twice or by another browser, and one of another issuer come to nothing', async () => {
  const refused = [401, 'single_sign_on_refused'];
  const changed = async (change: (answer: URLSearchParams) => void) => {
    const { url, flow } = await begin('moulins.example');
    const answer = new URLSearchParams(await moulins.provider.signIn(url, 'claire'));
    change(answer);
    return codeOf(await complete(flow, answer.toString()));
  };
  expect(await changed((answer) => answer.set('state', 'another'))).toEqual(refused);
  expect(await changed((answer) => answer.delete('state'))).toEqual(refused);
  expect(await changed((answer) => answer.set('iss', bois.provider.issuer))).toEqual(refused);
  expect(await changed((answer) => answer.set('code', 'guessed'))).toEqual(refused);

  const nonce = await begin('moulins.example');
  const other = new URL(nonce.url);
  other.searchParams.set('nonce', 'another');
  const withOther = await moulins.provider.signIn(other.href, 'claire');
  expect(codeOf(await complete(nonce.flow, withOther))).toEqual(refused);

  const first = await begin('moulins.example');
  const answer = await moulins.provider.signIn(first.url, 'claire');
  expect(codeOf(await complete('', answer))).toEqual(refused);
  const elsewhere = await begin('moulins.example');
  expect(codeOf(await complete(elsewhere.flow, answer))).toEqual(refused);
  expect((await complete(first.flow, answer)).status).toBe(200);
  expect(codeOf(await complete(first.flow, answer))).toEqual(refused);
  // The code of one sign-in in the dress of another: PKCE tells them apart.
  const [one, two] = [await begin('moulins.example'), await begin('moulins.example')];
  const stolen = new URLSearchParams(await moulins.provider.signIn(one.url, 'claire'));
  stolen.set('state', new URL(two.url).searchParams.get('state') ?? '');
  expect(codeOf(await complete(two.flow, stolen.toString()))).toEqual(refused);
  expect(codeOf(await complete(first.flow, 'error=access_denied&state=x'))).toEqual(refused);
});

test('an address that is not verified binds nobody, a stranger is not let in, nor somebody of another domain or account', async () => {
  const zoe = await invite(moulins.administrator, 'zoe@moulins.example');
  expect(codeOf(await comeIn('moulins.example', moulins.provider, 'unproved'))).toEqual([403, 'mail_not_verified']);
  expect(await told(zoe.person)).toEqual(['person.invited']);
  expect(codeOf(await comeIn('moulins.example', moulins.provider, 'stranger'))).toEqual([
    403,
    'single_sign_on_unknown',
  ]);
  // Known at the other account, and named by this one's identity provider.
  const claire = await invite(bois.administrator, 'claire@bois.example');
  expect(codeOf(await comeIn('moulins.example', moulins.provider, 'outsider'))).toEqual([
    403,
    'single_sign_on_unknown',
  ]);
  expect(await told(claire.person)).toEqual(['person.invited']);
  const count = await t.database.asOwner(`select from pli.persons where email like 'nobody@%'`);
  expect(count).toEqual([]);
});

test('an identity provider opens the desks of its owner alone, and no proof of the person', async () => {
  const { person } = await invite(bois.administrator, 'paul@bois.example');
  await t.database.asOwner(
    `insert into pli.memberships (id, person_id, kind, account_id, modes, role, scopes, state, created_at)
     values ($1, $2, 'account', $3, '{test}', 'administrator', '{orders:read,people:write}', 'active', now())`,
    [newId('membership'), person, moulins.accountId],
  );
  const signedIn = await comeIn('bois.example', bois.provider, 'paul');
  expect(signedIn.body.desks.map(({ accountId }) => accountId)).toEqual([bois.accountId]);
  const cookie = cookieOf(signedIn, 'pli');
  const [elsewhere] = await t.database.asOwner<{ id: string }>(
    `select id from pli.memberships where person_id = $1 and account_id = $2`,
    [person, moulins.accountId],
  );
  const desk = await visitor('PUT', '/v1/session/desk', { desk: elsewhere?.id }, cookie);
  expect(codeOf(desk)).toEqual([422, 'desk_unknown']);
  expect(codeOf(await visitor('POST', '/v1/me/passkeys/ask', {}, cookie))).toEqual([403, 'proofs_elsewhere']);
  // Taken out of use, it ends what it began.
  const gone = await bois.administrator.call('DELETE', '/v1/identity-provider');
  expect(gone.status).toBe(204);
  expect((await visitor('GET', '/v1/session', undefined, cookie)).status).toBe(401);
  expect((await set(bois.administrator, registered(bois.provider, 'bois.example'))).status).toBe(200);
});

test('who has come in by it may make it the only way; then passwords open nothing, invitations neither, and the provider can take it back', async () => {
  const password = 'lavande sous la neige';
  const body = { ...registered(bois.provider, 'bois.example'), required: true };
  expect(codeOf(await set(bois.administrator, body))).toEqual([409, 'single_sign_on_untried']);
  const anne = bois.administrator;
  const credential = [newId('credential'), anne.person, await hashPassword(password)];
  await t.database.asOwner(
    `insert into pli.credentials (id, person_id, kind, hash, created_at) values ($1, $2, 'password', $3, now())`,
    credential,
  );
  const byPassword = () => visitor('POST', '/v1/session', { email: 'anne@bois.example', password });
  const open = cookieOf(await byPassword(), 'pli');
  // Paul signs in by it, and is made an administrator.
  const paul = await comeIn('bois.example', bois.provider, 'paul');
  await t.database.asOwner(
    `update pli.memberships set scopes = (select scopes from pli.memberships where id = $1), role = 'administrator' where id = $2`,
    [anne.membership, paul.body.desk?.id],
  );
  const made = await visitor('PUT', '/v1/identity-provider', body, cookieOf(paul, 'pli'));
  expect([made.status, made.body]).toMatchObject([200, { identityProvider: { required: true } }]);
  expect(codeOf(await byPassword())).toEqual([403, 'single_sign_on_required']);
  expect(codeOf(await visitor('GET', '/v1/people', undefined, open))).toEqual([403, 'desk_missing']);
  // Who was invited before accepts at their organisation.
  const token = await mailedToken('claire@bois.example');
  const look = await t.client(undefined).call<LinkView>('POST', '/v1/links/look', { token }, { 'pli-console': '1' });
  expect(look.body).toMatchObject({ singleSignOn: 'required' });
  expect(codeOf(await visitor('POST', '/v1/invitations/accept', { token, password, name: 'Claire' }))).toEqual([
    403,
    'single_sign_on_required',
  ]);
  expect((await comeIn('bois.example', bois.provider, 'claire')).body.desk).toMatchObject({
    accountId: bois.accountId,
  });
  const manager = await t.signIn({ role: 'manager' });
  const back = await manager.call('DELETE', `/v1/provider/accounts/${bois.accountId}/identity-provider`);
  expect(back.status).toBe(204);
  expect((await byPassword()).status).toBe(200);
});

/** The token of the last mail to somebody, as the worker would send it. */
async function mailedToken(email: string): Promise<string> {
  const mails = await t.database.asOwner<{ id: string; sealed: Buffer }>(
    `select id, sealed from pli.person_mails where sealed is not null order by id desc`,
  );
  const letters = mails.map(({ id, sealed }) =>
    personLetter.parse(JSON.parse(t.masterKey.unwrap(sealed, id).toString())),
  );
  return letters.find(({ to }) => to === email)?.link.split('#')[1] ?? '';
}

test('two administrators set the first one up at the same moment: both are answered, and one is in use', async () => {
  const { id: accountId } = await t.provider.post<{ id: string }>('/v1/provider/accounts', { name: 'Les Pins' });
  const both = await Promise.all(
    ['anne', 'marc'].map((name) => t.signIn({ role: 'administrator', accountId, email: `${name}@pins.example` })),
  );
  const given = registered(moulins.provider, 'pins.example');
  const answers = await Promise.all(
    both.map((administrator, i) => set(administrator, { ...given, clientId: `pli-${i}` })),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const rows = await t.database.asOwner<{ state: string }>(
    `select state from pli.identity_providers where account_id = $1 order by id`,
    [accountId],
  );
  expect(rows.filter(({ state }) => state === 'active')).toHaveLength(1);
});

test('an issuer within our own networks is not asked, nor what a discovery document names there; domains of others are not taken', async () => {
  const { administrator, provider } = moulins;
  expect((await set(bois.administrator, registered(bois.provider, 'bois.example'))).status).toBe(200);
  const given = registered(provider, 'moulins.example');
  const refusal = async (change: object) => codeOf(await set(administrator, { ...given, ...change }));
  for (const issuer of ['http://127.0.0.2:9', 'https://10.0.0.1', 'https://169.254.169.254', 'http://93.184.216.34'])
    expect([issuer, ...(await refusal({ issuer }))]).toEqual([issuer, 422, 'issuer_refused']);
  expect(await refusal({ issuer: `${provider.issuer}/elsewhere` })).toEqual([422, 'issuer_unreadable']);
  expect(await refusal({ domains: ['bois.example', 'moulins.example'] })).toEqual([422, 'mail_domain_refused']);
  expect(await refusal({ domains: ['val.example'] })).toEqual([422, 'mail_domain_refused']);
  expect(await refusal({ domains: ['gmail.com'] })).toEqual([422, 'mail_domain_refused']);
  expect(await refusal({ clientId: 'other', clientSecret: undefined })).toEqual([422, 'client_secret_missing']);
  const weak = await t.signIn({ role: 'administrator', accountId: moulins.accountId, scopes: ['people:write'] });
  expect(codeOf(await set(weak, given))).toEqual([403, 'right_not_held']);

  liar = createServer((_request, response) => {
    const issuer = `http://127.0.0.1:${(liar.address() as AddressInfo).port}`;
    const ends = { token_endpoint: 'https://169.254.169.254/token', jwks_uri: 'https://169.254.169.254/keys' };
    const document = {
      issuer,
      authorization_endpoint: `${issuer}/sign-in`,
      ...ends,
      response_types_supported: ['code'],
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
  }).listen(0, '127.0.0.1');
  await once(liar, 'listening');
  const issuer = `http://127.0.0.1:${(liar.address() as AddressInfo).port}`;
  expect((await set(administrator, { ...given, issuer })).status).toBe(200);
  const { url, flow } = await begin('moulins.example');
  const answer = new URLSearchParams({ code: 'any', state: new URL(url).searchParams.get('state') ?? '' });
  expect(codeOf(await complete(flow, answer.toString()))).toEqual([422, 'issuer_refused']);
});
