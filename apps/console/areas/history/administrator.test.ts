import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { siteScope } from '#database/scope';
import { write } from '#database/testing/fixtures';
import { masterKeyOfFile } from '#storage/master-key';
import { Guard } from '#telling/guard';
import { networksOf } from '#telling/networks';
import { WebhookSender } from '#telling/webhook-sender';
import { archiveFile } from '../../../api/testing/archived-file.ts';
import { putIntoLot } from '../../../api/testing/sample-lot.ts';
import { claire, letterTo, setUpFloor, townHall } from '../../../api/testing/sample-site.ts';
import type { PersonClient } from '../../../api/testing/signed-in.ts';
import type { Rounds } from '../../../worker/shift.ts';
import { runTeller } from '../../../worker/telling/teller.ts';
import { Sink } from '../../../worker/telling/testing/sink.ts';
import { expectAccessible, openConsole, picture, type OpenConsole } from '../../testing/open-console.ts';
import { mailedLink } from '../../testing/mailed-link.ts';

const networks = '127.0.0.0/8';
let c: OpenConsole;
let sink: Sink;
let teller: Rounds;
let sender: WebhookSender;
let folder: string;
let administrator: PersonClient;
let archived: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pli-administrator-'));
  const MASTER_KEY_FILE = join(folder, 'master.key');
  c = await openConsole({
    environment: { MASTER_KEY_FILE, WEBHOOK_ALLOWED_NETWORKS: networks, MAIL_FROM: 'Pli <pli@example.org>' },
  });
  sink = await Sink.open();
  sender = new WebhookSender(new Guard(networksOf(networks)));
  teller = runTeller({
    database: c.t.database.worker,
    clock: () => new Date(),
    masterKey: await masterKeyOfFile(MASTER_KEY_FILE),
    redisUrl: process.env['TEST_VALKEY_URL'] ?? '',
    prefix: 'pli-administrator',
    webhooks: sender,
    mails: undefined,
    report: () => undefined,
    everyMs: 20,
  });
  const { site, customer, accountId, template } = await setUpFloor(c.t);
  administrator = await c.t.signIn({ role: 'administrator', accountId, name: 'Camille Durand' });
  await customer.post('/v1/cost-centres', { code: 'DRH', label: 'Ressources humaines' });
  const order = (options: object, letters: number, change: object = {}) =>
    customer.post<{ id: string; letters: { id: string }[] }>('/v1/orders', {
      options,
      letters: Array.from({ length: letters }, (_, i) =>
        letterTo(template, { clientReference: `F-2027-${i}`, ...change }),
      ),
      submit: true,
    });
  const sent = await order({ costCentre: 'DRH', archive: { kind: 'simple', years: 5 } }, 7);
  await order({ costCentre: 'Achats', service: 'economy' }, 4);
  await order({ service: 'registered' }, 2, { recipient: claire, sender: townHall });
  const ids = sent.letters.map(({ id }) => id);
  await putIntoLot(c.t.database, site, ids, { lot: 'inserting', pieces: ids.map(() => 'trayed' as const) });
  await write(c.t.database.worker, siteScope(site.id), (tx) =>
    tx.change(
      'letter',
      'letter.handed_over',
      ids.slice(0, 5).map((id) => ({ id, set: { state: 'handed_over', handed_over_at: tx.at, postage_cents: 139 } })),
    ),
  );
  const of = { accountId, siteId: site.id, orderId: sent.id, letterId: ids[0] ?? '' };
  archived = await archiveFile(c.t, of, Buffer.from('%PDF-1.7 pages'), {
    recipient: 'Mairie de Lyon, Madame Claire Fontaine',
    client_reference: 'F-2027-0',
    keep_until: new Date('2032-03-01T10:00:00Z'),
  });
});
afterAll(async () => {
  await teller.stop();
  await sender.close();
  await sink.close();
  await c.stop();
  await rm(folder, { recursive: true, force: true });
});

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

test('an administrator reads the numbers, and each leads to a list as long as it says; in French', async () => {
  const page = await c.visit('/statistics', { as: administrator });
  await heading(page, 'Statistiques');
  const total = page.locator('dd').getByRole('link', { name: '13' });
  await total.waitFor();
  await page.locator('.recharts-bar-rectangle').first().waitFor({ state: 'attached' });
  await picture(page, 'statistics-fr');
  await expectAccessible(page);

  await page.getByRole('link', { name: /^DRH · Ressources humaines, Remises : 5$/ }).click();
  await heading(page, 'Historique');
  await page.getByText('5 lettres').waitFor();
  const rows = page.getByRole('table', { name: 'Lettres' }).getByRole('row');
  expect(await rows.count()).toBe(6);
  await picture(page, 'history-fr');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Commandes' }).last().click();
  await page.getByRole('table', { name: 'Commandes' }).getByRole('link', { name: '7', exact: true }).click();
  await page.getByRole('row').nth(7).waitFor();
  expect(await rows.count()).toBe(8);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Exporter (CSV)' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('letters.csv');
});

