import { randomUUID } from 'node:crypto';
import { generateSync } from 'otplib';
import type { LinkView } from '#contracts/api/links';
import type { Me } from '#contracts/api/me';
import type { PersonView } from '#contracts/api/people';
import type { Problem } from '#contracts/api/problem';
import type { SessionView } from '#contracts/api/session';
import { MailSender } from '#telling/mail-sender';
import { startMailServer, type MailServer } from '#telling/testing/mail-server';
import { runApi, type Answer, type ApiUnderTest } from '../../api/testing/running-api.ts';
import type { PersonClient } from '../../api/testing/signed-in.ts';
import { sendPersonMails } from './person-mails.ts';

let now = new Date('2027-03-01T08:00:00Z');
const wait = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
let t: ApiUnderTest;
let server: MailServer;
let sender: MailSender;
let accountId: string;
let claire: PersonClient;

beforeAll(async () => {
  server = await startMailServer();
  sender = new MailSender(server.url, 'pli@example.org');
  t = await runApi({ clock: () => now });
  accountId = (await t.provider.post<{ id: string }>('/v1/provider/accounts', { name: 'Les Moulins du Val' })).id;
  await claireSignsIn();
});
/** Again when the test's clock has gone on. */
async function claireSignsIn(): Promise<void> {
  claire = await t.signIn({ role: 'administrator', accountId, modes: ['test', 'live'], name: 'Claire Fontaine' });
}
afterAll(async () => {
  sender.close();
  await t?.stop();
  await server.stop();
});

const send = () =>
  sendPersonMails({
    database: t.database.worker,
    clock: () => now,
    masterKey: t.masterKey,
    mails: sender,
    chance: () => 0,
  });
/** The token in the last mail to somebody. */
async function tokenFor(email: string, kind = 'invitation'): Promise<string> {
  await send();
  const mail = server.mails.filter(({ to, text }) => to[0] === email && text.includes(`/app/${kind}#`)).at(-1);
  return /#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
}
const ours = { 'pli-console': '1' };
const post = <T>(path: string, body: unknown, cookie?: string) =>
  t.client(undefined).call<T>('POST', path, body, { ...ours, ...(cookie && { cookie }) });
const cookieOf = ({ headers }: Answer<unknown>): string => headers.getSetCookie().at(-1)?.split(';')[0] ?? '';
const as = <T>(cookie: string, method: string, path: string, body?: unknown) =>
  t.client(undefined).call<T>(method, path, body, { ...ours, cookie, 'idempotency-key': randomUUID() });
const invite = (by: PersonClient, given: object) => by.post<PersonView>('/v1/people', { role: 'sender', ...given });
const newEmail = () => `${randomUUID()}@example.org`;
const password = 'lavande sous la neige';

/** Invites and lets accept; answers the cookie. */
async function joined(email: string, given: object = {}): Promise<string> {
  await invite(claire, { email, ...given });
  return cookieOf(await post('/v1/invitations/accept', { token: await tokenFor(email), password, name: 'Paul' }));
}

