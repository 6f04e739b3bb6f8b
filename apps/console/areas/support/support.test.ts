import type { Client } from '../../../api/testing/running-api.ts';
import type { PersonClient } from '../../../api/testing/signed-in.ts';
import { letterTo, setUpCustomer, setUpSite, setUpTemplate } from '../../../api/testing/sample-site.ts';
import { expectAccessible, openConsole, picture, type OpenConsole } from '../../testing/open-console.ts';

/** Friday, 19 March 2027, 17:12 in Paris: 48 minutes of opening time are left before the weekend. */
const friday = new Date('2027-03-19T16:12:00.000Z');
let c: OpenConsole;
let sender: PersonClient;
let manager: PersonClient;
let customer: Client;
let letterId: string;

beforeAll(async () => {
  c = await openConsole({ clock: () => friday });
  const site = await setUpSite(c.t);
  const made = await setUpCustomer(c.t, site.id);
  customer = made.customer;
  const template = await setUpTemplate(customer);
  sender = await c.t.signIn({ role: 'administrator', accountId: made.accountId, name: 'Claire' });
  manager = await c.t.signIn({ role: 'manager', name: 'Michel' });
  const order = await customer.post<{ letters: { id: string }[] }>('/v1/orders', {
    letters: [letterTo(template)],
    submit: true,
  });
  letterId = order.letters[0]?.id ?? '';
});
afterAll(() => c.stop());

test('a question about a letter, due by opening hours, answered by the desk and seen by whoever asked', async () => {
  const page = await c.visit(`/tickets/new?letter=${letterId}`, { as: sender });
  await page.getByRole('heading', { level: 1, name: 'Poser une question' }).waitFor();
  await page.getByText('Ouvert en ce moment').waitFor();
  await expectAccessible(page);
  await picture(page, 'support-ask');
  await page.getByLabel('Objet').fill('Où est ma lettre ?');
  await page.getByLabel('Votre question').fill('Elle devait partir hier.');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Où est ma lettre ?' }).waitFor();
  await page
    .getByText(/^Réponse due lundi 22 mars à 12:12, soit 4 heures d’ouverture après vendredi 19 mars à 17:12$/)
    .waitFor();
  await expectAccessible(page);
  await picture(page, 'support-ticket');

  const desk = await c.visit('/support', { as: manager });
  await desk.getByRole('link', { name: 'Où est ma lettre ?' }).click();
  await desk.getByLabel('Réponse').fill('Elle part demain.');
  await expectAccessible(desk);
  await picture(desk, 'support-desk-ticket');
  await desk.getByRole('button', { name: 'Répondre' }).dblclick();
  await desk.getByText('Elle part demain.', { exact: true }).last().waitFor();
  await desk.getByText('Répondue', { exact: true }).waitFor();

  await page.reload();
  await page.getByText('Elle part demain.').waitFor();
  await page.getByText(/dans le délai/).waitFor();
  expect(await page.getByText('Elle part demain.').count()).toBe(1);
  await page.getByRole('button', { name: 'Clore' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clore' }).click();
  await page.getByText('Close par le demandeur').waitFor();
});

test('the desk in English, in the dark, on a telephone: its lists, and a call for whoever leads support', async () => {
  await sender.post('/v1/tickets', { subject: 'Facture', text: 'Une question de prix.' });
  const page = await c.visit('/support', { as: manager, language: 'en', scheme: 'dark', width: 360 });
  await page.getByRole('heading', { level: 1, name: 'Questions' }).waitFor();
  await page.getByRole('link', { name: 'Waiting 1' }).waitFor();
  await expectAccessible(page);
  await picture(page, 'support-desk-dark-360');
  await page.getByRole('link', { name: 'Facture' }).click();
  await page.getByRole('button', { name: 'Call whoever leads support' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Call whoever leads support' }).click();
  await page.getByText(/was called 1 time/).waitFor();
  await expectAccessible(page);
});

test('a manager says from now on when support is open', async () => {
  const page = await c.visit('/support-hours', { as: manager });
  await page.getByRole('heading', { name: 'D’office' }).waitFor();
  await page.getByRole('button', { name: 'Nouvelle version' }).click();
  await page.getByLabel('samedi').fill('09:00-12:00');
  await page.getByLabel('Jours à horaires propres').fill('2027-12-24 09:00-12:00');
  await expectAccessible(page);
  await picture(page, 'support-hours');
  await page.getByRole('button', { name: 'Enregistrer la version' }).click();
  await page.getByText('La version est enregistrée.').waitFor();
  await page.getByRole('heading', { name: 'Version 1' }).waitFor();
  await expectAccessible(page);
});
