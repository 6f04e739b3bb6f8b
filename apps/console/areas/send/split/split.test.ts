import { longPrint } from '#documents/testing/long-print';
import { setUpFloor } from '../../../../api/testing/sample-site.ts';
import type { PersonClient } from '../../../../api/testing/signed-in.ts';
import { expectAccessible, openConsole, picture, type OpenConsole } from '../../../testing/open-console.ts';

let c: OpenConsole;
let sender: PersonClient;
let print: Buffer;
beforeAll(async () => {
  c = await openConsole();
  const { accountId } = await setUpFloor(c.t);
  sender = await c.t.signIn({ role: 'administrator', accountId, name: 'Camille' });
  print = Buffer.from(
    await longPrint([
      { address: ['Madame Claire Fontaine', '12 rue des Lilas', '75011 Paris'], foot: 'Facture 2027-001' },
      { foot: 'suite' },
      { address: ['Monsieur Paul Martin', '3 place Bellecour', '69002 Lyon'], foot: 'Facture 2027-002' },
      { address: ['Monsieur Nul', '1300 Marseille'], foot: 'Facture 2027-003' },
    ]),
  );
});
afterAll(() => c.stop());

test('a PDF of three letters becomes a draft of those whose address can be printed; the third says what is wrong', async () => {
  const page = await c.visit('/send', { as: sender });
  await page.getByRole('link', { name: 'Découper un PDF' }).click();
  await page.getByRole('heading', { level: 1, name: 'Découper un PDF en lettres' }).waitFor();
  await expectAccessible(page);
  const file = { name: 'facturation.pdf', mimeType: 'application/pdf', buffer: print };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('facturation · 4 pages').waitFor();
  // Nothing is told apart where nobody writes anything.
  await page.getByText('Un code-barres', { exact: true }).click();
  await page.getByRole('button', { name: 'Trouver les lettres' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByText('Un texte', { exact: true }).click();
  await page.getByRole('button', { name: 'Trouver les lettres' }).click();
  await page.getByText('3 lettres trouvées').waitFor();
  const rows = page.getByRole('table').getByRole('row');
  expect(await rows.nth(1).textContent()).toBe('11-2Madame Claire Fontaine, 12 rue des Lilas, 75011 Paris');
  await page
    .getByRole('img', { name: /Page 1/ })
    .first()
    .waitFor();
  await expectAccessible(page);
  await picture(page, 'split');

  await page.getByRole('button', { name: 'Préparer l’envoi de ces 3 lettres' }).click();
  await page.getByText('2 lettres prêtes').waitFor();
  await page.getByText('1 ligne écartée').waitFor();
  await page
    .getByRole('table', { name: 'Destinataires' })
    .getByText(/Monsieur Paul Martin/)
    .waitFor();
  const id = /send\/(ord_[a-z0-9]+)\/to$/.exec(page.url())?.[1] ?? '';
  const letters = await c.t.database.asOwner<{ document_pages: string | null; postcode: string }>(
    `select document_pages, postcode from pli.letters where order_id = $1 order by position`,
    [id],
  );
  expect(letters).toEqual([
    { document_pages: '1-2', postcode: '75011' },
    { document_pages: '3', postcode: '69002' },
  ]);
});

test('by the keyboard, in English, in the dark, on a telephone: the zone is given in numbers, the form of a text tells letters apart', async () => {
  const { id } = await sender.post<{ id: string }>('/v1/documents', print);
  const page = await c.visit(`/send/split/${id}`, { as: sender, language: 'en', scheme: 'dark', width: 360 });
  await page.getByLabel('Form of the text').fill('Facture ####-###');
  for (const [side, mm] of [
    ['Left', '15'],
    ['Top', '276'],
    ['Width', '120'],
    ['Height', '12'],
  ] as const) {
    const field = page.getByLabel(side, { exact: true });
    await field.focus();
    // The field has placed its caret before its unit: a person is never so quick as to be overtaken by that.
    await page.evaluate('new Promise((done) => setTimeout(done))');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(mm);
    expect(await field.inputValue()).toBe(`${mm} mm`);
  }
  await page.getByRole('button', { name: 'Find the letters' }).press('Enter');
  await page.getByText('3 letters found').waitFor();
  await page.getByRole('cell', { name: 'Facture 2027-002' }).waitFor();
  await expectAccessible(page);
  await picture(page, 'split-dark-360');
});
