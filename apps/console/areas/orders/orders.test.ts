import { expectAccessible, openConsole, picture, type OpenConsole } from '../../testing/open-console.ts';
import { formatMark } from '#domain/marks';
import { putIntoLot } from '../../../api/testing/sample-lot.ts';
import { letterTo, setUpFloor } from '../../../api/testing/sample-site.ts';
import type { PersonClient } from '../../../api/testing/signed-in.ts';

let c: OpenConsole;
let administrator: PersonClient;
let operator: PersonClient;
let orderId: string;
let letterId: string;
let windowCode: string;
beforeAll(async () => {
  c = await openConsole();
  const floor = await setUpFloor(c.t);
  const { customer, accountId } = floor;
  administrator = await c.t.signIn({ role: 'administrator', accountId, name: 'Camille Durand' });
  const order = await customer.post<{ id: string; letters: { id: string }[] }>('/v1/orders', {
    letters: [letterTo(floor.template)],
    submit: true,
  });
  orderId = order.id;
  letterId = order.letters[0]?.id ?? '';
  operator = await c.t.signIn({ role: 'operator', siteId: floor.site.id, name: 'Sami Haddad' });
  const lot = await putIntoLot(c.t.database, floor.site, [letterId], { lot: 'printed', pieces: ['printed'] });
  windowCode = formatMark({ kind: 'window', site: floor.site.code, lot: lot.lotNumber, piece: 1, copy: 1 });
  await customer.post('/v1/orders', {});
});
afterAll(() => c.stop());

test('a sender sees the orders of the account, in French, and one state alone', async () => {
  const page = await c.visit('/orders', { as: administrator });
  await page.getByRole('heading', { level: 1, name: 'Commandes' }).waitFor();
  const rows = page.getByRole('table', { name: 'Commandes' }).getByRole('row');
  await rows.nth(2).waitFor();
  expect(await rows.count()).toBe(3);
  expect(await page.title()).toBe('Commandes · Pli');
  await picture(page, 'orders-light');
  await expectAccessible(page);
  await page.getByLabel('État').first().click();
  await page.getByRole('option', { name: 'Soumise' }).click();
  await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
  expect(await page.getByRole('cell').first().textContent()).toBe(`…${orderId.slice(-8)}`);
  await page.getByRole('button', { name: /Votre menu/ }).click();
  await picture(page, 'menu');
});

test('the same in English, in the dark, on a telephone', async () => {
  const page = await c.visit('/orders', {
    as: administrator,
    language: 'en',
    scheme: 'dark',
    width: 360,
  });
  await page.getByText(orderId.slice(-8)).waitFor();
  await picture(page, 'orders-dark-360');
  await expectAccessible(page);
  await page.getByLabel('Open the menu').click();
  await page.getByRole('link', { name: 'Orders' }).waitFor();
  await picture(page, 'menu-dark-360');
  await expectAccessible(page);
});

test('by the keyboard alone a sender finds a letter by its name, opens it, and a number opens it at once', async () => {
  const page = await c.visit('/orders', { as: administrator });
  await page.getByRole('heading', { level: 1, name: 'Commandes' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('fontaine');
  await page.keyboard.press('Enter');
  const found = page.getByRole('link', { name: 'Madame Claire Fontaine' });
  await found.waitFor();
  expect(new URL(page.url()).search).toBe('');
  await expectAccessible(page);
  await picture(page, 'search');
  await found.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Lettre 1' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/app/letters/${letterId}`);
  await page.getByRole('region', { name: 'Ce qu’elle attend' }).waitFor();
  await page.getByText('On l’imprime, on la met sous pli, on la met en bac').waitFor();
  await expectAccessible(page);
  await picture(page, 'letter-light');
  await page.goto('/app/orders');
  await page.getByRole('heading', { level: 1, name: 'Commandes' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(letterId);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Lettre 1' }).waitFor();
});

test('an order counts its letters by links to as many; what the contract forbids is refused with a sentence, in English', async () => {
  const page = await c.visit(`/orders/${orderId}`, { as: administrator, language: 'en', scheme: 'dark' });
  await page.getByRole('link', { name: 'In production : 1' }).waitFor();
  await expectAccessible(page);
  await picture(page, 'order-dark');
  await page.getByRole('link', { name: 'In production : 1' }).click();
  await page.getByRole('heading', { level: 1, name: 'Letters' }).waitFor();
  await page.getByRole('link', { name: 'Letter 1' }).click();
  await page.getByRole('button', { name: 'Cancel the letter' }).click();
  await page.getByText('This cannot be undone.').waitFor();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the letter' }).click();
  await page.getByRole('alert').getByText('The contract with the print room').waitFor();
  await picture(page, 'refused-dark');
});

test('a scan on the floor opens the letter of the envelope, masked', async () => {
  const page = await c.visit('/search', { as: operator, width: 360 });
  await page.getByRole('heading', { level: 1, name: 'Recherche' }).waitFor();
  await page.getByRole('searchbox').fill(windowCode);
  await page.keyboard.press('Enter');
  await page.getByText('Adresse et contenu masqués').waitFor();
  expect(await page.getByText('Fontaine').count()).toBe(0);
  await expectAccessible(page);
  await picture(page, 'site-letter-360');
});
