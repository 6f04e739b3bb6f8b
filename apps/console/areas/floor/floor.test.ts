import { MockActivityEnvironment } from '@temporalio/testing';
import type { Page } from 'playwright-core';
import { closeLotActivities } from '#activities/lot/close-lot';
import { recordsOf } from '#activities/records';
import type { LotWhole } from '#contracts/api/lots';
import type { PieceView } from '#contracts/api/pieces';
import { formatMark } from '#domain/marks';
import { putIntoLot, type SampleLot } from '../../../api/testing/sample-lot.ts';
import { letterTo, setUpFloor, setUpSite } from '../../../api/testing/sample-site.ts';
import type { PersonClient } from '../../../api/testing/signed-in.ts';
import { expectAccessible, openConsole, picture, type OpenConsole } from '../../testing/open-console.ts';

let c: OpenConsole;
let floor: Awaited<ReturnType<typeof setUpFloor>>;
let operator: PersonClient;
let supervisor: PersonClient;
/** On the inserter, with what nobody vouches for; and one that only waits for two pieces to be resolved. */
let lot: SampleLot;
let last: SampleLot;
/** How far the server's clock is ahead, in milliseconds. */
let ahead = 0;
/** Of the recipient whose letters are made here. */
const secret = /fontaine|lilas/i;

beforeAll(async () => {
  c = await openConsole({ clock: () => new Date(Date.now() + ahead) });
  floor = await setUpFloor(c.t);
  const siteId = floor.site.id;
  operator = await c.t.signIn({ role: 'operator', siteId, name: 'Nadia Benali' });
  supervisor = await c.t.signIn({ role: 'supervisor', siteId, name: 'Paul Mercier' });
  lot = await putIntoLot(c.t.database, floor.site, await letters(7), {
    lot: 'inserting',
    pieces: ['suspect', 'diverted', 'trayed', 'trayed', 'trayed', 'suspect', 'suspect'],
  });
  last = await putIntoLot(c.t.database, floor.site, await letters(3), {
    lot: 'reconciling',
    pieces: ['suspect', 'suspect', 'trayed'],
  });
  const full = await putIntoLot(c.t.database, floor.site, await letters(2), {
    lot: 'reconciling',
    pieces: ['trayed', 'trayed'],
  });
  await floor.operator.post(`/v1/site/trays/${full.trayId}/seal`, { reason: 'full' });
  await putIntoLot(c.t.database, floor.site, await letters(2), { lot: 'printing', pieces: [] });
  // Nothing becomes late while people read.
  for (const table of ['pieces', 'lots', 'trays', 'deposits', 'letters', 'orders'])
    await c.t.database.asOwner(
      `update pli.${table} set deadline_at = now() + interval '1 day' where deadline_at is not null`,
    );
  await c.t.database.asOwner(`update pli.lots set sheets_banner = 2 where sheets_printed is not null`);
});
afterAll(() => c.stop());

async function letters(count: number): Promise<string[]> {
  const order = await floor.customer.post<{ letters: { id: string }[] }>('/v1/orders', {
    letters: Array.from({ length: count }, () => letterTo(floor.template)),
    submit: true,
  });
  return order.letters.map(({ id }) => id).sort();
}
const pieceOf = (of: SampleLot, i: number) => floor.operator.get<PieceView>(`/v1/site/pieces/${of.pieceIds[i]}`);
const eventsAbout = async (id: string | undefined) =>
  (
    await floor.operator.get<{ events: { type: string; subjectId: string; reason: string | null }[] }>(
      '/v1/site/events?limit=1000',
    )
  ).events.filter(({ subjectId }) => subjectId === id);

