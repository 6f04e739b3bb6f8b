import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '../../../tools/toolbox.ts';
import { runApi, type ApiUnderTest } from '../testing/running-api.ts';

let t: ApiUnderTest;
beforeAll(async () => {
  t = await runApi();
});
afterAll(() => t.stop());

const get = (path: string, headers: Record<string, string> = {}, of = t) =>
  fetch(of.api.url + path, { headers, redirect: 'manual' });
/** The script that the page starts with: a file whose name is made of its content. */
const entryOf = (html: string) => /src="(\/assets\/index-[^"]+\.js)"/.exec(html)?.[1] ?? '';
const nonceOf = (answer: Response) =>
  /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '';

test('the page allows our own script alone, under a nonce that no second answer bears, and is never stored', async () => {
  const [first, second] = await Promise.all([get('/app'), get('/app')]);
  const html = await first.text();
  expect(first.status).toBe(200);
  expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(first.headers.get('cache-control')).toBe('no-store');
  const policy = (first.headers.get('content-security-policy') ?? '').split('; ');
  expect(policy).toEqual(
    expect.arrayContaining(["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]),
  );
  expect(policy.join()).not.toMatch(/unsafe|https?:|\*/);
  expect(Object.fromEntries(first.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  const nonces = [nonceOf(first), nonceOf(second)];
  expect(nonces[0]).toMatch(/^[\w-]{24}$/);
  expect(nonces[0]).not.toBe(nonces[1]);
  // Each style and script of the page bears the nonce of its own answer; the place where it goes is left nowhere.
  const borne = [...html.matchAll(/nonce="([^"]*)"/g)].map(([, nonce]) => nonce);
  expect(new Set(borne)).toEqual(new Set([nonces[0]]));
  expect(html).not.toContain('NONCE-OF-THIS-ANSWER');
  expect(html).not.toMatch(/<script(?![^>]* src=)/);
});

test('the door leads to the console, and every address below it is the same page', async () => {
  const door = await get('/');
  expect([door.status, door.headers.get('location')]).toEqual([302, '/app']);
  const pages = await Promise.all(
    ['/app', '/app/orders/ord_x', '/app/there/is/none', '/app/a%2f..%2fb'].map((p) => get(p)),
  );
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const texts = await Promise.all(pages.map((page) => page.text()));
  expect(new Set(texts.map((text, i) => text.replaceAll(nonceOf(pages[i] as Response), ''))).size).toBe(1);
});

test('files are kept for ever under a name that their content makes, and compressed as their reader takes them', async () => {
  const entry = entryOf(await (await get('/app')).text());
  expect(existsSync(join(rootFolder, 'dist/apps/console', entry))).toBe(true);
  const [br, gzip, plain] = await Promise.all(
    ['gzip, deflate, br', 'gzip', 'identity'].map((accepted) => get(entry, { 'accept-encoding': accepted })),
  );
  expect([br, gzip, plain].map((answer) => answer?.headers.get('content-encoding'))).toEqual(['br', 'gzip', null]);
  const sizes = [br, gzip, plain].map((answer) => Number(answer?.headers.get('content-length')));
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  expect(new Set(sizes).size).toBe(3);
  for (const answer of [br, gzip, plain])
    expect(Object.fromEntries(answer?.headers ?? [])).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      vary: expect.stringContaining('Accept-Encoding') as string,
    });
  const texts = await Promise.all([br, gzip, plain].map((answer) => answer?.text()));
  expect(new Set(texts).size).toBe(1);
});

test('what is no file of the console is not found, however it is asked for', async () => {
  for (const name of ['index-00000000.js', 'index.html', '..%2findex.html', '%2e%2e%2fmanifest.json', 'x.map', '.js']) {
    const answer = await get(`/assets/${name}`);
    expect([name, answer.status, answer.headers.get('content-type')]).toEqual([
      name,
      404,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(answer.headers.get('cache-control') ?? '').not.toContain('immutable');
  }
});

test('where the console is not built, the page says so and how to mend it; the API works', async () => {
  const without = await runApi({ environment: { CONSOLE_DIR: join(rootFolder, '.local/no-console-here') } });
  try {
    const page = await get('/app/orders', {}, without);
    expect([page.status, page.headers.get('cache-control')]).toEqual([503, 'no-store']);
    expect(await page.text()).toContain('run <code>npm run build</code>');
    expect((await get('/healthz', {}, without)).status).toBe(200);
  } finally {
    await without.stop();
  }
});

test('over https, browsers are told to come that way only', async () => {
  expect((await get('/app')).headers.get('strict-transport-security')).toBeNull();
  const secure = await runApi({ environment: { PUBLIC_URL: 'https://pli.example' } });
  try {
    expect((await get('/app', {}, secure)).headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
  } finally {
    await secure.stop();
  }
});
