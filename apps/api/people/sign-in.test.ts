import { randomUUID } from 'node:crypto';
import { generateSync } from 'otplib';
import type { SessionView } from '#contracts/api/session';
import type { Problem } from '#contracts/api/problem';
import { newId } from '#contracts/new-id';
import { runApi, type Answer, type ApiUnderTest } from '../testing/running-api.ts';
import type { PersonClient, SignedIn } from '../testing/signed-in.ts';
import { hashPassword } from './password-hash.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';

let now = new Date('2027-03-01T08:00:00Z');
const wait = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
let t: ApiUnderTest;
let accountId: string;
beforeAll(async () => {
  t = await runApi({
    clock: () => now,
    environment: { SIGN_IN_TRIES: '3', SIGN_IN_TRY_SECONDS: '60', SIGN_IN_REFUSAL_MS: '400' },
  });
  accountId = (await t.provider.post<{ id: string }>('/v1/provider/accounts', { name: 'Les Moulins' })).id;
});
afterAll(() => t?.stop());

const password = 'lavande sous la neige';

/** A person with a password, who is not signed in. */
async function personWith(given: Partial<SignedIn> = {}): Promise<PersonClient> {
  const person = await t.signIn({ role: 'sender', ...(given.role === undefined && { accountId }), ...given });
  await t.database.asOwner(
    `insert into pli.credentials (id, person_id, kind, hash, created_at) values ($1, $2, 'password', $3, now())`,
    [newId('credential'), person.person, await hashPassword(password)],
  );
  await t.database.asOwner(`delete from pli.sessions where person_id = $1`, [person.person]);
  return person;
}

const ours = { 'pli-console': '1' };
const post = <T>(path: string, body: unknown, headers: Record<string, string> = {}) =>
  t.client(undefined).call<T>('POST', path, body, { ...ours, ...headers });
const signIn = <T = SessionView>(email: string, given = password) => post<T>('/v1/session', { email, password: given });
const cookieOf = ({ headers }: Answer<unknown>): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';
const withCookie = <T = SessionView>(cookie: string, method: string, path: string, body?: unknown) =>
  t.client(undefined).call<T>(method, path, body, { ...ours, cookie });
const told = async (person: string): Promise<string[]> =>
  (
    await t.database.asOwner<{ type: string }>(`select type from pli.events where subject_id = $1 order by number`, [
      person,
    ])
  ).map(({ type }) => type);

test('who gives e-mail and password is signed in, at their only desk; the ledger tells of it without a name', async () => {
  const { email, person } = await personWith();
  const answer = await signIn(email.toUpperCase());
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    person: { id: person, email },
    secondFactor: 'not_needed',
    desk: { kind: 'account', role: 'sender', name: 'Les Moulins', accountId, mode: 'test' },
  });
  expect(answer.headers.getSetCookie()[0]).toMatch(/^pli=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  expect((await withCookie(cookieOf(answer), 'GET', '/v1/session')).body.person.id).toBe(person);
  expect((await withCookie<unknown>(cookieOf(answer), 'GET', '/v1/orders')).status).toBe(200);
  expect((await told(person)).at(-1)).toBe('person.signed_in');
  const [row] = await t.database.asOwner<{ text: string }>(
    `select string_agg(e::text, ' ') as text from pli.events e where subject_id = $1`,
    [person],
  );
  expect(row?.text).not.toMatch(/example\.org|Claire/);
});

test('an unknown e-mail and a wrong password are answered alike, and take as long', async () => {
  const { email, person } = await personWith();
  const timed = async (who: string, given: string) => {
    const from = performance.now();
    const { status, body } = await signIn<Problem>(who, given);
    return { status, code: body.code, detail: body.detail, ms: performance.now() - from };
  };
  const wrong = await timed(email, 'not the right password');
  const unknown = await timed(`${randomUUID()}@example.org`, password);
  expect({ ...wrong, ms: 0 }).toEqual({ ...unknown, ms: 0 });
  expect(wrong).toMatchObject({ status: 401, code: 'sign_in_refused' });
  expect(Math.min(wrong.ms, unknown.ms)).toBeGreaterThanOrEqual(399);
  expect((await told(person)).at(-1)).toBe('person.sign_in_refused');
});

