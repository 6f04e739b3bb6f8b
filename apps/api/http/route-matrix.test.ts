import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { scopesOfDeskRole, type DeskRole } from '#contracts/api/desk-roles';
import {
  keyRoles,
  keyScopesOf,
  scopesOfPeople,
  ruleScopes,
  scopesOf,
  type AccessScope,
  type CallerRole,
  type KeyRole,
  type NewKey,
} from '#contracts/api/keys';
import type { Problem } from '#contracts/api/problem';
import { routesOf, type RouteArguments } from '../docs/routes-of.ts';
import { controllers } from '../routes.ts';
import { setUpOneOfEach, type OneOfEach } from '../testing/one-of-each.ts';
import { runApi, type ApiUnderTest, type Answer, type Client } from '../testing/running-api.ts';
import type { PersonClient } from '../testing/signed-in.ts';
import { letterTo, setUpTemplate } from '../testing/sample-site.ts';
import { idPrefixesIn, sampleOf } from '../testing/sample-of-schema.ts';
import { routeOf, type RouteOf } from './route.ts';

/** What anyone may read, and nothing else. */
const open = [
  '/openapi.json',
  '/docs',
  '/problems',
  '/problems/:code',
  '/healthz',
  '/readyz',
  // The console: what it shows comes by the other routes.
  '/',
  '/app',
  '/app/*path',
  '/assets/:file',
];

type Row = { name: string; route: RouteOf; args: RouteArguments; role: CallerRole; scope: AccessScope };
const all = routesOf(controllers).map(({ route, args }) => ({ name: `${route.method} ${route.path}`, route, args }));
const rows: Row[] = all.flatMap((row) =>
  typeof row.route.access === 'object' ? [{ ...row, ...row.route.access }] : [],
);
const ofPeople = all.filter(({ route }) => route.access === 'begun' || route.access === 'person');
const ofVisitors = all.filter(({ route }) => route.access === 'visitor');
const named = <R extends { name: string }>(list: readonly R[]): [string, R][] => list.map((row) => [row.name, row]);
const roles = keyRoles;

let t: ApiUnderTest;
let own: OneOfEach;
/** Of rights that people alone have: no key opens these. */
const isOfPeople = ({ scope }: Pick<Row, 'scope'>) => (scopesOfPeople as readonly AccessScope[]).includes(scope);
/** A key of each role with every scope, one for each scope alone, and one for each with all others; where keys cannot, people. */
const whole = {} as Record<KeyRole, Client>;
const only: Record<string, Client> = {};
const lacking: Record<string, Client> = {};
let revoked: Client;
let peopleElsewhere: Record<string, Client> = {};

beforeAll(async () => {
  t = await runApi();
  own = await setUpOneOfEach(t);
  Object.assign(whole, { customer: own.customer, operator: own.operator, provider: t.provider });
  for (const role of roles)
    for (const scope of keyScopesOf[role] as readonly AccessScope[]) {
      only[scope] = await keyOf(role, [scope]);
      const others = (keyScopesOf[role] as readonly AccessScope[]).filter((other) => other !== scope);
      lacking[scope] = await keyOf(role, others);
    }
  for (const scope of scopesOfPeople) {
    const role = scope.startsWith('staff') ? 'manager' : 'administrator';
    only[scope] = await t.signIn({
      role,
      scopes: [scope],
      ...(role === 'administrator' && { accountId: own.accountId }),
    });
    lacking[scope] = role === 'manager' ? whole.provider : whole.customer;
  }
  const { id: elsewhere } = await t.provider.post<{ id: string }>('/v1/provider/accounts', { name: 'Elsewhere' });
  peopleElsewhere = {
    'an administrator of another account': await t.signIn({ role: 'administrator', accountId: elsewhere }),
  };
  const { id, secret } = await t.provider.post<{ id: string; secret: string }>('/v1/provider/keys', {
    role: 'provider',
    name: 'revoked',
  });
  revoked = t.client(secret);
  await t.provider.call('DELETE', `/v1/provider/keys/${id}`);
});
afterAll(() => t.stop());

function keyOf(role: KeyRole, scopes: readonly string[]): Promise<Client> {
  const of = { customer: { accountId: own.accountId, mode: 'test' }, operator: { siteId: own.siteId }, provider: {} };
  return t.makeKey({ role, ...of[role], scopes, name: 'one of the matrix' } as NewKey);
}