test('the archive says what is kept and until when; opening a file is on record', async () => {
  const page = await c.visit('/archive', { as: administrator });
  await page.getByLabel('Destinataire ou référence').fill('fontaine');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByText('Mairie de Lyon, Madame Claire Fontaine').waitFor();
  await picture(page, 'archive-fr');
  await expectAccessible(page);
  expect(page.url()).not.toContain('fontaine');
  await page.getByRole('table', { name: 'Archive' }).getByRole('link').first().click();
  await heading(page, 'Mairie de Lyon, Madame Claire Fontaine');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Télécharger' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${archived}.pdf`);
  await page.getByRole('cell', { name: 'vous', exact: true }).waitFor();
  await picture(page, 'archived-file-fr');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Effacer maintenant' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Effacer maintenant' }).click();
  await page.getByText('Ce fichier a été effacé').waitFor();
});

test('a webhook is made and tested, and a range is sent again to a real receiver; in English', async () => {
  const page = await c.visit('/webhooks', { as: administrator, language: 'en' });
  await heading(page, 'Webhooks');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add a webhook' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill(sink.url());
  await dialog.getByLabel('Description').fill('Back office');
  await dialog.getByRole('button', { name: 'Add a webhook' }).click();
  expect(await dialog.getByLabel('Signing secret').textContent()).toMatch(/^whsec_/);
  await picture(page, 'webhook-secret-en');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('link', { name: 'Back office' }).click();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await sink.until((got) => got.length > 0);
  // What happens in the account meanwhile arrives beside the test.
  await page
    .getByText(/arrived · 204/)
    .first()
    .waitFor();

  await page.getByRole('button', { name: 'Send a range again' }).click();
  await dialog.getByLabel('From number').fill('2');
  await dialog.getByLabel('To number').fill('9');
  await dialog.getByRole('button', { name: 'Send a range again' }).click();
  // What happens meanwhile is told beside it.
  const again = () => sink.numbers().filter((number) => number < 10);
  await sink.until(() => again().length === 8);
  expect(again()).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  await page.getByRole('table', { name: 'Deliveries' }).getByRole('row').nth(8).waitFor();
  await picture(page, 'webhook-en');
  await page.getByRole('button', { name: 'See the attempts' }).first().click();
  await dialog.getByText('HTTP 204').waitFor();
  await expectAccessible(page);
});

test('cost centres and notices, in English, in the dark, on a telephone', async () => {
  const page = await c.visit('/cost-centres', { as: administrator, language: 'en', scheme: 'dark', width: 360 });
  await page.getByLabel('One of the list, always').click();
  await page.getByText('Saved').waitFor();
  await page.getByRole('button', { name: 'Retire' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Retire' }).click();
  await page.getByRole('alert').waitFor();
  await picture(page, 'cost-centres-refused-dark-360');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expectAccessible(page);
  await page.goto('/app/notices');
  const notice = page.getByRole('region', { name: 'A letter has come back' });
  await notice.getByLabel('Addresses').fill('courrier@example.org');
  await notice.getByLabel('Addresses').press('Enter');
  await notice.getByRole('button', { name: 'Save' }).click();
  await notice.getByText('To be confirmed by its reader').waitFor();
  await notice.getByText('Waiting: no address is confirmed').waitFor();
  await notice.getByRole('button', { name: 'Send the link again' }).click();
  await notice.getByText(/can be sent in \d+ minutes/).waitFor();
  await picture(page, 'notices-dark-360');
  await expectAccessible(page);
  // Whoever reads that address needs no access to Pli.
  const reader = await c.visit(new URL(await mailedLink(c.t)).href.split('/app')[1] ?? '', { width: 360 });
  await reader.getByText('Une lettre est revenue').waitFor();
  await picture(reader, 'notice-address-360');
  await expectAccessible(reader);
  await reader.getByRole('button', { name: 'Accepter ces avis' }).click();
  await reader.getByText('C’est confirmé').waitFor();
  await picture(reader, 'notice-address-done-360');
  await page.reload();
  await notice.getByText('On', { exact: true }).waitFor();
  for (const path of ['statistics', 'history', 'archive', 'webhooks']) {
    await page.goto(`/app/${path}`);
    await page.getByRole('table').first().waitFor();
    await picture(page, `${path}-dark-360`);
    await expectAccessible(page);
  }
});
