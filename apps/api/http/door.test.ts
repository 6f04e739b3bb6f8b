import { randomUUID } from 'node:crypto';
import type { OrderReceipt } from '#contracts/api/orders';
import type { Problem } from '#contracts/api/problem';
import { scopesOf, type KeyRole } from '#contracts/api/keys';
import { routesOf } from '../docs/routes-of.ts';
import { controllers } from '../routes.ts';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { letterTo, setUpCarrier, setUpCustomer, setUpSite, setUpTemplate } from '../testing/sample-site.ts';
import { putIntoLot } from '../testing/sample-lot.ts';
import type { RouteOf } from './route.ts';

let t: ApiUnderTest;
const keys = {} as Record<KeyRole, Client>;
const weak = {} as Record<KeyRole, Client>;
/** Callers who are nobody to the account and site whose ids are asked for. */
const strangers: Client[] = [];
let neighbours: Client[] = [];
const ids: Record<string, string> = {};
beforeAll(async () => {
  t = await runApi();
  const site = await setUpSite(t);
  const other = await setUpSite(t);
  const mine = await setUpCustomer(t, site.id);
  keys.customer = mine.customer;
  keys.operator = await t.makeKey({ role: 'operator', siteId: site.id, name: 'floor' });
  keys.provider = t.provider;
  weak.customer = await t.makeKey({
    role: 'customer',
    accountId: mine.accountId,
    mode: 'test',
    name: 'weak',
    scopes: ['events:read'],
  });
  weak.operator = await t.makeKey({ role: 'operator', siteId: site.id, name: 'weak', scopes: ['floor:read'] });
  weak.provider = await t.makeKey({ role: 'provider', name: 'weak', scopes: ['provider:read'] });
  const live = await t.makeKey({ role: 'customer', accountId: mine.accountId, mode: 'live', name: 'live' });
  strangers.push((await setUpCustomer(t, other.id)).customer, live);
  neighbours = [await t.makeKey({ role: 'operator', siteId: other.id, name: 'neighbour' })];
  await setUpCarrier(t, site.id);

  const version = await setUpTemplate(keys.customer);
  const order = await keys.customer.post<OrderReceipt>('/v1/orders', { letters: [letterTo(version)], submit: true });
  const draft = await keys.customer.post<OrderReceipt>('/v1/orders', { letters: [letterTo(version)] });
  const { rows } = await keys.customer.get<{ rows: { id: string }[] }>('/v1/templates');
  const document = await t.database.asOwner<{ id: string }>(
    `insert into pli.documents (id, account_id, mode, state, pages, bytes, content_hash, created_at) values ('doc_00000000000000000000000001', $1, 'test', 'stored', 1, 1, '\\x00', now()) returning id`,
    [mine.accountId],
  );
  const letterId = order.letters[0]?.id ?? '';
  const lot = await putIntoLot(t.database, site, [letterId], { lot: 'inserting', pieces: ['trayed'] });
  const sealed = await keys.operator.post<{ depositId: string }>(`/v1/site/trays/${lot.trayId}/seal`, {
    reason: 'full',
  });
  const open = await t.database.asOwner<{ id: string }>(
    `insert into pli.cases (id, site_id, mode, kind, deposit_id, piece_id, state, deadline_at, created_at)
     values ('cas_00000000000000000000000001', $1, 'test', 'missing_at_deposit', $2, $3, 'open', now(), now()) returning id`,
    [site.id, sealed.depositId, lot.pieceIds[0]],
  );
  Object.assign(ids, {
    case: open[0]?.id,
    order: order.id,
    draft: draft.id,
    letter: letterId,
    template: rows[0]?.id,
    document: document[0]?.id,
    lot: lot.lotId,
    piece: lot.pieceIds[0],
    tray: lot.trayId,
    deposit: sealed.depositId,
    webhook: (await keys.customer.post<{ id: string }>('/v1/webhooks', { url: 'https://8.8.8.8/hook' })).id,
  });
});
afterAll(() => t.stop());

