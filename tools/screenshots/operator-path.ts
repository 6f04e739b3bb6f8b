import type { Page } from 'playwright-core';
import { open, type HandbookPath } from './path.ts';

const dialogIsReady = (page: Page) =>
  page.getByRole('dialog').getByText('Calcul de l’effet…').waitFor({ state: 'detached' });
/** The lot that calls for a person. */
const openCallingLot = async (page: Page) => {
  await open(page, 'À voir');
  await page
    .getByRole('link', { name: /^Ouvrir la liste : .*(plis à résoudre|Lot)/i })
    .first()
    .click();
  await page.getByRole('table').getByRole('link').first().click();
};

export const operatorPath: HandbookPath = {
  handbook: 'operator',
  role: 'supervisor',
  stops: [
    {
      picture: 'board',
      walk: async (page) => {
        await open(page, 'Tableau', 'Tableau de l’atelier');
        await page.getByRole('heading', { name: 'Prochain camion' }).waitFor();
      },
    },
    {
      picture: 'attention',
      walk: async (page) => {
        await open(page, 'À voir');
        await page
          .getByRole('link', { name: /^Ouvrir la liste/ })
          .first()
          .waitFor();
      },
    },
    {
      picture: 'pool',
      walk: async (page) => {
        await open(page, 'En attente de lot', 'En attente d’un lot');
        await page.getByRole('button', { name: 'Former maintenant' }).first().click();
        await dialogIsReady(page);
      },
    },
    {
      picture: 'lot',
      walk: async (page) => {
        await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click();
        await openCallingLot(page);
        await page.getByRole('heading', { name: 'Les trois comptes' }).waitFor();
      },
    },
    {
      picture: 'first-off',
      walk: async (page) => {
        await page.getByRole('button', { name: 'Signer le premier pli' }).click();
        await page.getByRole('dialog').getByLabel('Code de la fenêtre').waitFor();
      },
    },
    {
      picture: 'scan',
      walk: async (page, { aside }) => {
        await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click();
        await open(page, 'Poste de scan');
        await page.getByLabel('Code scanné').fill(aside);
        await page.getByLabel('Code scanné').press('Enter');
        await page.getByText('Tapez le chiffre puis Entrée').waitFor();
      },
    },
    {
      picture: 'pieces',
      walk: async (page) => {
        await open(page, 'Plis');
        await page.getByRole('table', { name: 'Plis' }).waitFor();
      },
    },
    {
      picture: 'resolve',
      walk: async (page, { aside }) => {
        await page.getByRole('link', { name: aside, exact: true }).click();
        await page.getByRole('button', { name: 'Mettre en gâche' }).click();
        await dialogIsReady(page);
      },
    },
    {
      picture: 'reveal',
      walk: async (page) => {
        await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click();
        await page.getByRole('button', { name: 'Voir l’adresse et les pages' }).click();
        await page.getByRole('dialog').getByLabel('Motif').waitFor();
      },
    },
    {
      picture: 'trays',
      walk: async (page) => {
        await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click();
        await open(page, 'Bacs');
        await page.getByRole('table').waitFor();
      },
    },
    {
      picture: 'deposit',
      walk: async (page) => {
        await open(page, 'Écarts');
        await page.getByRole('table').getByRole('link', { name: /^\d+$/ }).first().click();
        await page.getByRole('heading', { name: 'Déclaré et trouvé' }).waitFor();
      },
    },
    {
      picture: 'machines',
      walk: async (page) => {
        await open(page, 'Machines');
        await page.getByText('Au travail').first().waitFor();
      },
    },
    {
      picture: 'day',
      walk: async (page) => {
        await open(page, 'Fin de journée');
        await page.getByRole('heading', { name: 'Les comptes du jour' }).waitFor();
      },
    },
  ],
};
