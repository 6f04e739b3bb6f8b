import { open, type HandbookPath } from './path.ts';

export const administratorPath: HandbookPath = {
  handbook: 'administrator',
  role: 'administrator',
  stops: [
    {
      picture: 'template',
      walk: async (page) => {
        await open(page, 'Modèles');
        await page.getByRole('link', { name: 'Facture', exact: true }).click();
        await page.getByRole('heading', { level: 1, name: 'Facture' }).waitFor();
        await page
          .getByRole('img', { name: /Page 1/ })
          .first()
          .waitFor();
      },
    },
    {
      picture: 'users',
      walk: async (page) => {
        await open(page, 'Utilisateurs');
        await page.getByText('Nadia Perrin').waitFor();
      },
    },
    {
      picture: 'keys',
      walk: async (page) => {
        await open(page, 'Clés d’API');
        await page.getByRole('button', { name: 'Créer une clé' }).first().click();
        await page.getByRole('dialog').getByLabel('Programme').fill('Facturation');
      },
    },
    {
      picture: 'history',
      walk: async (page) => {
        await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click();
        await open(page, 'Historique');
        await page.getByRole('table', { name: 'Lettres' }).waitFor();
      },
    },
    {
      picture: 'statistics',
      walk: async (page) => {
        await open(page, 'Statistiques');
        await page.locator('.recharts-bar-rectangle').first().waitFor({ state: 'attached' });
      },
    },
    {
      picture: 'archive',
      walk: async (page) => {
        await open(page, 'Archive');
        await page.getByRole('table', { name: 'Archive' }).waitFor();
      },
    },
    {
      picture: 'archived-file',
      walk: async (page) => {
        await page.getByRole('table', { name: 'Archive' }).getByRole('link').first().click();
        await page.getByText('Empreinte SHA-256').waitFor();
      },
    },
    {
      picture: 'cost-centres',
      walk: async (page) => {
        await open(page, 'Centres de coûts');
        await page.getByText('Service après-vente').waitFor();
      },
    },
    {
      picture: 'webhook',
      walk: async (page) => {
        await open(page, 'Webhooks');
        await page.getByRole('table').getByRole('link').first().click();
        await page
          .getByText(/arrivé · /)
          .first()
          .waitFor();
      },
    },
    {
      picture: 'notices',
      walk: async (page) => {
        await open(page, 'Avis par courriel');
        await page.getByRole('region', { name: /Une lettre est revenue/ }).waitFor();
      },
    },
  ],
};
