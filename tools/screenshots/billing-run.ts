import type { Page } from 'playwright-core';

const letters = [
  { to: ['Madame Claire Fontaine', '12 rue des Lilas', '75011 Paris'], pages: 2 },
  { to: ['Monsieur Loïc Garnier', '4 allée des Érables', '35000 Rennes'], pages: 1 },
  { to: ['Syndic Bellevue et Fils', '125 bis avenue du Maréchal Foch', '54000 Nancy'], pages: 3 },
  { to: ['Madame Inès Roussel', '27 boulevard Carnot', '59800 Lille'], pages: 1 },
  { to: ['Monsieur Karim Benali', '3 place du Marché', '13001 Marseille'], pages: 2 },
];

/** One PDF of five invoices, as a billing program prints them one behind the other; the browser prints it. */
export async function billingRun(page: Page): Promise<Buffer> {
  const sheet = await page.context().newPage();
  try {
    await sheet.setContent(
      `<style>@page { size: A4; margin: 0 } body { margin: 0; font: 11pt/1.5 "Liberation Sans", sans-serif }
        section { position: relative; width: 210mm; height: 296mm; break-after: page }
        .to { position: absolute; left: 112mm; top: 46mm; line-height: 1.35 } .what { position: absolute; left: 25mm; top: 112mm; width: 160mm }</style>
      ${letters.map(printed).join('')}`,
    );
    return await sheet.pdf({ format: 'A4', printBackground: true });
  } finally {
    await sheet.close();
  }
}

function printed({ to, pages }: (typeof letters)[number], i: number): string {
  const number = `Facture 2026-${String(412 + i).padStart(4, '0')}`;
  const rows = Array.from({ length: 12 }, (_, row) => `Article ${row + 1} : ${(row + 2) * 17},00 €`).join('<br>');
  return Array.from(
    { length: pages },
    (_, page) =>
      `<section>${page === 0 ? `<div class="to">${to.join('<br>')}</div>` : ''}<div class="what"><b>${number}</b>, page ${page + 1} sur ${pages}<p>${rows}</p></div></section>`,
  ).join('');
}
