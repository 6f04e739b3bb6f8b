import type { Page } from 'playwright-core';
import { setUpOneOfEach, type OneOfEach } from '../../api/testing/one-of-each.ts';
import type { SignedIn } from '../../api/testing/signed-in.ts';
import { expectAccessible, openConsole, type OpenConsole } from './open-console.ts';

let c: OpenConsole;
let one: OneOfEach;
beforeAll(async () => {
  c = await openConsole();
  one = await setUpOneOfEach(c.t);
});
afterAll(() => c.stop());

/** Pages that differ by the thing they show alone, or by a filter, are one. */
const kindOf = (path: string) => path.replace(/\?.*$/, '').replace(/\b[a-z]{3}_[0-9a-z]{26}\b/g, ':id');

/** Goes where a link leads, as a click would. */
async function follow(page: Page, path: string): Promise<void> {
  if (new URL(page.url()).pathname === path) return;
  // As texts: they are of the browser's world, not of this one.
  await page.evaluate(`for (const heading of document.querySelectorAll('h1')) heading.dataset.before = '';
    history.pushState({}, '', ${JSON.stringify(path)});
    dispatchEvent(new PopStateEvent('popstate'));`);
  // The page before stands until the next one is loaded.
  await page.locator('h1:not([data-before])').waitFor();
  // No worker is at work here: a page that shows what one makes waits for ever, and is looked at waiting.
  await page
    .locator('.mantine-Loader-root, .mantine-Skeleton-root')
    .first()
    .waitFor({ state: 'detached', timeout: 2000 })
    .catch(() => undefined);
}

const linksOf = (page: Page) =>
  page.locator('a[href^="/app/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

test.each([
  ['administrator', () => ({ accountId: one.accountId }), 24],
  ['supervisor', () => ({ siteId: one.siteId }), 17],
  ['manager', () => ({}), 14],
  ['auditor', () => ({}), 2],
] as const)(
  'whatever page a link leads the %s to, axe finds nothing serious on it',
  async (role, of, fewest) => {
    const as = await c.t.signIn({ role, ...of() } as SignedIn);
    const page = await c.visit('/me', { as, language: 'en', scheme: 'dark' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    const seen = new Set<string>();
    const next = ['/app/me', ...(await linksOf(page))];
    for (const path of next) {
      if (seen.has(kindOf(path))) continue;
      seen.add(kindOf(path));
      await follow(page, path);
      expect([path, await page.getByText('Page not found').count()]).toEqual([path, 0]);
      await expectAccessible(page).catch((error: Error) => {
        throw new Error(`${path}: ${error.message}`, { cause: error });
      });
      next.push(...(await linksOf(page)));
    }
    expect(seen.size).toBeGreaterThanOrEqual(fewest);
  },
  180_000,
);
