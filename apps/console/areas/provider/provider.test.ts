import { setUpCustomer, setUpSite } from '../../../api/testing/sample-site.ts';
import type { PersonClient } from '../../../api/testing/signed-in.ts';
import { expectAccessible, openConsole, picture, type OpenConsole } from '../../testing/open-console.ts';

let c: OpenConsole;
let manager: PersonClient;
let siteId: string;
beforeAll(async () => {
  c = await openConsole();
  ({ id: siteId } = await setUpSite(c.t));
  await setUpCustomer(c.t, siteId);
  manager = await c.t.signIn({ role: 'manager', name: 'Dominique Petit' });
});
afterAll(() => c.stop());

test('a manager suspends an account with a reason, and gives a contract another version; in French', async () => {
  const page = await c.visit('/provider', { as: manager });
  await page.getByRole('heading', { level: 1, name: 'Comptes' }).waitFor();
  await page.getByRole('button', { name: 'Suspendre' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Motif').click();
  await page.getByRole('option', { name: 'Impayé' }).click();
  await dialog.getByRole('button', { name: 'Suspendre' }).click();
  await page.getByText('Suspendu', { exact: true }).waitFor();
  await picture(page, 'provider-accounts-fr');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Contrats', exact: true }).click();
  await page.getByRole('button', { name: 'Nouvelle version' }).click();
  await dialog.getByRole('button', { name: 'Nouvelle version' }).click();
  await page.getByRole('row').nth(2).waitFor();
  await page.getByText('terminée').waitFor();
  await picture(page, 'provider-contracts-fr');
  await expectAccessible(page);
});

test('a profile is followed by a new version, with what differs before it is saved; in English', async () => {
  const page = await c.visit(`/provider/profiles?siteId=${siteId}&kind=site`, { as: manager, language: 'en' });
  await page.getByRole('table', { name: 'Profiles' }).waitFor();
  await page.getByRole('button', { name: 'New version' }).click();
  const editor = page.getByRole('textbox', { name: 'Content (JSON)' });
  await editor.waitFor();
  await page.getByText('Nothing differs.').waitFor();
  await editor.fill('{ "name": "wrong" ');
  await page.getByRole('alert').waitFor();
  await editor.fill('{ "name": "too little" }');
  await page.getByText(/lines change/).waitFor();
  await picture(page, 'provider-profiles-en');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save the version' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save the version' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  for (const tab of ['Sites', 'Devices', 'Stocks', 'Numbers and counters']) {
    await page.getByRole('link', { name: tab, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: tab }).waitFor();
    await expectAccessible(page);
  }
});