test('an invited person gets a link by mail, chooses a password and is at their desk; the link is good once', async () => {
  const email = newEmail();
  const invited = await invite(claire, { email, name: 'Paul', language: 'en' });
  expect(invited).toMatchObject({ state: 'invited', email, role: 'sender', hasSecondFactor: false });
  const token = await tokenFor(email);
  expect(server.mails.at(-1)?.text).toMatch(/Hello Paul[\s\S]*invited to work with Pli for Les Moulins du Val/);
  const looked = await post<LinkView>('/v1/links/look', { token });
  expect(looked.body).toMatchObject({
    kind: 'invitation',
    email,
    asksPassword: true,
    desk: { kind: 'account', role: 'sender', name: 'Les Moulins du Val' },
  });
  const weak = async (given: string) =>
    (await post<Problem>('/v1/invitations/accept', { token, password: given })).body.code;
  expect(await weak('Password12345678')).toBe('password_refused');
  expect(await weak('les moulins du val')).toBe('password_refused');
  const accepted = await post<SessionView>('/v1/invitations/accept', { token, password, name: 'Paul Rivoire' });
  expect(accepted.body).toMatchObject({ person: { name: 'Paul Rivoire', language: 'en' }, desk: { role: 'sender' } });
  expect((await as(cookieOf(accepted), 'GET', '/v1/orders')).status).toBe(200);
  expect((await post<Problem>('/v1/invitations/accept', { token, password })).body.code).toBe('link_over');
  // What the mail said is gone once it is sent, and the ledger never knew it.
  expect(
    await t.database.asOwner(`select sealed from pli.person_mails where state = 'sent' and sealed is not null`),
  ).toEqual([]);
  const [ledger] = await t.database.asOwner<{ text: string }>(
    `select string_agg(e::text, ' ') as text from pli.events e where stream = 'provider'`,
  );
  expect(ledger?.text).not.toContain(email);
  expect(ledger?.text).not.toContain('Rivoire');
});

test('an invitation is over after 14 days, when a newer one was sent, and when it was taken back', async () => {
  const [late, twice, back] = [newEmail(), newEmail(), newEmail()];
  const over = async (token: string) => (await post<Problem>('/v1/links/look', { token })).body.code;
  await invite(claire, { email: late });
  const first = await tokenFor(late);
  wait(14 * 86_400 + 1);
  expect(await over(first)).toBe('link_over');
  await claireSignsIn();
  const { id } = await invite(claire, { email: twice });
  const former = await tokenFor(twice);
  await claire.call('PUT', `/v1/people/${id}/invitation`);
  expect(await over(former)).toBe('link_over');
  expect(await over(await tokenFor(twice))).toBeUndefined();
  const taken = await invite(claire, { email: back });
  const token = await tokenFor(back);
  expect((await claire.call('DELETE', `/v1/people/${taken.id}`)).status).toBe(204);
  expect(await over(token)).toBe('link_over');
  // Nobody is left of whom only an invitation was known.
  expect(await t.database.asOwner(`select state, email, name from pli.persons where id = $1`, [taken.person])).toEqual([
    { state: 'removed', email: null, name: null },
  ]);
});

test('a mail server that is away is tried again; the link still works', async () => {
  const email = newEmail();
  await invite(claire, { email });
  server.refuse = 'later';
  await send();
  server.refuse = undefined;
  expect(await tokenFor(email)).toBe('');
  wait(60);
  expect(await tokenFor(email)).toMatch(/^[\w-]{43}$/);
});

test('nobody gives what they do not hold: rights, roles, modes', async () => {
  const keeper = await t.signIn({
    role: 'administrator',
    accountId,
    scopes: ['orders:read', 'people:read', 'people:write'],
  });
  const asked = (body: object) =>
    keeper.call<Problem>('POST', '/v1/people', { email: newEmail(), ...body }, { 'idempotency-key': randomUUID() });
  for (const body of [
    { role: 'administrator' },
    { role: 'sender' },
    { role: 'sender', scopes: ['orders:read', 'orders:write'] },
    { role: 'sender', scopes: ['orders:read'], modes: ['live'] },
  ]) {
    const { status, body: problem } = await asked(body);
    expect([body, status, problem.code]).toEqual([body, 403, 'right_not_held']);
  }
  expect((await asked({ role: 'sender', scopes: ['provider:write'] })).body.code).toBe('right_unknown');
  const made = await asked({ role: 'sender', scopes: ['orders:read'] });
  expect(made.status).toBe(201);
  const { id } = made.body as unknown as PersonView;
  const grown = await keeper.call<Problem>('PATCH', `/v1/people/${id}`, { scopes: ['orders:read', 'keys:write'] });
  expect(grown.body.code).toBe('right_not_held');
  const self = await keeper.call<Problem>('PATCH', `/v1/people/${keeper.membership}`, {
    scopes: ['orders:read', 'people:read', 'people:write', 'keys:write'],
  });
  expect(self.body.code).toBe('right_not_held');
});

