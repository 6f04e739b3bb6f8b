import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import type { DemonstrationPerson } from '../demonstration/people.ts';

/** A person before the console, signed in. */
export interface Person {
  readonly page: Page;
  /** Asks the API what the console would, with the person's own session. @throws Error when it is refused */
  post<T = unknown>(path: string, body: unknown): Promise<T>;
}

/** Signs a person in on the console's own page, in French, by day, on a screen 1280 pixels wide. */
export async function signIn(browser: Browser, url: string, { email, password }: DemonstrationPerson): Promise<Person> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    colorScheme: 'light',
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto('/app');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel(/^Mot de passe/).fill(password);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await page.getByRole('navigation', { name: 'Navigation principale' }).waitFor();
  return {
    page,
    async post<T>(path: string, body: unknown) {
      const headers = { 'Pli-Console': '1', 'Idempotency-Key': randomUUID() };
      const answer = await context.request.post(path, { data: body, headers });
      if (!answer.ok()) throw new Error(`POST ${path} was answered ${answer.status()}: ${await answer.text()}`);
      return (await answer.json()) as T;
    },
  };
}
