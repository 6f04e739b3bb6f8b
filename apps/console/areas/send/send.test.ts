import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'playwright-core';
import { longPrint } from '#documents/testing/long-print';
import { plainLetter } from '#documents/testing/letters';
import { makingPreviews, sharedStore, type SharedStore } from '../../../api/testing/making-previews.ts';
import type { Client } from '../../../api/testing/running-api.ts';
import type { PersonClient } from '../../../api/testing/signed-in.ts';
import { setUpCustomer, setUpSite } from '../../../api/testing/sample-site.ts';
import { expectAccessible, openConsole, picture, type OpenConsole } from '../../testing/open-console.ts';

let c: OpenConsole;
let store: SharedStore;
let stopMaking: () => Promise<void>;
let customer: Client;
let person: PersonClient;
let letter: Buffer;

beforeAll(async () => {
  store = await sharedStore();
  c = await openConsole({ environment: store.environment });
  stopMaking = await makingPreviews(c.t, store);
  const site = await setUpSite(c.t);
  const set = await setUpCustomer(c.t, site.id);
  customer = set.customer;
  person = await c.t.signIn({ role: 'administrator', accountId: set.accountId, name: 'Camille Durand' });
  letter = Buffer.from(await longPrint([{ foot: 'Relevé de juin' }, { foot: 'suite' }]));
});
afterAll(async () => {
  await stopMaking();
  await c.stop();
  await store.remove();
});

const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
const drop = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  page.locator('input[type=file]').first().setInputFiles(file);
const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: /Étapes|Steps/ }).getByRole('button', { name });
const saved = (page: Page) => page.getByText(/Brouillon enregistré|Draft saved/).waitFor();
const orders = async () => (await customer.get<{ rows: { id: string; state: string }[] }>('/v1/orders')).rows;

test('a sender drops a PDF, pastes an address, sees the exact pages and the price, and presses twice: one order', async () => {
  const page = await c.visit('/send', { as: person });
  await page.getByRole('heading', { level: 1, name: 'Envoyer' }).waitFor();
  await page.getByText('Aucun brouillon').waitFor();
  await expectAccessible(page);
  await picture(page, 'send-empty');
  await page.getByRole('button', { name: 'Nouvel envoi' }).first().click();
  await page.getByRole('heading', { name: 'Que voulez-vous envoyer ?' }).waitFor();
  await expectAccessible(page);
  await drop(page, pdf('Relevé de juin.pdf', letter));
  await page.getByText('2 pages').waitFor();
  await page.getByRole('img', { name: 'Page 1' }).first().waitFor();
  await picture(page, 'send-what');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByLabel('Collez l’adresse').fill('Mme Claire Fontaine\n12, rue des Lilas\n75011 Lyon');
  await page.getByText('À vérifier').waitFor();
  await page.getByLabel('Code postal').fill('69001');
  await page.getByText('69001 LYON').waitFor();
  await picture(page, 'send-to');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('radio', { name: 'Prioritaire' }).waitFor();
  await page.getByText('Couleur').click();
  await page.getByRole('combobox', { name: 'Centre de coût' }).fill('C-7');
  await saved(page);
  await picture(page, 'send-how');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByText('Page 1 sur 3').waitFor();
  await page.getByText('Une page d’adresse est ajoutée').waitFor();
  await page.getByRole('switch', { name: 'Montrer la fenêtre et les zones réservées' }).click();
  await page.getByText(/Bleu : la fenêtre/).waitFor();
  await page.getByRole('img', { name: 'Page 1' }).first().waitFor();
  await picture(page, 'send-look');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByText('Tout est prêt.').waitFor();
  await page.getByText(/3,00/).waitFor({ state: 'detached' });
  await page.getByText(/1,50/).first().waitFor();
  await picture(page, 'send-price');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Soumettre la lettre' }).dblclick();
  await page.waitForURL('**/orders/ord_*');
  expect(await orders()).toMatchObject([{ state: 'submitted' }]);
  const [order] = await orders();
  const whole = await customer.get<{ options: object; costCentre: string }>(`/v1/orders/${order?.id}`);
  expect(whole).toMatchObject({ costCentre: 'C-7', options: { colour: 'colour' } });
});