test('from the board to a suspect piece and into its tray, on screen alone; pressed twice it is one effect', async () => {
  const page = await c.visit('/board', { as: operator });
  await page.getByRole('heading', { level: 1, name: 'Tableau de l’atelier' }).waitFor();
  const suspects = page.getByRole('link', { name: 'Douteux : 5', exact: true });
  await suspects.waitFor();
  await picture(page, 'board-fr');
  await expectAccessible(page);
  // On the wall: dark, wide, read from afar.
  const wall = await c.visit('/board', { as: operator, scheme: 'dark', width: 1920 });
  await wall.getByRole('link', { name: 'Douteux : 5', exact: true }).waitFor();
  await picture(wall, 'board-wall-dark-1920');
  await expectAccessible(wall);
  await wall.close();
  await suspects.click();
  await page.getByRole('heading', { level: 1, name: 'Plis' }).waitFor();
  await page.getByRole('row').nth(5).waitFor();
  // Five and the headings: as many as the board said.
  expect(await page.getByRole('row').count()).toBe(6);
  await picture(page, 'pieces-fr');
  await expectAccessible(page);
  const { windowCode } = await pieceOf(lot, 0);
  await page.getByRole('link', { name: windowCode }).click();
  await page.getByRole('heading', { level: 1, name: `Pli ${windowCode}` }).waitFor();
  await page.getByText('Adresse et pages masquées').waitFor();
  await page.getByRole('button', { name: 'Mettre au bac' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`Pli ${windowCode} : douteux → en bac`).waitFor();
  await picture(page, 'resolve-fr');
  await expectAccessible(page);
  await dialog.getByLabel('Motif').click();
  await page.getByRole('option', { name: 'fenêtre contrôlée' }).click();
  await dialog.getByRole('button', { name: 'Mettre au bac' }).dblclick();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Scanné dans un bac par une personne.').waitFor();
  await page.getByText(/Motif : fenêtre contrôlée · Par vous/).waitFor();
  await picture(page, 'piece-fr');
  const told = (await eventsAbout(lot.pieceIds[0])).filter(({ type }) => type === 'piece.found_trayed');
  expect(told).toMatchObject([{ reason: 'window_checked' }]);
});

test('the scanner alone resolves what is left of a lot, with its reason; then its three balances close', async () => {
  const page = await c.visit('/scan', { as: operator });
  await page.getByText('Prêt', { exact: true }).waitFor();
  const scan = async (code: string) => {
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
  };
  const answer = page.getByRole('status').filter({ has: page.locator('div') });
  await scan((await pieceOf(last, 0)).windowCode);
  await answer.getByText('Contrôler', { exact: true }).waitFor();
  await picture(page, 'scan-check-fr');
  await expectAccessible(page);
  await scan('1');
  await answer.getByText(`C’est fait : au bac ${last.trayNumber}`).waitFor();
  await scan((await pieceOf(last, 1)).windowCode);
  await answer.getByText('Contrôler', { exact: true }).waitFor();
  await scan('2');
  await answer.getByText('Pourquoi ?').waitFor();
  await picture(page, 'scan-why-fr');
  await expectAccessible(page);
  await answer.getByRole('button', { name: 'déchiré' }).dblclick();
  await answer.getByText(/C’est fait : en gâche/).waitFor();
  const told = (await eventsAbout(last.pieceIds[1])).filter(({ type }) => type === 'piece.found_spoiled');
  expect(told).toMatchObject([{ reason: 'torn' }]);
  // What the worker does when a lot has nothing open any more.
  const records = recordsOf(c.t.database.worker, () => new Date(), 'bundle');
  await new MockActivityEnvironment().run(closeLotActivities({ records }).closeLot, floor.site.id, last.lotId);
  await scan(formatMark({ kind: 'tray', site: floor.site.code, tray: last.trayNumber }));
  await answer.getByText('Sceller', { exact: true }).waitFor();
  await scan('1');
  await answer.getByText('C’est fait : bac scellé').waitFor();
  await page.goto(`/app/lots/${last.lotId}`);
  await page.getByText('Juste', { exact: true }).nth(2).waitFor();
  await page.getByText('Clos', { exact: true }).first().waitFor();
  await picture(page, 'lot-closed-fr');
  await expectAccessible(page);
});

test('in English, faster than the answers come: the tray’s label behind the piece; what is no code of ours is refused', async () => {
  const page = await c.visit('/scan', { as: operator, language: 'en' });
  await page.getByText('Ready', { exact: true }).waitFor();
  const { windowCode } = await pieceOf(lot, 1);
  for (const code of [windowCode, formatMark({ kind: 'tray', site: floor.site.code, tray: lot.trayNumber })]) {
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
  }
  const answer = page.getByRole('status').filter({ has: page.locator('div') });
  await answer.getByText(`Done: in tray ${lot.trayNumber}`).waitFor();
  expect((await pieceOf(lot, 1)).state).toBe('trayed');
  await page.keyboard.type('no code of ours');
  await page.keyboard.press('Enter');
  await answer.getByText('Refused').waitFor();
  await picture(page, 'scan-refused-en');
  await expectAccessible(page);
});

test('a letter is masked until a person says why, for some minutes; its sender reads that it was shown', async () => {
  const { letterId } = await pieceOf(lot, 6);
  const page = await c.visit(`/pieces/${lot.pieceIds[6]}`, { as: operator });
  await page.clock.install();
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/v1/') && !response.url().includes('/stream'))
      answers.push(response.text().catch(() => ''));
  });
  await page.reload();
  await page.getByText('Adresse et pages masquées').waitFor();
  await page.getByRole('heading', { name: 'Histoire de la lettre' }).waitFor();
  const seen = async () => [...(await Promise.all(answers.splice(0))), (await page.textContent('body')) ?? ''];
  expect((await seen()).filter((text) => secret.test(text))).toEqual([]);

  await page.getByRole('button', { name: 'Voir l’adresse et les pages' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Motif').click();
  await page.getByRole('option', { name: 'adresse illisible' }).click();
  await dialog.getByRole('button', { name: 'Voir', exact: true }).click();
  await page.getByText(/CLAIRE FONTAINE/i).waitFor();
  await page.getByText(/Visible jusqu’à/).waitFor();
  await picture(page, 'revealed-fr');
  await expectAccessible(page);
  await seen();

  const over = 20 * 60_000;
  ahead += over;
  await page.clock.fastForward(over);
  await page.getByText('Adresse et pages masquées').waitFor();
  expect((await seen()).filter((text) => secret.test(text))).toEqual([]);
  ahead -= over;

  const sender = await c.t.signIn({ role: 'administrator', accountId: floor.accountId, name: 'Camille Durand' });
  const theirs = await c.visit(`/letters/${letterId}`, { as: sender });
  await theirs.getByText('Une personne de l’atelier a démasqué son contenu, avec un motif.').waitFor();
  await theirs.getByText('Motif : adresse illisible').waitFor();
  await picture(theirs, 'revealed-to-sender-fr');
});

test('what is forbidden is refused by the server with a sentence, and offered to nobody who lacks the right', async () => {
  const page = await c.visit(`/trays/${lot.trayId}`, { as: operator, language: 'en' });
  await page.getByRole('button', { name: 'Seal', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('This would be refused').waitFor();
  await dialog.getByText(/still to come or to be resolved/).waitFor();
  expect(await dialog.getByRole('button', { name: 'Seal', exact: true }).isDisabled()).toBe(true);
  await picture(page, 'refused-en');

  // Another print room's lot, by its address.
  const other = await setUpSite(c.t);
  const neighbour = await c.t.signIn({ role: 'operator', siteId: other.id, name: 'Voisin' });
  const theirs = await c.visit(`/lots/${lot.lotId}`, { as: neighbour });
  await theirs.getByRole('alert').getByText('Introuvable').waitFor();
  await theirs.getByText(/appartient à un autre bureau/).waitFor();

  // An operator signs no day; a supervisor whose right is taken away while the page is open is told so.
  await page.goto('/app/day');
  await page.getByText(/ A supervisor signs\.$/).waitFor();
  expect(await page.getByRole('button', { name: 'Sign the day' }).count()).toBe(0);
  const former = await c.t.signIn({ role: 'supervisor', siteId: floor.site.id, name: 'Ancien' });
  const day = await c.visit('/day', { as: former });
  await explainAll(day);
  await day.getByRole('button', { name: 'Signer la journée' }).click();
  await c.t.database.asOwner(
    `update pli.memberships set scopes = array_remove(scopes, 'floor:supervise') where id = '${former.membership}'`,
  );
  await day.getByRole('dialog').getByRole('button', { name: 'Signer la journée' }).click();
  await day.getByRole('dialog').getByText('Ce droit vous manque').waitFor();
  await picture(day, 'refused-right-fr');
  await expectAccessible(day);
});

/** Gives everything that is open at the end of the day the same reason. */
async function explainAll(day: Page): Promise<void> {
  await day.getByRole('combobox', { name: 'Même motif pour toutes les lignes sans motif' }).click();
  await day.getByRole('option', { name: 'attend le transporteur' }).click();
}

test('a first-off is signed by scan and ticks; the day is explained and signed by a supervisor', async () => {
  const page = await c.visit(`/lots/${lot.lotId}`, { as: supervisor });
  await page.getByRole('heading', { name: 'Les trois comptes' }).waitFor();
  await picture(page, 'lot-fr');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Signer le premier pli' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Code de la fenêtre').fill((await pieceOf(lot, 3)).windowCode);
  for (const check of await dialog.getByRole('checkbox').all()) await check.check();
  await picture(page, 'first-off-fr');
  await dialog.getByRole('button', { name: 'Signer le premier pli' }).click();
  await dialog.getByText('Tout est conforme').waitFor();
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  await page.getByText('Conforme, signé par vous').waitFor();
  const { firstOffs } = await floor.operator.get<LotWhole>(`/v1/site/lots/${lot.lotId}`);
  expect(firstOffs).toHaveLength(1);
  await page.goto('/app/day');
  await page.getByRole('button', { name: 'Signer la journée' }).waitFor();
  await picture(page, 'day-fr');
  await expectAccessible(page);
  await explainAll(page);
  await page.getByRole('button', { name: 'Signer la journée' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Signer la journée' }).dblclick();
  await page.getByText('Signée par vous').waitFor();
  const { events } = await floor.operator.get<{ events: { type: string }[] }>('/v1/site/events?limit=1000');
  expect(events.filter(({ type }) => type === 'day.closed')).toHaveLength(1);
  await picture(page, 'day-signed-fr');
});

const pages = ['attention', 'pool', 'lots', 'trays', 'deposits', 'cases', 'machines'] as const;
test.each([
  ['fr', 'light', 1280],
  ['en', 'dark', 360],
] as const)('every page stands in %s, %s, at %i pixels', async (language, scheme, width) => {
  const page = await c.visit('/board', { as: supervisor, language, scheme, width });
  for (const path of pages) {
    await page.goto(`/app/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /charg|load/i })
      .waitFor({ state: 'detached' });
    await picture(page, `${path}-${language}-${scheme}-${width}`);
    await expectAccessible(page);
    const overflow = (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number;
    expect([path, overflow <= 0]).toEqual([path, true]);
  }
});