/** Ids that exist, as whoever may call the route names them. */
const idsOf = ({ role }: Pick<Row, 'role'>): Record<string, string> =>
  role === 'operator' ? { ...own.ids, ...own.atSite } : own.ids;

/** The path with ids that exist: each parameter takes the id that its schema takes. */
function pathOf(row: Row): string {
  const { path } = row.route;
  const filled = path.replace(/:(\w+)/g, (_all, name: string) => {
    const schema = row.args.params.find((param) => param.name === name)?.schema;
    const fits = [...Object.values(idsOf(row)), 'letter_lost', '1', '2026-01-05'].find(
      (text) => schema?.safeParse(text).success,
    );
    // To the provider everything is its own: whether the thing is there tells nobody's secret.
    if (fits === undefined && row.role === 'provider' && schema) return String(sampleOf(schema, {}));
    if (fits === undefined) throw new Error(`${row.name}: no sample for :${name}. Add one to one-of-each.ts.`);
    return fits;
  });
  // A stream that ends by itself.
  if (path.endsWith('/stream')) return `${filled}?seconds=1`;
  if (path.endsWith('/estimate')) return `${filled}?previewId=${own.ids.prv}`;
  const { query } = row.args;
  if (query === undefined || query.safeParse({}).success) return filled;
  return `${filled}?${new URLSearchParams(sampleOf(query, idsOf(row)) as Record<string, string>).toString()}`;
}

/** Bodies whose rules a JSON Schema does not tell. */
const bodies = (ids: Record<string, string>): Record<string, unknown> => ({
  'POST /v1/orders/:id/letters': { letters: [letterTo(ids.tpv ?? '')] },
  'PUT /v1/drafts/:id/letter': { letter: letterTo(ids.tpv ?? '') },
  'PUT /v1/drafts/:id/letters/:letterId': { letter: letterTo(ids.tpv ?? '') },
  'POST /v1/site/trays/:id/pieces': { windowCode: 'W/PAR1/1/1/1/A' },
  'POST /v1/site/pieces/:id/resolve': { found: 'spoiled', reason: 'torn' },
  'POST /v1/site/effects': { action: 'release_pool', body: { reason: 'asked' } },
  'POST /v1/site/lots/:id/first-off': { windowCode: 'W/PAR1/1/1/1/A' },
  'POST /v1/site/deposits/:id/acknowledgement': {
    acceptedAt: new Date().toISOString(),
    found: [{ product: 'priority', band: 20, count: 1 }],
    reason: 'no_file',
  },
  'POST /v1/templates/:id/versions': { html: '<p></p>', dataSchema: {}, sampleData: {} },
  'PUT /v1/notices/:kind': { addresses: ['post@example.org'] },
});

function ask(client: Client, row: Row, path = pathOf(row), body = bodyOf(row)): Promise<Answer<Problem>> {
  const media = [row.route.body?.media ?? 'application/json'].flat()[0] ?? '';
  const type: Record<string, string> = body instanceof Uint8Array ? { 'content-type': media } : {};
  return client.call<Problem>(row.route.method, path, body, { 'idempotency-key': randomUUID(), ...type });
}

function bodyOf(row: Row): unknown {
  const { method, body } = row.route;
  if (method === 'GET' || method === 'DELETE') return undefined;
  if (![body?.media ?? 'application/json'].flat().includes('application/json')) return Buffer.from('Nom\n');
  return bodies(idsOf(row))[row.name] ?? (row.args.body ? sampleOf(row.args.body, idsOf(row)) : {});
}

const textOf = ({ body }: Answer<unknown>): string => (Buffer.isBuffer(body) ? body.toString() : JSON.stringify(body));
const refusal = ({ status, body }: Answer<Problem>) => [status, body.code];

