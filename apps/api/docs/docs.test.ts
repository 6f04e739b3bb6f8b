import type { OpenApiDocument } from './openapi.ts';
import { routesOf } from './routes-of.ts';
import { controllers } from '../routes.ts';
import { problemPages } from '../problems/table.ts';
import { scopesOf } from '#contracts/api/keys';
import type { Problem } from '#contracts/api/problem';
import { runApi, type ApiUnderTest } from '../testing/running-api.ts';

let t: ApiUnderTest;
beforeAll(async () => {
  t = await runApi();
});
afterAll(() => t.stop());

const all = routesOf(controllers);
/** The console is for browsers: its pages and files are no part of the document. */
const routes = all.filter(({ route }) => !route.ofConsole);
const named = routes.map(({ route, args }) => [`${route.method} ${route.path}`, route, args] as const);

test('every handler of every controller is a route that says who may call it', () => {
  const handlers = controllers.flatMap((controller) =>
    Object.values(
      Object.getOwnPropertyDescriptors(controller.prototype as object) as Record<string, PropertyDescriptor>,
    ).filter(
      ({ value }) =>
        typeof value === 'function' && value !== controller && Reflect.hasMetadata('path', value as object),
    ),
  );
  expect(all).toHaveLength(handlers.length);
});

test.each(named)('%s names its role and scope, its schemas and its answer', (_name, route, args) => {
  if (typeof route.access === 'object')
    expect(scopesOf[route.access.role] as readonly string[]).toContain(route.access.scope);
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  expect(args.params.map(({ name }) => name).sort()).toEqual(inPath.sort());
  for (const { schema } of args.params) expect(schema).toBeDefined();
  const reads = route.method === 'POST' || route.method === 'PATCH';
  const withoutBody =
    /\/(accept|approve|withdraw|repeat|test|redeliver|end)$/.test(route.path) ||
    [route.body?.media ?? 'application/json'].flat().every((type) => type !== 'application/json');
  if (reads && !withoutBody) expect(args.body).toBeDefined();
  expect(
    route.answer.schema ?? route.answer.media ?? (route.answer.status === 204 ? 'nothing' : undefined),
  ).toBeDefined();
  const effect =
    typeof route.access === 'object' &&
    route.access.role === 'customer' &&
    route.method === 'POST' &&
    // Nothing is made, or a second one by itself has no second effect: a cost centre's name is taken, an archived file has ended.
    !/\/(search|check|split|picture|beginning|cost-centres|end)$/.test(route.path);
  expect(route.once === true).toBe(effect);
  for (const code of route.problems ?? []) expect([code, problemPages.has(code)]).toEqual([code, true]);
});

test('the OpenAPI document is made of the schemas that validate, and refers to nothing that is missing', async () => {
  const document = await t.client(undefined).get<OpenApiDocument>('/openapi.json');
  expect(Object.values(document.paths).flatMap((path) => Object.keys(path))).toHaveLength(routes.length);
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name ?? '',
  );
  expect(refs.filter((name) => !(name in document.components.schemas))).toEqual([]);
  expect(document.paths['/v1/orders']?.post?.requestBody?.content['application/json']?.schema).toEqual({
    $ref: '#/components/schemas/NewOrder',
  });
  expect(document.components.schemas.OrderReceipt).toMatchObject({
    properties: { id: { type: 'string' }, state: { enum: expect.arrayContaining(['draft']) as string[] } },
  });
});

test('the documentation page needs nothing but itself, and each code has a page', async () => {
  const { body, headers } = await t.client(undefined).call<Buffer>('GET', '/docs');
  const html = body.toString();
  expect(html).not.toMatch(/<script|src=|@import|url\(/);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  for (const [, route] of named) expect(html).toContain(route.path.replace(/:(\w+)/g, '{$1}'));
  for (const code of problemPages.keys()) {
    const asHtml = await t
      .client(undefined)
      .call<Buffer>('GET', `/problems/${code}`, undefined, { accept: 'text/html' });
    expect(asHtml.body.toString()).toContain(code);
  }
  expect((await t.client(undefined).call('GET', '/problems/key_unknown')).body).toMatchObject({
    code: 'key_unknown',
    status: 401,
  });
});

test('what is not there is a problem too', async () => {
  const unknown = await t.client(undefined).call<Problem>('GET', '/v2/nothing');
  expect(unknown.headers.get('content-type')).toContain('application/problem+json');
  expect(unknown.body).toMatchObject({
    status: 404,
    code: 'route_unknown',
    requestId: unknown.headers.get('x-request-id'),
  });
});

test('a path tells which methods it takes when another one is asked', async () => {
  const asked = await t.client(undefined).call<Problem>('PUT', '/v1/orders');
  expect(asked.body).toMatchObject({ status: 405, code: 'method_not_allowed' });
  expect(asked.headers.get('allow')).toBe('POST, GET, HEAD');
  // Nor is a word of a path taken for an id.
  const search = await t.client(undefined).call<Problem>('GET', '/v1/letters/search');
  expect([search.status, search.headers.get('allow')]).toEqual([405, 'POST']);
});

test('the process tells whether it lives and whether it is ready', async () => {
  expect(await t.client(undefined).get('/healthz')).toEqual({ status: 'ok' });
  expect(await t.client(undefined).get('/readyz')).toMatchObject({
    status: 'ready',
    database: 'ready',
    valkey: 'ready',
  });
});