test('rights hold with the next request: suspended is out at once, and back when resumed', async () => {
  const email = newEmail();
  const cookie = await joined(email);
  const { rows } = await claire.get<{ rows: PersonView[] }>('/v1/people?limit=200');
  const desk = rows.find((row) => row.email === email)?.id ?? '';
  const status = async () => (await as(cookie, 'GET', '/v1/orders')).status;
  const change = (body: object) => claire.call('PATCH', `/v1/people/${desk}`, body);
  expect(await status()).toBe(200);
  await change({ state: 'suspended' });
  expect(await status()).toBe(403);
  await change({ state: 'active', scopes: ['documents:read'] });
  expect(await status()).toBe(403);
  await change({ scopes: ['orders:read'] });
  expect(await status()).toBe(200);
  const types = await t.database.asOwner<{ type: string; actor: string }>(
    `select type, actor from pli.events where subject_id = $1 order by number`,
    [desk],
  );
  expect(types.map(({ type }) => type)).toEqual([
    'membership.invited',
    'membership.accepted',
    'membership.suspended',
    'membership.resumed',
    'membership.changed',
  ]);
  expect(types.at(-1)?.actor).toBe(`person:${claire.person}`);
});

test('the last person who may let others in stays: not removed, not suspended, not made less', async () => {
  const { id } = await t.provider.post<{ id: string }>('/v1/provider/accounts', { name: 'La Fontaine' });
  const only = await t.signIn({ role: 'administrator', accountId: id });
  const change = async (method: string, body?: object) =>
    (await only.call<Problem>(method, `/v1/people/${only.membership}`, body)).body.code;
  expect(await change('DELETE')).toBe('last_administrator');
  expect(await change('PATCH', { state: 'suspended' })).toBe('last_administrator');
  expect(await change('PATCH', { role: 'sender' })).toBe('last_administrator');
  await t.signIn({ role: 'administrator', accountId: id });
  expect((await only.call('DELETE', `/v1/people/${only.membership}`)).status).toBe(204);
  expect((await only.call<Problem>('GET', '/v1/session')).status).toBe(401);
});

test('who works elsewhere already keeps their password; the link alone opens nothing, and their other desk is told to nobody', async () => {
  const email = newEmail();
  await joined(email);
  const { id } = await t.provider.post<{ id: string }>('/v1/provider/accounts', { name: 'Deux' });
  const other = await t.signIn({ role: 'administrator', accountId: id });
  const invited = await invite(other, { email, name: 'Whoever' });
  const token = await tokenFor(email);
  expect((await post<LinkView>('/v1/links/look', { token })).body.asksPassword).toBe(false);
  const accepted = await post('/v1/invitations/accept', { token });
  expect([accepted.status, accepted.headers.getSetCookie()]).toEqual([200, []]);
  const signedIn = await post<SessionView>('/v1/session', { email, password });
  expect(signedIn.body.desks.map(({ name }) => name).sort()).toEqual(['Deux', 'Les Moulins du Val']);
  expect((await other.call('DELETE', `/v1/people/${invited.id}`)).status).toBe(204);
  const again = await as<SessionView>(cookieOf(signedIn), 'GET', '/v1/session');
  expect(again.body).toMatchObject({ person: { email }, desks: [{ name: 'Les Moulins du Val' }] });
});

