import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { Page } from 'playwright-core';
import { rootFolder } from '../toolbox.ts';
import { billingRun } from './billing-run.ts';
import { open, type HandbookPath } from './path.ts';

const pdf = 'application/pdf';
const convocation = () => readFileSync(join(rootFolder, 'tools/demonstration/samples/office-letter/convocation.pdf'));

/** A letter on American paper in a font that is not in the file: what an old word processor makes. */
async function unfit(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([612, 792]);
  page.drawText('Madame, Monsieur, votre rendez-vous est fixé au 12 janvier.', {
    ...{ x: 90, y: 600, size: 12 },
    font: await document.embedFont(StandardFonts.TimesRoman),
  });
  return Buffer.from(await document.save());
}

const csv = [
  'Civilité;Nom;Adresse;Code postal;Ville;Référence',
  'Madame;Claire Fontaine;12 rue des Lilas;75011;Paris;RV-101',
  'Monsieur;Loïc Garnier;4 allée des Érables;35000;Rennes;RV-102',
  'Madame;Inès Roussel;27 boulevard Carnot;59800;Lille;RV-103',
  'Monsieur;Karim Benali;3 place du Marché;1300;Marseille;RV-104',
  'Madame;Zoé Perrin;88 avenue de la République;69003;Lyon;RV-105',
].join('\r\n');

const begin = async (page: Page) => {
  await open(page, 'Envoyer');
  await page.getByRole('button', { name: 'Nouvel envoi' }).first().click();
  await page.getByRole('heading', { name: 'Que voulez-vous envoyer ?' }).waitFor();
};
const give = (page: Page, name: string, buffer: Buffer, mimeType = pdf) =>
  page.locator('input[type=file]').first().setInputFiles({ name, mimeType, buffer });
const goOn = async (page: Page, heading: string) => {
  await page.getByRole('button', { name: 'Continuer', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: heading }).waitFor();
};

export const senderPath: HandbookPath = {
  handbook: 'sender',
  role: 'sender',
  stops: [
    {
      picture: 'send-refused',
      walk: async (page) => {
        await begin(page);
        await give(page, 'rendez-vous.pdf', await unfit());
        await page.getByRole('button', { name: 'Proposer une réparation' }).waitFor();
        await page.getByRole('img').first().waitFor();
      },
    },
    {
      picture: 'send-what',
      walk: async (page) => {
        await page.getByRole('button', { name: 'Choisir un autre fichier' }).click();
        await give(page, 'convocation.pdf', convocation());
        await page.getByText('convocation', { exact: true }).waitFor();
      },
    },
    {
      picture: 'send-to',
      walk: async (page) => {
        await goOn(page, 'À qui ?');
        await page.getByLabel('Collez l’adresse').fill('Madame Claire Fontaine\n12, rue des Lilas\n75011 PARIS 11');
        await page.getByRole('button', { name: 'Appliquer' }).first().waitFor();
      },
    },
    {
      picture: 'send-how',
      walk: async (page) => {
        await page.getByRole('button', { name: 'Appliquer' }).first().click();
        await goOn(page, 'Comment ?');
        await page.getByText('Prioritaire').first().waitFor();
      },
    },
    {
      picture: 'send-pages',
      walk: async (page) => {
        await goOn(page, 'Les pages exactes');
        await page.getByLabel('Montrer la fenêtre et les zones réservées').check();
        await page
          .getByRole('img', { name: /Page 1/ })
          .first()
          .waitFor();
      },
    },
    {
      picture: 'send-price',
      walk: async (page) => {
        for (const box of await page.getByLabel('J’ai vérifié, j’accepte').all()) await box.check();
        await goOn(page, 'Prix et envoi');
        await page.getByRole('button', { name: 'Soumettre la lettre' }).waitFor();
      },
    },
    {
      picture: 'send-columns',
      walk: async (page) => {
        await begin(page);
        await give(page, 'convocation.pdf', convocation());
        await page.getByText('convocation', { exact: true }).waitFor();
        await goOn(page, 'À qui ?');
        await page.getByText('Un fichier de destinataires', { exact: true }).click();
        await give(page, 'rendez-vous.csv', Buffer.from(csv), 'text/csv');
        await page.getByRole('button', { name: 'Lire ce fichier' }).waitFor();
      },
    },
    {
      picture: 'send-left-out',
      walk: async (page) => {
        await page.getByRole('button', { name: 'Lire ce fichier' }).click();
        await page.getByText('1 ligne écartée').waitFor();
        await page.getByRole('table', { name: 'Destinataires' }).waitFor();
      },
    },
    {
      picture: 'send-split',
      walk: async (page) => {
        await open(page, 'Envoyer');
        await page.getByRole('link', { name: 'Découper un PDF' }).click();
        await give(page, 'facturation.pdf', await billingRun(page));
        await page.getByRole('button', { name: 'Trouver les lettres' }).click();
        await page.getByText('5 lettres trouvées').waitFor();
      },
    },
    {
      picture: 'send-drafts',
      walk: async (page) => {
        await open(page, 'Envoyer');
        await page.getByRole('table', { name: 'Brouillons' }).waitFor();
      },
    },
    {
      picture: 'order',
      walk: async (page) => {
        await open(page, 'Commandes');
        await page.getByRole('link', { name: 'Factures de novembre' }).click();
        await page.getByRole('button', { name: 'Refaire cet envoi' }).waitFor();
      },
    },
    {
      picture: 'search',
      walk: async (page) => {
        const box = page.getByRole('searchbox');
        await box.fill('fontaine');
        await box.press('Enter');
        await page.getByRole('heading', { level: 1, name: 'Recherche' }).waitFor();
        await page.getByRole('table').first().waitFor();
      },
    },
    {
      picture: 'letter',
      walk: async (page, { sentLetter }) => {
        const box = page.getByRole('searchbox');
        await box.fill(sentLetter);
        await box.press('Enter');
        await page.getByRole('heading', { level: 2, name: 'Son histoire' }).waitFor();
        await page
          .getByRole('img', { name: /Page 1/ })
          .first()
          .waitFor();
      },
    },
    {
      picture: 'ticket',
      walk: async (page) => {
        await open(page, 'Support');
        await page.getByRole('link', { name: 'Date de remise à indiquer au client' }).click();
        await page.getByText('le jour de dépôt (J)').waitFor();
      },
    },
  ],
};
