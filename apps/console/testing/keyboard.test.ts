import type { Page } from 'playwright-core';
import { longPrint } from '#documents/testing/long-print';
import { makingPreviews, sharedStore, type SharedStore } from '../../api/testing/making-previews.ts';
import { putIntoLot, type SampleLot } from '../../api/testing/sample-lot.ts';
import { letterTo, setUpFloor } from '../../api/testing/sample-site.ts';
import type { PersonClient } from '../../api/testing/signed-in.ts';
import { hasFocus, pressOn, walkTo } from './by-keyboard.ts';
import { mailedLink } from './mailed-link.ts';
import { openConsole, type OpenConsole } from './open-console.ts';

// Five tasks of people who use no mouse: nothing here clicks, fills or focuses but by keys.
let c: OpenConsole;
let store: SharedStore;
let stopMaking: () => Promise<void>;
let floor: Awaited<ReturnType<typeof setUpFloor>>;
let administrator: PersonClient;
let operator: PersonClient;
let lot: SampleLot;
let letterId: string;

beforeAll(async () => {
  store = await sharedStore();
  c = await openConsole({ environment: store.environment });
  stopMaking = await makingPreviews(c.t, store);
  floor = await setUpFloor(c.t);
  const { customer, accountId, site, template } = floor;
  administrator = await c.t.signIn({ role: 'administrator', accountId, name: 'Camille Durand' });
  operator = await c.t.signIn({ role: 'operator', siteId: site.id, name: 'Nadia Benali' });
  const order = await customer.post<{ letters: { id: string }[] }>('/v1/orders', {
    letters: [letterTo(template), letterTo(template)],
    submit: true,
  });
  const ids = order.letters.map(({ id }) => id).sort();
  letterId = ids[0] ?? '';
  lot = await putIntoLot(c.t.database, site, ids, { lot: 'reconciling', pieces: ['suspect', 'trayed'] });
});
afterAll(async () => {
  await stopMaking();
  await c.stop();
  await store.remove();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('signs in, after an invitation', async () => {
  await administrator.post('/v1/people', { email: 'paul@example.org', role: 'sender', name: 'Paul Rivoire' });
  const page = await c.visit('/');
  await page.goto(await mailedLink(c.t));
  const password = page.locator('input[autocomplete$="-password"]');
  await walkTo(page, password);
  await page.keyboard.type('lavande sous la neige');
  await page.keyboard.press('Enter');
  await pressOn(page, page.getByRole('button', { name: /Votre menu/ }));
  const leave = page.getByRole('menuitem', { name: 'Se déconnecter' });
  await leave.waitFor();
  while (!(await hasFocus(leave))) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await walkTo(page, page.getByLabel('Adresse e-mail'));
  await page.keyboard.type('paul@example.org');
  await walkTo(page, password);
  await page.keyboard.type('lavande sous la neige');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Votre menu \(Paul Rivoire\)/ }).waitFor();
});

test('finds a letter by its number and reads its story', async () => {
  const page = await c.visit('/orders', { as: administrator, language: 'en' });
  await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor();
  // The first stop of every page leads past the navigation.
  await page.keyboard.press('Tab');
  expect(await hasFocus(page.getByRole('link', { name: 'Skip to content' }))).toBe(true);
  await page.keyboard.press('/');
  await page.keyboard.type(letterId);
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 1, name: /^Letter \d/ });
  await heading.waitFor();
  // Who hears the page is told of the new one: the focus is on its name.
  await page.locator('h1:focus').waitFor();
  await page.getByRole('list', { name: 'Its story' }).getByText('In production').waitFor();
});

test('sends a letter', async () => {
  const page = await c.visit('/send', { as: administrator, language: 'en' });
  await pressOn(page, button(page, 'New letter or mailing').first());
  await page.getByRole('heading', { name: 'What do you want to send?' }).waitFor();
  const chooser = page.waitForEvent('filechooser');
  await pressOn(page, button(page, 'Choose a file'));
  const buffer = Buffer.from(await longPrint([{ foot: 'Statement of June' }]));
  await (await chooser).setFiles({ name: 'Statement.pdf', mimeType: 'application/pdf', buffer });
  await page.getByText('1 page').first().waitFor();
  /** The next step has the focus: from there its fields are walked to. */
  const goOn = async () => {
    await pressOn(page, button(page, 'Continue'));
    await page.locator('section:focus').waitFor();
  };
  await goOn();
  await walkTo(page, page.getByLabel('Paste the address'));
  await page.keyboard.type('Madame Claire Fontaine, 12 rue des Lilas, 69001 Lyon');
  await page.getByText('69001 LYON').waitFor();
  await goOn();
  await walkTo(page, page.getByRole('radio', { name: 'Priority' }));
  await page.keyboard.press('Space');
  await goOn();
  await page.getByText('Page 1 of 2').waitFor();
  await pressOn(page, page.getByRole('button', { name: 'Next page' }));
  await page.getByText('Page 2 of 2').waitFor();
  await goOn();
  await page.getByText('All is ready.').waitFor();
  const before = await ordersOf();
  await walkTo(page, button(page, 'Submit the letter'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/orders/ord_*');
  expect(await ordersOf()).toBe(before + 1);
});
const ordersOf = async () =>
  (await floor.customer.get<{ rows: { state: string }[] }>('/v1/orders')).rows.filter(({ state }) => state !== 'draft')
    .length;

test('resolves a suspect piece; its dialog gives the focus back', async () => {
  const page = await c.visit('/board', { as: operator });
  await pressOn(page, page.getByRole('link', { name: 'Douteux : 1', exact: true }));
  const { windowCode } = await floor.operator.get<{ windowCode: string }>(`/v1/site/pieces/${lot.pieceIds[0]}`);
  await pressOn(page, page.getByRole('link', { name: windowCode }));
  const release = button(page, 'Mettre au bac');
  await pressOn(page, release);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`Pli ${windowCode} : douteux → en bac`).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await hasFocus(release)).toBe(true);

  await page.keyboard.press('Enter');
  await dialog.getByText(`Pli ${windowCode} : douteux → en bac`).waitFor();
  await walkTo(page, dialog.getByLabel('Motif'));
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'fenêtre contrôlée' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await pressOn(page, dialog.getByRole('button', { name: 'Mettre au bac' }));
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Scanné dans un bac par une personne.').waitFor();
  // The button has gone with what was done: the focus is on the page's name, not lost.
  await page.locator('h1:focus').waitFor();
});

test('makes a key', async () => {
  const page = await c.visit('/', { as: administrator });
  await pressOn(page, page.getByRole('link', { name: 'Clés d’API' }));
  const make = button(page, 'Créer une clé').first();
  await pressOn(page, make);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  // The dialog begins in its first field.
  await page.keyboard.type('Facturation');
  await page.keyboard.press('Enter');
  await dialog.getByText('Copiez-la maintenant').waitFor();
  await pressOn(page, dialog.getByRole('button', { name: 'Fermer' }).last());
  await dialog.waitFor({ state: 'detached' });
  expect(await hasFocus(make)).toBe(true);
  await page.getByRole('cell', { name: 'Facturation', exact: true }).waitFor();
});