test('the way back: the same answer for everybody, a link for an hour, all sessions end, a warning is sent', async () => {
  const email = newEmail();
  const cookie = await joined(email);
  expect((await post('/v1/recoveries', { email: newEmail() })).status).toBe(204);
  expect((await post('/v1/recoveries', { email })).status).toBe(204);
  const token = await tokenFor(email, 'recovery');
  const completed = await post<SessionView>('/v1/recoveries/complete', { token, password: 'quatre chevaux bleus' });
  expect(completed.body.desk).toMatchObject({ role: 'sender' });
  expect((await as(cookie, 'GET', '/v1/session')).status).toBe(401);
  expect((await post('/v1/session', { email, password })).status).toBe(401);
  expect((await post('/v1/session', { email, password: 'quatre chevaux bleus' })).status).toBe(200);
  await send();
  expect(server.mails.at(-1)?.text).toContain('rétabli par un lien');
  await post('/v1/recoveries', { email });
  const late = await tokenFor(email, 'recovery');
  wait(3601);
  expect((await post<Problem>('/v1/recoveries/complete', { token: late, password })).body.code).toBe('link_over');
  await claireSignsIn();
});

test('an authenticator counts once a code of it was given; it brings recovery codes, and is asked for from then on', async () => {
  const email = newEmail();
  const cookie = await joined(email);
  const offer = await as<{ secret: string; qr: string; uri: string }>(cookie, 'POST', '/v1/me/authenticator', {});
  expect(offer.body.qr).toMatch(/^<svg/);
  expect(offer.body.uri).toContain(`secret=${offer.body.secret}`);
  const code = (secret: string) => generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) });
  const confirm = (given: string) =>
    as<Problem & { recoveryCodes: string[] }>(cookie, 'POST', '/v1/me/authenticator/confirm', { code: given });
  expect((await confirm('000000')).body.code).toBe('second_factor_refused');
  expect((await post<SessionView>('/v1/session', { email, password })).body.secondFactor).toBe('not_needed');
  const confirmed = await confirm(code(offer.body.secret));
  expect(confirmed.body.recoveryCodes).toHaveLength(10);
  const next = cookieOf(confirmed);
  expect((await as<Me>(next, 'GET', '/v1/me')).body).toMatchObject({ recoveryCodesLeft: 10, passkeys: [] });
  const again = await post<SessionView>('/v1/session', { email, password });
  expect(again.body).toMatchObject({ secondFactor: 'asked', factors: ['recovery_code', 'totp'] });
  const given = await post<SessionView>(
    '/v1/session/second-factor',
    { kind: 'recovery_code', code: confirmed.body.recoveryCodes[0] },
    cookieOf(again),
  );
  expect(given.body.secondFactor).toBe('done');
  await send();
  expect(server.mails.at(-1)?.text).toContain('authentification');
});

test('a password is changed by who knows the present one, and other devices are signed out', async () => {
  const email = newEmail();
  const cookie = await joined(email);
  const elsewhere = cookieOf(await post('/v1/session', { email, password }));
  const change = (body: object) => as<Problem>(cookie, 'PUT', '/v1/me/password', body);
  expect((await change({ current: 'wrong', password: 'quatre chevaux bleus' })).body.code).toBe('password_wrong');
  expect((await change({ current: password, password: 'trop court' })).body.code).toBe('password_refused');
  expect((await change({ current: password, password: 'quatre chevaux bleus' })).status).toBe(204);
  expect((await as(cookie, 'GET', '/v1/session')).status).toBe(200);
  expect((await as(elsewhere, 'GET', '/v1/session')).status).toBe(401);
});