test('after too many tries an e-mail waits, whoever has it; it is told when, and comes in then', async () => {
  const { email, person } = await personWith();
  for (const who of [email, `${randomUUID()}@example.org`]) {
    for (let i = 0; i < 3; i++) expect((await signIn<Problem>(who, 'wrong')).status).toBe(401);
    const refused = await signIn<Problem>(who);
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
      429,
      'too_many_tries',
      '60',
    ]);
  }
  await signIn(email);
  expect((await told(person)).filter((type) => type === 'person.locked')).toHaveLength(1);
  wait(61);
  expect((await signIn(email)).status).toBe(200);
});

test('one network address has a share of tries, whatever the e-mails', async () => {
  const narrow = await runApi({ environment: { SIGN_IN_ADDRESS_TRIES: '2', SIGN_IN_ADDRESS_TRY_SECONDS: '30' } });
  try {
    const ask = async () => {
      const body = { email: `${randomUUID()}@example.org`, password };
      return (await narrow.client(undefined).call('POST', '/v1/session', body, ours)).status;
    };
    expect([await ask(), await ask(), await ask()]).toEqual([401, 401, 429]);
  } finally {
    await narrow.stop();
  }
});

test('a session ends when it was not used for an hour, at the end of its day, and when its person signs out', async () => {
  const { email } = await personWith();
  const sessionNow = async () => cookieOf(await signIn(email));
  const status = async (cookie: string) => (await withCookie(cookie, 'GET', '/v1/session')).status;
  const [first, second] = [await sessionNow(), await sessionNow()];
  for (let hours = 0; hours < 11; hours++) {
    wait(3590);
    expect(await status(first)).toBe(200);
  }
  expect(await status(second)).toBe(401); // not used meanwhile
  wait(3590 + 200);
  expect(await status(first)).toBe(401);
  const [here, there] = [await sessionNow(), await sessionNow()];
  expect((await withCookie(here, 'DELETE', '/v1/session')).status).toBe(204);
  expect([await status(here), await status(there)]).toEqual([401, 200]);
  await withCookie(await sessionNow(), 'DELETE', '/v1/session?everywhere=true');
  expect(await status(there)).toBe(401);
});

test('who has an authenticator gives its code before anything opens; each code is good once, and the session gets a new token', async () => {
  const { email, person } = await personWith();
  const secret = Buffer.from('12345678901234567890');
  const id = newId('credential');
  await t.database.asOwner(
    `insert into pli.credentials (id, person_id, kind, secret, confirmed_at, created_at) values ($1, $2, 'totp', $3, now(), now())`,
    [id, person, t.masterKey.wrap(secret, id)],
  );
  const codeAt = (at: Date) => generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });
  const begun = await signIn(email);
  expect(begun.body).toMatchObject({ secondFactor: 'asked', factors: ['totp'], desk: null, desks: [] });
  const cookie = cookieOf(begun);
  expect((await withCookie<Problem>(cookie, 'GET', '/v1/orders')).body.code).toBe('second_factor_missing');
  const give = <T = Problem>(code: string, from = cookie) =>
    withCookie<T>(from, 'POST', '/v1/session/second-factor', { kind: 'totp', code });
  expect((await give('000000')).body.code).toBe('second_factor_refused');
  const given = await give<SessionView>(codeAt(now));
  expect(given.body).toMatchObject({ secondFactor: 'done', desk: { role: 'sender' } });
  expect((await withCookie(cookie, 'GET', '/v1/session')).status).toBe(401);
  expect((await withCookie<unknown>(cookieOf(given), 'GET', '/v1/orders')).status).toBe(200);

  const again = cookieOf(await signIn(email));
  expect((await give(codeAt(now), again)).body.code).toBe('second_factor_refused');
  wait(30);
  expect((await give(codeAt(now), again)).status).toBe(200);
  expect(await told(person)).toEqual(
    expect.arrayContaining(['person.second_factor_refused', 'person.second_factor_given']),
  );
});

