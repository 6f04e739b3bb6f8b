import { expectAccessible, openConsole, type OpenConsole } from '../../testing/open-console.ts';
import { letterTo, setUpFloor } from '../../../api/testing/sample-site.ts';
import type { PersonClient } from '../../../api/testing/signed-in.ts';

let c: OpenConsole;
let administrator: PersonClient;
let orderId: string;
beforeAll(async () => {
  c = await openConsole();
  const floor = await setUpFloor(c.t);
  const { customer, accountId } = floor;
  administrator = await c.t.signIn({ role: 'administrator', accountId, name: 'Camille Durand' });
  const order = await customer.post<{ id: string }>('/v1/orders', {
    letters: [letterTo(floor.template)],
    submit: true,
  });
  orderId = order.id;
  await customer.post('/v1/orders', {});
});
afterAll(() => c.stop());
const shot = process.env['SHOTS'];

test('a sender sees the orders of the account, in French, and one state alone', async () => {
  const page = await c.visit('/', { as: administrator });
  await page.getByRole('heading', { level: 1, name: 'Commandes' }).waitFor();
  const rows = page.getByRole('table', { name: 'Commandes' }).getByRole('row');
  await rows.nth(2).waitFor();
  expect(await rows.count()).toBe(3);
  expect(await page.title()).toBe('Commandes · Pli');
  if (shot) await page.screenshot({ path: `${shot}/orders-light.png` });
  await expectAccessible(page);
  await page.getByLabel('État').first().click();
  await page.getByRole('option', { name: 'Soumise' }).click();
  await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
  expect(await page.getByRole('cell').first().textContent()).toBe(orderId);
  await page.getByRole('button', { name: /Votre menu/ }).click();
  if (shot) await page.screenshot({ path: `${shot}/menu.png` });
});

test('the same in English, in the dark, on a telephone', async () => {
  const page = await c.visit('/orders', {
    as: administrator,
    language: 'en',
    scheme: 'dark',
    width: 360,
  });
  await page.getByText(orderId).waitFor();
  if (shot) await page.screenshot({ path: `${shot}/orders-dark-360.png` });
  await expectAccessible(page);
  await page.getByLabel('Open the menu').click();
  await page.getByRole('link', { name: 'Orders' }).waitFor();
  if (shot) await page.screenshot({ path: `${shot}/menu-dark-360.png` });
  await expectAccessible(page);
});