test('an administrator makes a key of the own account and mode, shown once, with no more than they hold', async () => {
  const once = { 'idempotency-key': randomUUID() };
  const make = (
    by: PersonClient,
    body: object,
    headers: Record<string, string> = { 'idempotency-key': randomUUID() },
  ) => by.call<Problem & { id: string; secret: string | null }>('POST', '/v1/keys', body, headers);
  const made = await make(claire, { name: 'ERP', scopes: ['orders:read'] }, once);
  expect(made.body).toMatchObject({ role: 'customer', accountId, mode: 'test', scopes: ['orders:read'] });
  const again = await make(claire, { name: 'ERP', scopes: ['orders:read'] }, once);
  expect([again.body.id, again.body.secret]).toEqual([made.body.id, null]);
  const key = t.client(made.body.secret ?? '');
  expect((await key.call('GET', '/v1/orders')).status).toBe(200);
  expect((await key.call<Problem>('GET', '/v1/keys')).body.code).toBe('scope_missing');
  expect((await claire.call('DELETE', `/v1/keys/${made.body.id}`)).status).toBe(200);
  expect((await key.call('GET', '/v1/orders')).status).toBe(401);
  const less = await t.signIn({
    role: 'administrator',
    accountId,
    scopes: ['keys:write', 'orders:read', 'orders:all'],
  });
  expect((await make(less, { name: 'x', scopes: ['orders:write'] })).body.code).toBe('right_not_held');
  expect((await make(less, { name: 'x' })).body).toMatchObject({ scopes: ['orders:read', 'orders:all'] });
  const own = await t.signIn({ role: 'sender', accountId, scopes: ['keys:write', 'orders:read'] });
  expect((await make(own, { name: 'x' })).body.code).toBe('right_not_held');
  expect((await claire.call<Problem>('POST', '/v1/keys', { name: 'x', scopes: ['people:write'] }, once)).status).toBe(
    422,
  );
});

test('the provider staffs its office, print rooms and customers, and gives at its own desk what it holds', async () => {
  const manager = await t.signIn({ role: 'manager' });
  const site = await t.provider.post<{ id: string }>('/v1/provider/sites', {
    code: 'STAF',
    name: 'Atelier',
    mode: 'test',
    timeZone: 'Europe/Paris',
  });
  const staff = (by: PersonClient, body: object) =>
    by.call<Problem & PersonView>('POST', '/v1/provider/staff', { email: newEmail(), ...body });
  expect((await staff(manager, { role: 'operator', siteId: site.id })).body).toMatchObject({
    kind: 'site',
    siteId: site.id,
  });
  expect((await staff(manager, { role: 'auditor' })).body).toMatchObject({ kind: 'audit' });
  expect((await staff(manager, { role: 'operator' })).body.code).toBe('request_invalid');
  const keeper = await t.signIn({ role: 'manager', scopes: ['staff:read', 'staff:write'] });
  expect((await staff(keeper, { role: 'manager' })).body.code).toBe('right_not_held');
  const first = await manager.call<PersonView>('POST', `/v1/provider/accounts/${accountId}/administrators`, {
    email: newEmail(),
  });
  expect(first.body).toMatchObject({ role: 'administrator', state: 'invited', modes: ['test', 'live'] });
  const listed = await manager.get<{ rows: PersonView[] }>('/v1/provider/staff?limit=200');
  expect(listed.rows.some(({ kind }) => kind === 'account')).toBe(false);
  expect((await manager.call('DELETE', `/v1/provider/staff/${first.body.id}`)).status).toBe(404);
});

test('an account says its SIRET, the provider verifies it, and another one is to be verified anew', async () => {
  const claim = (siret: string) => claire.call<Problem>('PUT', '/v1/account/siret', { siret });
  expect((await claim('552 081 317 66523')).status).toBe(422);
  expect((await claim('552 081 317 66522')).body).toMatchObject({ siret: '55208131766522', verification: 'claimed' });
  const verify = () => t.provider.call('PATCH', `/v1/provider/accounts/${accountId}`, { verified: true });
  expect((await verify()).body).toMatchObject({ verification: 'verified' });
  expect(await claire.get('/v1/account')).toMatchObject({ verification: 'verified' });
  await t.provider.call('PATCH', `/v1/provider/accounts/${accountId}`, { name: 'Les Moulins du Val' });
  expect(await claire.get('/v1/account')).toMatchObject({ verification: 'verified' });
  expect((await claim('73282932000074')).body).toMatchObject({ verification: 'claimed', verifiedAt: null });
  const { id } = await t.provider.post<{ id: string }>('/v1/provider/accounts', { name: 'Sans numéro' });
  const without = await t.provider.call<Problem>('PATCH', `/v1/provider/accounts/${id}`, { verified: true });
  expect(without.body.code).toBe('siret_missing');
});