test('every handler of every controller of the API is a route that is listed', async () => {
  const found = new Set<Type>();
  for (const file of await readdir(join(import.meta.dirname, '..'), { recursive: true }))
    if (file.endsWith('.controller.ts'))
      for (const thing of Object.values((await import(join(import.meta.dirname, '..', file))) as object))
        if (typeof thing === 'function' && Reflect.hasMetadata('path', thing)) found.add(thing as Type);
  expect(new Set(controllers)).toEqual(found);
  const handlers = controllers.flatMap((controller) => {
    const prototype = controller.prototype as Record<string, object>;
    return Object.getOwnPropertyNames(prototype)
      .filter((name) => name !== 'constructor' && Reflect.hasMetadata('path', prototype[name] ?? {}))
      .map((name) => [`${controller.name}.${name}`, routeOf(prototype[name] as object) !== undefined]);
  });
  expect(handlers.filter(([, listed]) => !listed)).toEqual([]);
  expect(handlers.length).toBe(rows.length + ofPeople.length + ofVisitors.length + open.length);
});

test('what anyone may read is the documentation and the state of health', () => {
  const anyone = routesOf(controllers).filter(({ route }) => route.access === 'anyone');
  expect(anyone.map(({ route }) => route.path).sort()).toEqual([...open].sort());
  expect(anyone.every(({ route }) => route.method === 'GET')).toBe(true);
});

test('every scope of every role opens something', () => {
  const used = new Set(rows.map(({ scope }) => scope));
  for (const scope of ruleScopes) used.add(scope);
  expect([...used].sort()).toEqual(Object.values(scopesOf).flat().sort());
});

test.each(named(rows))(
  '%s is closed to no key, an unknown one, a revoked one, other roles and other scopes',
  async (_name, row) => {
    const asked: [who: string, client: Client, status: number, code: string][] = [
      ['no key', t.client(undefined), 401, 'key_missing'],
      ['what is no key', t.client('pli_test_short'), 401, 'key_unknown'],
      ['an unknown key', t.client(`pli_test_${'0'.repeat(40)}`), 401, 'key_unknown'],
      ['a revoked key', revoked, 401, 'key_unknown'],
    ];
    if (row.role !== 'auditor') asked.push(['another scope', lacking[row.scope] as Client, 403, 'scope_missing']);
    for (const role of roles) if (role !== row.role) asked.push([role, whole[role], 403, 'role_not_allowed']);
    const answers = await Promise.all(asked.map(async ([who, client]) => [who, ...refusal(await ask(client, row))]));
    expect(answers).toEqual(asked.map(([who, , status, code]) => [who, status, code]));
  },
);

const outsidersOf = (row: Row) =>
  Object.entries(isOfPeople(row) ? peopleElsewhere : row.role === 'customer' ? own.strangers : own.neighbours);
const ofTenants = rows.filter(({ role }) => role === 'customer' || role === 'operator');

test.each(named(ofTenants.filter(({ route }) => route.path.includes(':id'))))(
  '%s finds nothing of another account, mode or print room',
  async (_name, row) => {
    const found = outsidersOf(row).map(async ([who, outsider]) => [who, (await ask(outsider, row)).status]);
    expect(await Promise.all(found)).toEqual(outsidersOf(row).map(([who]) => [who, 404]));
  },
);

/** Lists that are empty for a print room whose letters have not come so far. */
const nothingYet = new Set([
  '/v1/notices',
  // Only people know their account by its id.
  '/v1/account',
  // Addresses and, when there is one, the identity provider.
  '/v1/identity-provider',
  // What may be chosen has no ids but the print room's.
  '/v1/choices',
  // Drafts are no history yet, and counts name nothing.
  '/v1/history/orders',
  '/v1/history/orders.csv',
  '/v1/history/letters.csv',
  '/v1/history/choices',
  '/v1/statistics',
  '/v1/statistics.csv',
  '/v1/account/settings',
  // The same for everybody.
  '/v1/support/hours',
  '/v1/site/refunds',
  '/v1/site/registered-numbers',
  '/v1/site/pool',
  '/v1/site/events',
  '/v1/site/board',
  '/v1/site/attention',
  '/v1/site/machines',
  // Suspect and diverted ones only.
  '/v1/site/pieces',
]);

test.each(named(ofTenants.filter(({ route }) => route.method === 'GET' && !route.path.includes(':'))))(
  '%s shows nothing of another account, mode or print room, and its own',
  async (_name, row) => {
    const theirs = Object.values(idsOf(row)).filter((id) => id !== own.ids.msg);
    await Promise.all(
      outsidersOf(row).map(async ([who, outsider]) => {
        const answer = await ask(outsider, row);
        expect([who, answer.status]).toEqual([who, 200]);
        expect([who, theirs.filter((id) => textOf(answer).includes(id))]).toEqual([who, []]);
      }),
    );
    const mine = await ask(only[row.scope] as Client, row);
    if (row.route.path.endsWith('/stream') || nothingYet.has(row.route.path)) expect(mine.status).toBe(200);
    else expect(theirs.filter((id) => textOf(mine).includes(id))).not.toEqual([]);
  },
);

