import type { Page } from 'playwright-core';
import { scopesOfDeskRole } from '#contracts/api/desk-roles';
import { makingPreviews, sharedStore, type SharedStore } from '../../../api/testing/making-previews.ts';
import type { Client } from '../../../api/testing/running-api.ts';
import type { PersonClient } from '../../../api/testing/signed-in.ts';
import { setUpCustomer, setUpSite } from '../../../api/testing/sample-site.ts';
import { expectAccessible, openConsole, picture, type OpenConsole } from '../../testing/open-console.ts';

let c: OpenConsole;
let store: SharedStore;
let stopMaking: () => Promise<void>;
let customer: Client;
/** Writes templates and may approve none; the other person does. */
let author: PersonClient;
let approver: PersonClient;

beforeAll(async () => {
  store = await sharedStore();
  c = await openConsole({ environment: store.environment });
  stopMaking = await makingPreviews(c.t, store);
  const site = await setUpSite(c.t);
  const set = await setUpCustomer(c.t, site.id);
  customer = set.customer;
  const { accountId } = set;
  const scopes = [...scopesOfDeskRole('sender'), 'templates:write' as const];
  author = await c.t.signIn({ role: 'sender', accountId, scopes, name: 'Dominique Petit' });
  approver = await c.t.signIn({ role: 'administrator', accountId, name: 'Camille Durand' });
});
afterAll(async () => {
  await stopMaking();
  await c.stop();
  await store.remove();
});

/** Writes all of an editor anew. */
async function write(page: Page, label: string, text: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: label });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}
const letter = (body: string) =>
  `<style>@page { size: A4; margin: 110mm 20mm 20mm 25mm; }</style>\n<p>Madame,</p>\n${body}\n`;

test('a template is written with its pages beside it; what is wrong is told by its line, and drawn on the page', async () => {
  const page = await c.visit('/templates', { as: author });
  await page.getByText('Aucun modèle').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Nouveau modèle' }).first().click();
  await page.getByLabel('Nom du modèle').fill('Rappel');
  await page.getByRole('button', { name: 'Créer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Éditer Rappel' }).waitFor();
  await page.getByRole('textbox', { name: 'Texte (HTML et Liquid)' }).waitFor();
  await page.getByText('Page 1 sur 1').waitFor();
  await page.getByRole('img', { name: 'Page 1' }).first().waitFor();
  await picture(page, 'template-editor');
  await expectAccessible(page);
  await write(page, 'Texte (HTML et Liquid)', letter('{% if %}'));
  await page.getByText('Ligne 3, colonne 6').waitFor();
  await picture(page, 'template-fault');
  await expectAccessible(page);
  await write(page, 'Texte (HTML et Liquid)', '<p style="position:absolute;top:60mm;left:120mm">Ici</p>');
  const refused = page.getByRole('alert').getByText('Cette zone doit rester libre');
  await refused.waitFor();
  await page.getByRole('group', { name: 'Page 1' }).getByRole('img').first().waitFor();
  await picture(page, 'template-zone');
  await expectAccessible(page);
  await write(page, 'Texte (HTML et Liquid)', letter('<p>Dossier {{ dossier }} : {{ total | euros }}.</p>'));
  await refused.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Enregistrer comme version 1' }).dblclick();
  await page.getByRole('heading', { name: 'Version 1' }).waitFor();
  const { rows } = await customer.get<{ rows: { latestVersion: number }[] }>('/v1/templates');
  expect(rows).toMatchObject([{ latestVersion: 1 }]);
});

test('a version is compared with the one before, looked at and approved by another person; the story tells who', async () => {
  const { rows } = await customer.get<{ rows: { id: string }[] }>('/v1/templates');
  const id = rows[0]?.id ?? '';
  const first = await customer.get<{ html: string; dataSchema: object; sampleData: object }>(
    `/v1/templates/${id}/versions/1`,
  );
  const changed = { ...first, html: first.html.replace('Madame,', 'Madame, Monsieur,') };
  const { html, dataSchema, sampleData } = changed;
  await author.post(`/v1/templates/${id}/versions`, { html, dataSchema, sampleData });
  const page = await c.visit(`/templates/${id}?version=2&with=1`, { as: approver, language: 'en' });
  await page.getByText('From version 1 to version 2').waitFor();
  await page.getByText('<p>Madame, Monsieur,</p>').waitFor();
  await page.getByRole('img', { name: 'Page 1' }).first().waitFor();
  await picture(page, 'template-compare');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('button', { name: 'Approve' }).isDisabled()).toBe(true);
  await dialog.getByText('I have looked at the pages of this version').click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Approve' }).dblclick();
  await page.getByText('Version 2 approved, 1 page').waitFor();
  await page.getByText('by you').first().waitFor();
  await page.getByText('by Dominique Petit').first().waitFor();
  await picture(page, 'template-approved');
  expect((await customer.get<{ approvedVersion: number }>(`/v1/templates/${id}`)).approvedVersion).toBe(2);
});

test('templates on a telephone in the dark; who may not approve is offered nothing to approve', async () => {
  const { rows } = await customer.get<{ rows: { id: string }[] }>('/v1/templates');
  const page = await c.visit('/templates', { as: author, scheme: 'dark', width: 360 });
  await page.getByRole('link', { name: 'Rappel' }).waitFor();
  await picture(page, 'templates-360');
  await expectAccessible(page);
  await page.goto(`/app/templates/${rows[0]?.id}?version=1`);
  await page.getByRole('heading', { name: 'Version 1' }).waitFor();
  expect(await page.getByRole('button', { name: 'Approuver' }).count()).toBe(0);
  await expectAccessible(page);
  await picture(page, 'template-360');
});