test('a former order becomes a draft with all that is still there, in English; typed, it is kept over a reload', async () => {
  const [former] = await orders();
  const page = await c.visit(`/orders/${former?.id}`, { as: person, language: 'en' });
  await page.getByRole('button', { name: 'Send this again' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Make the draft' }).dblclick();
  await dialog.getByText('1 letter of 1 taken over').waitFor();
  await picture(page, 'repeated');
  await dialog.getByRole('link', { name: 'Open the draft' }).click();
  await page.getByText('2 pages').waitFor();
  await step(page, 'To whom').click();
  await page.getByLabel('Postcode').fill('69007');
  await page.getByText('69007 LYON').waitFor();
  await saved(page);
  await page.reload();
  await page.getByText('69007 LYON').waitFor();
  await step(page, 'How').click();
  await page.getByRole('radio', { name: 'Registered' }).click();
  await page.getByText('Compulsory for registered mail').first().waitFor();
  await saved(page);
  await picture(page, 'send-how-en');
  await expectAccessible(page);
  expect((await orders()).filter(({ state }) => state === 'draft')).toHaveLength(1);
});

test('a PDF that cannot be printed shows where; its repair is accepted by its sender alone', async () => {
  const landscape = await PDFDocument.create();
  landscape.addPage([841.89, 595.28]).drawRectangle({ x: 200, y: 200, width: 200, height: 90 });
  const page = await c.visit('/send', { as: person });
  await page.getByRole('button', { name: 'Nouvel envoi' }).first().click();
  await drop(page, pdf('Paysage.pdf', Buffer.from(await landscape.save())));
  await page.getByText('Ce PDF ne peut pas être imprimé tel quel').waitFor();
  const wrong = page.getByRole('region', { name: 'Page 1' });
  await wrong.getByRole('img').first().waitFor();
  await wrong
    .getByRole('listitem')
    .getByText('Cette page n’est pas au format A4. Exportez-la en A4, ou laissez Pli proposer une réparation.')
    .waitFor();
  await picture(page, 'send-refused');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Proposer une réparation' }).click();
  await page.getByText('Avant', { exact: true }).waitFor();
  await page.getByRole('img', { name: 'Page 1' }).nth(1).waitFor();
  await picture(page, 'send-repair');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Accepter ces pages' }).click();
  await page.getByRole('heading', { name: 'La lettre' }).waitFor();
  await saved(page);
});

test('a template is filled by a file: columns are guessed, bad rows shown; the draft is left and come back to', async () => {
  const { id } = await customer.post<{ id: string }>('/v1/templates', { name: 'Rappel' });
  await customer.post(`/v1/templates/${id}/versions`, {
    html: plainLetter('<p>Vous devez {{ total | euros }}.</p>'),
    dataSchema: {
      type: 'object',
      properties: { total: { type: 'integer', title: 'Montant (centimes)' } },
      required: ['total'],
    },
    sampleData: { total: 1250 },
  });
  const page = await c.visit('/send', { as: person });
  await page.getByRole('button', { name: 'Nouvel envoi' }).first().click();
  await page.getByText('Un modèle à remplir').click();
  await page.getByRole('combobox', { name: 'Modèle' }).click();
  await page.getByRole('option', { name: /Rappel/ }).click();
  await page.getByLabel('Montant (centimes)').waitFor();
  await saved(page);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByText('Un fichier de destinataires').click();
  const rows = Array.from({ length: 30 }, (_, i) => `Personne ${i + 1};${i + 1} rue des Lilas;69001;Lyon;${100 + i}`);
  const csv = ['Nom;Rue;Code postal;Ville;total', ...rows, 'Sans ville;3 rue X;69001;;abc'].join('\r\n');
  await drop(page, { name: 'lettres.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByText('Comment ce fichier est lu').waitFor();
  await expectAccessible(page);
  await picture(page, 'send-columns');
  await page.getByRole('button', { name: 'Lire ce fichier' }).click();
  await page.getByText('30 lettres prêtes').first().waitFor();
  await page.getByText('1 ligne écartée').waitFor();
  await page.getByRole('table', { name: 'Lignes écartées' }).waitFor();
  await page.getByText('Personne 1, 1 RUE DES LILAS, 69001 LYON').waitFor();
  await picture(page, 'send-file');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Tous les envois' }).click();
  await page
    .getByRole('table', { name: 'Brouillons' })
    .getByText(/Rappel · 30 lettres/)
    .click();
  await page.getByText('30 lettres prêtes').first().waitFor();
  await step(page, 'Prix et envoi').click();
  await page.getByText('Total de l’affranchissement').waitFor();
  await page.getByText(/45,00/).first().waitFor();
  const submit = page.getByRole('button', { name: 'Soumettre les 30 lettres' });
  expect(await submit.isDisabled()).toBe(true);
  await page.getByText('Envoyer sans la ligne écartée').click();
  await picture(page, 'send-price-many');
  await expectAccessible(page);
  await submit.click();
  await page.waitForURL('**/orders/ord_*');
  expect((await orders()).some(({ state }) => state === 'submitted')).toBe(true);
});

test('drafts on a telephone in the dark', async () => {
  await customer.post('/v1/orders', { options: { service: 'registered' } });
  const page = await c.visit('/send', { as: person, scheme: 'dark', width: 360 });
  await page.getByText('Le destinataire').first().waitFor();
  await picture(page, 'send-drafts-360');
  await expectAccessible(page);
  await page
    .getByRole('link', { name: /Envoi sans contenu/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Que voulez-vous envoyer ?' }).waitFor();
  await picture(page, 'send-what-360');
  await expectAccessible(page);
  await step(page, 'Comment').click();
  await page.getByRole('radio', { name: 'Recommandé' }).waitFor();
  await picture(page, 'send-how-360');
  await expectAccessible(page);
});