const routes = routesOf(controllers).map(({ route }) => route);
const closed = routes.filter((route) => route.access !== 'anyone');
const accessOf = ({ access }: RouteOf) => access as { role: KeyRole; scope: string };
/** The path with ids that exist. */
const filled = (path: string): string => {
  const kind = path.includes('/orders')
    ? path.startsWith('/v1/site')
      ? 'order'
      : 'draft'
    : (['letter', 'template', 'document', 'lot', 'tray', 'piece', 'deposit', 'case', 'webhook'].find((name) =>
        path.includes(`/${name}s`),
      ) ?? 'order');
  return path
    .replace(':id', ids[kind] ?? '')
    .replace(':letterId', ids.letter ?? '')
    .replace(':version', '1')
    .replace(':deliveryId', 'msg_00000000000000000000000000')
    .replace(':kind', 'letter_lost')
    .replace(/\/stream$/, '/stream?seconds=1');
};
const bodies: Record<string, object> = {
  ':id': { options: {} },
  resolve: { found: 'spoiled', reason: 'torn' },
  seal: { reason: 'full' },
  'break-seal': { reason: 'torn' },
  pieces: { windowCode: 'W/PAR1/1/1/1/A' },
  acknowledgement: {
    acceptedAt: new Date().toISOString(),
    found: [{ product: 'priority', band: 20, count: 1 }],
    reason: 'no_file',
  },
  close: { outcome: 'lost', reason: 'nowhere' },
  refuse: { reason: 'no' },
  'spoiled-sheets': { sheets: 1, reason: 'torn' },
  versions: { html: '<p></p>', dataSchema: {}, sampleData: {} },
  letters: { letters: [letterTo('tpv_00000000000000000000000000')] },
  '/v1/webhooks/:id': {},
  redeliver: { from: 1, to: 1 },
};
const ask = (client: Client, { method, path }: RouteOf, body?: object) =>
  client.call<Problem>(method, filled(path), method === 'GET' || method === 'DELETE' ? undefined : (body ?? {}), {
    'idempotency-key': randomUUID(),
  });

test.each(closed.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s opens to its own role and scope only',
  async (_name, route) => {
    expect((await ask(t.client(undefined), route)).body).toMatchObject({ status: 401, code: 'key_missing' });
    expect((await ask(t.client('pli_test_short'), route)).body).toMatchObject({ status: 401, code: 'key_unknown' });
    const { role, scope } = accessOf(route);
    for (const [other, client] of Object.entries(keys))
      if (other !== role)
        expect((await ask(client, route)).body).toMatchObject({ status: 403, code: 'role_not_allowed' });
    const lacking = await ask(weak[role], route);
    const holds = { customer: ['events:read'], operator: ['floor:read'], provider: ['provider:read'] }[role].includes(
      scope,
    );
    if (holds) expect([401, 403]).not.toContain(lacking.status);
    else expect(lacking.body).toMatchObject({ status: 403, code: 'scope_missing' });
  },
);

const ofOthers = closed.filter(
  ({ path, access }) => path.includes(':id') && access !== 'anyone' && access.role !== 'provider',
);
test.each(ofOthers.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s finds nothing of another account, mode or site',
  async (_name, route) => {
    const outsiders = accessOf(route).role === 'customer' ? strangers : neighbours;
    const body = bodies[route.path] ?? bodies[route.path.split('/').at(-1) ?? ''];
    for (const outsider of outsiders) {
      expect((await ask(outsider, route, body)).status).toBe(404);
    }
  },
);

test.each(
  closed
    .filter(
      ({ path, method, access }) =>
        method === 'GET' && !path.includes(':') && access !== 'anyone' && access.role !== 'provider',
    )
    .map((route) => [route.path, route] as const),
)('%s lists nothing of another account, mode or site', async (_path, route) => {
  for (const outsider of accessOf(route).role === 'customer' ? strangers : neighbours) {
    const { status, body } = await ask(outsider, route);
    expect(status).toBe(200);
    for (const id of Object.values(ids)) expect(JSON.stringify(body)).not.toContain(id);
  }
});

test('the scheme is Bearer, in upper or lower case', async () => {
  const get = (authorization: string) =>
    t.client(undefined).call<Problem>('GET', '/v1/letters', undefined, { authorization });
  expect((await get(`bearer ${keys.customer.key}`)).status).toBe(200);
  expect((await get(`BEARER  ${keys.customer.key}`)).status).toBe(200);
  expect((await get(`Bearer ${keys.customer.key.toUpperCase()}`)).body.code).toBe('key_unknown');
  for (const header of [`Basic ${keys.customer.key}`, keys.customer.key])
    expect((await get(header)).body).toMatchObject({
      status: 401,
      code: 'key_missing',
      detail: expect.stringContaining('Bearer is expected') as string,
    });
});

test('every scope of every role opens something', () => {
  const used = new Set(closed.map((route) => accessOf(route).scope));
  expect([...used].sort()).toEqual(Object.values(scopesOf).flat().sort());
});

test('keys of one account in two modes are two customers', async () => {
  const [, live] = strangers;
  expect(
    (
      await live?.call<Problem>(
        'POST',
        '/v1/orders',
        { letters: [letterTo('tpv_00000000000000000000000000')], submit: true },
        { 'idempotency-key': randomUUID() },
      )
    )?.body,
  ).toMatchObject({
    code: 'letters_invalid',
    errors: [{ code: 'template_version_unknown' }],
  });
});
