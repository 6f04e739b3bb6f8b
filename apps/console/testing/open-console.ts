import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { toolsFromEnv } from '#documents/tools';
import { runApi, type ApiUnderTest } from '../../api/testing/running-api.ts';
import type { PersonClient } from '../../api/testing/signed-in.ts';

/** Who sits before the screen, in which language and light, and how wide it is. */
export interface Visit {
  /** Signed in by `t.signIn(…)`; nobody when left out. */
  readonly as?: Pick<PersonClient, 'cookie'>;
  readonly language?: 'fr' | 'en';
  readonly scheme?: 'light' | 'dark';
  /** 360 for a telephone; 1280 when left out. */
  readonly width?: number;
}

/** The API on a database of its own with the built console, and a browser before it. */
export interface OpenConsole {
  readonly t: ApiUnderTest;
  readonly browser: Browser;
  /** A window of its own, at `/app` or the path given below it; ends with the test file. */
  visit(path: string, visit?: Visit): Promise<Page>;
  stop(): Promise<void>;
}

/**
 * Opens a console for a test file: `beforeAll(async () => { c = await openConsole(); })`, `afterAll(() => c.stop())`. The console is the
 * one that `npm test` has built. Errors that pages throw, and what the Content-Security-Policy refuses, fail `stop()`.
 */
export async function openConsole(options: Parameters<typeof runApi>[0] = {}): Promise<OpenConsole> {
  const t = await runApi(options);
  const browser = await chromium.launch({
    executablePath: toolsFromEnv().chromium,
    args: process.env['CHROMIUM_SANDBOX'] === 'off' ? ['--no-sandbox'] : [],
  });
  const contexts: BrowserContext[] = [];
  const wrong: string[] = [];
  return {
    t,
    browser,
    async visit(path, { as, language = 'fr', scheme = 'light', width = 1280 } = {}) {
      const context = await browser.newContext({
        baseURL: t.api.url,
        locale: language === 'fr' ? 'fr-FR' : 'en-GB',
        timezoneId: 'Europe/Paris',
        colorScheme: scheme,
        viewport: { width, height: width < 600 ? 780 : 860 },
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      if (as) await context.addCookies([{ ...as.cookie, url: t.api.url }]);
      const page = await context.newPage();
      page.setDefaultTimeout(45_000);
      page.on('pageerror', (error) => wrong.push(`${path}: ${error.message}`));
      page.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) wrong.push(`${path}: ${message.text()}`);
      });
      await page.goto(`/app${path}`);
      return page;
    },
    async stop() {
      for (const context of contexts) await context.close();
      await browser.close();
      await t.stop();
      if (wrong.length > 0) throw new Error(`pages went wrong:\n${[...new Set(wrong)].join('\n')}`);
    },
  };
}

/** Keeps a picture of the page for those who want to look: `SHOTS=/tmp/shots npm test -- apps/console`. Without SHOTS nothing is done. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
interface Violation {
  id: string;
  impact: string;
  help: string;
  nodes: { html: string; failureSummary: string }[];
}

/** axe finds nothing serious or critical on the page as it stands (WCAG 2.2 AA and below, and best practice). */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated by the browser's own protocol: the page's policy stays as it is. Once is enough for a window whose pages follow each other.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe);
  const { violations } = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"], preload: false })',
  )) as {
    violations: Violation[];
  };
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = grave.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
  }));
  expect(told).toEqual([]);
}
