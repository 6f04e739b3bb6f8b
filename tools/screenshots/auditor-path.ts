import { open, type HandbookPath } from './path.ts';

export const auditorPath: HandbookPath = {
  handbook: 'auditor',
  role: 'auditor',
  stops: [
    {
      picture: 'audit-search',
      walk: async (page, { sentLetter }) => {
        await open(page, 'Contrôle des lettres', 'Contrôle');
        await page.getByLabel('Numéro').fill(`${sentLetter}.1`);
        await page.getByLabel('Numéro').press('Enter');
        await page.getByRole('link', { name: sentLetter }).waitFor();
      },
    },
    {
      picture: 'audit-chain',
      walk: async (page, { sentLetter }) => {
        await page.getByRole('link', { name: sentLetter }).click();
        await page
          .getByText(/^La chaîne tient/)
          .nth(1)
          .waitFor();
      },
    },
    {
      picture: 'audit-events',
      walk: async (page) => {
        const events = page.getByRole('list', { name: 'Événements sur cette lettre' });
        await events.locator('summary').nth(4).click();
        await events.locator('details[open]').getByText('Empreinte précédente').waitFor();
        return page.getByRole('heading', { name: 'Le registre' });
      },
    },
    {
      picture: 'audit-history',
      walk: async (page) => {
        const lot = page.locator('.mantine-Paper-root', { has: page.getByText(/^lot\/lot_/) }).last();
        await lot.getByRole('button', { name: 'Lire l’historique' }).click();
        await lot.getByText(/Le processus commence/).waitFor();
        return lot;
      },
    },
  ],
};