/** Ids of tenants' things that a body may hold, and a body that holds them all. */
const tenantPrefixes = new Set([
  'ord',
  'let',
  'tpl',
  'tpv',
  'doc',
  'imp',
  'prv',
  'whk',
  'msg',
  'lot',
  'try',
  'dep',
  'cas',
  'tkt',
]);
const withForeignIds = ({ ids }: OneOfEach): Record<string, unknown[]> => {
  const ofTemplate = letterTo(ids.tpv ?? '');
  const ofDocument = { ...ofTemplate, content: { kind: 'document', documentId: ids.doc } };
  const letters = [ofTemplate, ofDocument].map((letter) => ({ letters: [letter] }));
  const imports = [{ orderId: ids.ord, letter: { content: { kind: 'template', templateVersionId: ids.tpv } } }];
  return {
    'POST /v1/orders': letters.map((body) => ({ ...body, submit: true })),
    'POST /v1/orders/:id/letters': letters,
    'PUT /v1/drafts/:id/letter': [{ letter: ofTemplate }, { letter: ofDocument }],
    'PUT /v1/drafts/:id/letters/:letterId': [{ letter: ofTemplate }],
    'PATCH /v1/drafts/:id/letters': [
      { content: { kind: 'document', documentId: ids.doc } },
      { content: { kind: 'template', templateVersionId: ids.tpv } },
    ],
    'POST /v1/imports': imports,
    'POST /v1/tickets': [{ orderId: ids.ord }, { letterId: ids.let }].map((about) => ({
      subject: 'a',
      text: 'b',
      ...about,
    })),
    'POST /v1/previews': [{ orderId: ids.ord, letterId: ids.let }, { letter: ofTemplate }, { letter: ofDocument }],
  };
};
/** An order searched in, a place to go on from, a piece looked for within the case, what a person has chosen so far: none makes anything of what it names. */
const onlyWithinOwn = new Set([
  'POST /v1/orders/:id/cancel',
  'POST /v1/site/cases/:id/close',
  // Takes everything back; that it sees nothing of another print room is in supervision.test.ts.
  'POST /v1/site/effects',
  'PUT /v1/drafts/:id/preparation',
  'POST /v1/archive/search',
]);
const withIds = ofTenants.filter(({ name, args }) => {
  if (onlyWithinOwn.has(name)) return false;
  const taken = args.body ? [...idPrefixesIn(args.body)] : [];
  return taken.some((prefix) => tenantPrefixes.has(prefix));
});

test('each route whose body names things of a tenant is tried with those of another', () => {
  expect(withIds.map(({ name }) => name).sort()).toEqual(Object.keys(withForeignIds(own)).sort());
});

test.each(named(withIds))('%s takes nothing of another account or mode by its body', async (_name, row) => {
  for (const [who, outsider] of outsidersOf(row)) {
    // Their own draft, so that it is the body that is refused.
    const { id } = await outsider.post<{ id: string }>('/v1/orders', {});
    for (const body of withForeignIds(own)[row.name] ?? []) {
      const answer = await ask(
        outsider,
        row,
        row.route.path.replace(':id', id).replace(':letterId', own.ids.let ?? ''),
        body,
      );
      expect([who, [404, 409, 422].includes(answer.status), textOf(answer)]).toEqual([who, true, textOf(answer)]);
      expect(textOf(answer)).toMatch(/_unknown|not_found|contract_missing/);
    }
  }
});

const lastFirst = ['DELETE', 'POST', 'PATCH', 'PUT', 'GET'];
test('each thing is found by its own account and print room, by a key of that scope alone: what was refused to others is there', async () => {
  const found = ofTenants.filter(({ route }) => route.path.includes(':id'));
  found.sort((a, b) => lastFirst.indexOf(b.route.method) - lastFirst.indexOf(a.route.method));
  const notFound: unknown[] = [];
  for (const row of found) {
    const { status, body } = await ask(only[row.scope] as Client, row);
    // The letter is there, and masked: GET comes before the POST that reveals it.
    if (body.code === 'reveal_needed') continue;
    if ([401, 403, 404].includes(status) || body.code === 'request_invalid' || status >= 500)
      notFound.push([row.name, status, body.code, body.errors]);
  }
  expect(notFound).toEqual([]);
});