test('a recovery code stands in for the authenticator, once, however it is typed', async () => {
  const { email, person } = await personWith();
  const [code = ''] = newRecoveryCodes();
  const secret = newId('credential');
  await t.database.asOwner(
    `insert into pli.credentials (id, person_id, kind, hash, secret, confirmed_at, created_at)
     values ($1, $2, 'recovery_code', $3, null, now(), now()), ($4, $2, 'totp', null, '\\x00', now(), now())`,
    [newId('credential'), person, recoveryCodeHash(t.masterKey, person, code), secret],
  );
  const give = async () =>
    withCookie(cookieOf(await signIn(email)), 'POST', '/v1/session/second-factor', {
      kind: 'recovery_code',
      code: ` ${code.toUpperCase().replaceAll('-', ' ')}`,
    });
  expect((await give()).status).toBe(200);
  expect((await give()).status).toBe(401);
});

test('the desks of print room, provider and auditor are for people with a second factor', async () => {
  const { email } = await personWith({ role: 'manager' });
  const begun = await signIn(email);
  expect(begun.body).toMatchObject({ secondFactor: 'to_enrol', desk: { kind: 'provider' } });
  const answer = await withCookie<Problem>(cookieOf(begun), 'GET', '/v1/provider/accounts');
  expect(answer.body.code).toBe('second_factor_missing');
});

test('a person goes from desk to desk and mode to mode, to their own ones only, and finds the last one again', async () => {
  const claire = await personWith({ modes: ['test', 'live'] });
  const paul = await personWith();
  const other = (await t.provider.post<{ id: string }>('/v1/provider/accounts', { name: 'La Fontaine' })).id;
  const [desk] = await t.database.asOwner<{ id: string }>(
    `insert into pli.memberships (id, person_id, kind, account_id, modes, role, scopes, state, created_at)
     values ($1, $2, 'account', $3, '{test}', 'sender', '{orders:read}', 'active', now()) returning id`,
    [newId('membership'), claire.person, other],
  );
  const begun = await signIn(claire.email);
  expect(begun.body.desk).toBeNull();
  expect(begun.body.desks.map(({ name }) => name)).toEqual(['Les Moulins', 'La Fontaine']);
  const cookie = cookieOf(begun);
  const go = (body: unknown) => withCookie<SessionView & Problem>(cookie, 'PUT', '/v1/session/desk', body);
  expect((await go({ desk: desk?.id })).body.desk).toMatchObject({ accountId: other, mode: 'test' });
  expect((await go({ desk: desk?.id, mode: 'live' })).body.code).toBe('desk_unknown');
  expect((await go({ desk: paul.membership })).body.code).toBe('desk_unknown');
  expect((await go({ desk: claire.membership })).body.desk).toMatchObject({ mode: 'test' });
  expect((await go({ desk: claire.membership, mode: 'live' })).body.desk).toMatchObject({ mode: 'live' });
  expect((await signIn(claire.email)).body.desk).toMatchObject({ id: claire.membership, mode: 'live' });
});

test('over https the cookie is held to this very host', async () => {
  const secure = await runApi({ environment: { PUBLIC_URL: 'https://courrier.example.org' } });
  try {
    const manager = await secure.signIn({ role: 'manager' });
    const cookie = `__Host-pli=${manager.cookie.value}`;
    const ask = (headers: Record<string, string>) =>
      secure.client(undefined).call<Problem>('DELETE', '/v1/session', undefined, { ...ours, ...headers });
    expect((await manager.call<Problem>('GET', '/v1/session')).body.code).toBe('session_missing');
    const foreign = await ask({ cookie, origin: 'https://evil.example' });
    expect(foreign.body.code).toBe('request_not_from_console');
    const ended = await ask({ cookie, origin: 'https://courrier.example.org' });
    expect([ended.status, ended.headers.getSetCookie()[0]]).toEqual([
      204,
      '__Host-pli=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0',
    ]);
  } finally {
    await secure.stop();
  }
});