describe('people', () => {
  const deskRole = {
    customer: 'administrator',
    operator: 'supervisor',
    provider: 'manager',
    auditor: 'auditor',
  } as const;
  const kinds = Object.entries(deskRole) as [CallerRole, DeskRole][];
  const at = (role: CallerRole) =>
    role === 'customer' ? { accountId: own.accountId } : role === 'operator' ? { siteId: own.siteId } : {};
  /** Somebody at each desk with all rights, with each right alone, and without each. */
  const whole: Partial<Record<CallerRole, PersonClient>> = {};
  const lacking: Partial<Record<AccessScope, PersonClient>> = {};
  let ended: PersonClient;
  let idle: PersonClient;
  let suspended: PersonClient;
  let owesFactor: PersonClient;
  let withoutDesk: PersonClient;

  beforeAll(async () => {
    for (const [caller, role] of kinds) {
      whole[caller] = await t.signIn({ role, ...at(caller) });
      for (const scope of scopesOfDeskRole(role))
        lacking[scope] = await t.signIn({
          role,
          ...at(caller),
          scopes: scopesOfDeskRole(role).filter((other) => other !== scope),
        });
    }
    const changed = async (statement: string) => {
      const person = await t.signIn({ role: 'manager' });
      await t.database.asOwner(statement, [person.person]);
      return person;
    };
    ended = await changed(`update pli.sessions set expires_at = now() where person_id = $1`);
    idle = await changed(`update pli.sessions set seen_at = now() - interval '61 minutes' where person_id = $1`);
    suspended = await changed(`update pli.memberships set state = 'suspended' where person_id = $1`);
    owesFactor = await changed(`update pli.sessions set second_factor_at = null where person_id = $1`);
    withoutDesk = await changed(`update pli.sessions set membership_id = null where person_id = $1`);
  });

  const changes = ({ route: { method } }: { route: RouteOf }) => method !== 'GET';
  const askedBy = (client: Client, row: Row, headers: Record<string, string> = {}) => {
    const body = bodyOf(row);
    const media = [row.route.body?.media ?? 'application/json'].flat()[0] ?? '';
    const type: Record<string, string> = body instanceof Uint8Array ? { 'content-type': media } : {};
    return client.call<Problem>(row.route.method, pathOf(row), body, {
      'idempotency-key': randomUUID(),
      ...type,
      ...headers,
    });
  };

  test.each(named(rows))(
    '%s is closed to sessions that are over, desks of another kind and missing rights',
    async (_name, row) => {
      const asked: [who: string, client: Client, status: number, code: string][] = [
        ['a session at its end', ended, 401, 'session_ended'],
        ['a session not used for an hour', idle, 401, 'session_ended'],
        ['who was suspended', suspended, 403, 'desk_missing'],
        ['who owes the second factor', owesFactor, 403, 'second_factor_missing'],
        ['who is at no desk', withoutDesk, 403, 'desk_missing'],
        ['who lacks the right', lacking[row.scope] as Client, 403, 'scope_missing'],
      ];
      for (const [role] of kinds)
        if (role !== row.role) asked.push([role, whole[role] as Client, 403, 'role_not_allowed']);
      const answers = await Promise.all(
        asked.map(async ([who, client]) => [who, ...refusal(await askedBy(client, row))]),
      );
      expect(answers).toEqual(asked.map(([who, , status, code]) => [who, status, code]));
    },
  );

  test.each(named([...rows.filter(changes), ...ofPeople.filter(changes), ...ofVisitors]))(
    '%s takes nothing that does not come from our own pages',
    async (_name, row) => {
      const client = whole['role' in row ? (row.role as CallerRole) : 'provider'] as PersonClient;
      const path = row.route.path.replace(/:\w+/g, 'x');
      const from = async (headers: Record<string, string>) =>
        refusal(await client.call<Problem>(row.route.method, path, undefined, headers));
      const refused = [403, 'request_not_from_console'];
      expect(await from({ 'pli-console': '' })).toEqual(refused);
      expect(await from({ origin: 'https://evil.example' })).toEqual(refused);
      expect(await from({ origin: 'null' })).toEqual(refused);
      expect(await from({ 'sec-fetch-site': 'cross-site' })).toEqual(refused);
      expect(await from({ 'sec-fetch-site': 'same-site' })).toEqual(refused);
    },
  );

  test.each(named(ofPeople))('%s is closed to who has not signed in, and to keys', async (_name, row) => {
    const path = row.route.path.replace(/:\w+/g, 'x');
    const ofOurs = { 'pli-console': '1' };
    const ask = async (client: Client) =>
      refusal(await client.call<Problem>(row.route.method, path, undefined, ofOurs));
    expect(await ask(t.client(undefined))).toEqual([401, 'session_missing']);
    expect(await ask(ended)).toEqual([401, 'session_ended']);
    expect(await ask(t.provider)).toEqual([403, 'person_missing']);
    if (row.route.access === 'person') expect(await ask(owesFactor)).toEqual([403, 'second_factor_missing']);
  });

  const ofOrders = /(?:ord|let|imp|prv)_[0-9a-z]{26}/;
  const found = () => rows.filter((row) => row.role === 'customer' && ofOrders.test(pathOf(row)));

  test('a sender finds no order of another sender, none of its letters, imports, previews and events; an administrator finds all', async () => {
    const scopes = scopesOfDeskRole('administrator').filter((scope) => scope !== 'orders:all');
    const sender = await t.signIn({ role: 'sender', scopes, accountId: own.accountId });
    const rowsOfOrders = found();
    expect(rowsOfOrders.length).toBeGreaterThan(10);
    for (const row of rowsOfOrders) expect([row.name, (await askedBy(sender, row)).status]).toEqual([row.name, 404]);
    const theirs = [own.ids.ord, own.ids.let, own.ids.imp, own.ids.prv].map(String);
    for (const path of ['/v1/orders', '/v1/letters', '/v1/events', '/v1/events/stream?after=0&seconds=1']) {
      const text = async (client: Client) => textOf(await client.call('GET', path));
      const shown = await text(sender);
      expect([path, theirs.filter((id) => shown.includes(id))]).toEqual([path, []]);
      expect([path, ofOrders.test(shown)]).toEqual([path, false]);
      expect([path, ofOrders.test(await text(whole.customer as Client))]).toEqual([path, true]);
    }
  });

  test('a sender finds what they made themselves, and others of the account do not', async () => {
    const by = (name: string) => t.signIn({ role: 'sender', accountId: own.accountId, name });
    const [claire, paul] = [await by('Claire'), await by('Paul')];
    const body = { letters: [letterTo(await setUpTemplate(own.customer))], submit: true };
    const order = await claire.post<{ id: string; letters: { id: string }[] }>('/v1/orders', body);
    const letter = order.letters[0]?.id ?? '';
    for (const path of [`/v1/orders/${order.id}`, `/v1/letters/${letter}`]) {
      expect([path, (await claire.call('GET', path)).status]).toEqual([path, 200]);
      expect([path, (await paul.call('GET', path)).status]).toEqual([path, 404]);
      expect([path, (await (whole.customer as Client).call('GET', path)).status]).toEqual([path, 200]);
    }
    const events = async (client: Client) => textOf(await client.call('GET', '/v1/events?limit=500'));
    expect(await events(claire)).toContain(letter);
    expect(await events(paul)).not.toContain(letter);
    const [made] = await t.database.asOwner(`select actor from pli.events where subject_id = $1`, [order.id]);
    expect(made).toEqual({ actor: `person:${claire.person}` });
  });

  test('an idempotency key of one person is not another’s', async () => {
    const by = () => t.signIn({ role: 'sender', accountId: own.accountId });
    const [one, other] = [await by(), await by()];
    const once = { 'idempotency-key': randomUUID() };
    const body = { letters: [letterTo(await setUpTemplate(own.customer))] };
    const made = await one.call<{ id: string }>('POST', '/v1/orders', body, once);
    const again = await one.call<{ id: string }>('POST', '/v1/orders', body, once);
    expect([again.body.id, again.headers.get('idempotent-replayed')]).toEqual([made.body.id, 'true']);
    expect((await other.call<{ id: string }>('POST', '/v1/orders', body, once)).body.id).not.toBe(made.body.id);
  });
});
