import type { Page } from 'playwright-core';
import type { PieceView } from '#contracts/api/pieces';
import { formatMark } from '#domain/marks';
import { putIntoLot, type SampleLot } from '../../../api/testing/sample-lot.ts';
import { letterTo, setUpFloor } from '../../../api/testing/sample-site.ts';
import type { PersonClient } from '../../../api/testing/signed-in.ts';
import { expectAccessible, openConsole, type OpenConsole } from '../../testing/open-console.ts';

let c: OpenConsole;
let floor: Awaited<ReturnType<typeof setUpFloor>>;
let operator: PersonClient;
let supervisor: PersonClient;
let lot: SampleLot;
const shot = process.env['SHOTS'];

beforeAll(async () => {
  c = await openConsole();
  floor = await setUpFloor(c.t);
  const siteId = floor.site.id;
  operator = await c.t.signIn({ role: 'operator', siteId, name: 'Nadia Benali' });
  supervisor = await c.t.signIn({ role: 'supervisor', siteId, name: 'Paul Mercier' });
  lot = await putIntoLot(c.t.database, floor.site, await letters(9), {
    lot: 'inserting',
    pieces: ['suspect', 'suspect', 'diverted', 'trayed', 'trayed', 'trayed', 'trayed', 'suspect', 'suspect'],
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
});
afterAll(() => c.stop());

async function letters(count: number): Promise<string[]> {
  const order = await floor.customer.post<{ letters: { id: string }[] }>('/v1/orders', {
    letters: Array.from({ length: count }, () => letterTo(floor.template)),
    submit: true,
  });
  return order.letters.map(({ id }) => id).sort();
}
const pieceOf = (i: number) => floor.operator.get<PieceView>(`/v1/site/pieces/${lot.pieceIds[i]}`);
const eventsOf = async (type: string) =>
  (
    await floor.operator.get<{ events: { type: string; subjectId: string }[] }>('/v1/site/events?limit=1000')
  ).events.filter((event) => event.type === type);
const picture = async (page: Page, name: string) => {
  if (shot) await page.screenshot({ path: `${shot}/${name}.png`, fullPage: true });
};

test('an operator resolves a suspect piece on screen alone: from the board to its tray; pressed twice it is one effect', async () => {
  const page = await c.visit('/board', { as: operator });
  await page.getByRole('heading', { level: 1, name: 'Tableau de l’atelier' }).waitFor();
  const suspects = page.getByRole('link', { name: 'Douteux : 4', exact: true });
  await suspects.waitFor();
  await picture(page, 'board-fr');
  await expectAccessible(page);
  // On the wall: dark, wide, read from afar.
  const wall = await c.visit('/board', { as: operator, scheme: 'dark', width: 1920 });
  await wall.getByRole('link', { name: 'Douteux : 4', exact: true }).waitFor();
  await picture(wall, 'board-wall-dark-1920');
  await expectAccessible(wall);
  await suspects.click();
  await page.getByRole('heading', { level: 1, name: 'Plis' }).waitFor();
  await page.getByRole('row').nth(4).waitFor();
  // Four and the headings: as many as the board said.
  expect(await page.getByRole('row').count()).toBe(5);
  await picture(page, 'pieces-fr');
  await expectAccessible(page);
  const { windowCode } = await pieceOf(0);
  await page.getByRole('link', { name: windowCode }).click();
  await page.getByRole('heading', { level: 1, name: `Pli ${windowCode}` }).waitFor();
  await page.getByText('Adresse et pages masquées').waitFor();
  expect(await page.getByRole('main').textContent()).not.toMatch(/Fontaine|Lilas/i);
  await page.getByRole('button', { name: 'Mettre au bac' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`Pli ${windowCode} : douteux → en bac`).waitFor();
  await picture(page, 'resolve-fr');
  await expectAccessible(page);
  await dialog.getByLabel('Motif').click();
  await page.getByRole('option', { name: 'fenêtre contrôlée' }).click();
  await dialog.getByRole('button', { name: 'Mettre au bac' }).dblclick();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('En bac').first().waitFor();
  const told = await eventsOf('piece.found_trayed');
  expect(told.filter(({ subjectId }) => subjectId === lot.pieceIds[0])).toHaveLength(1);
  await picture(page, 'piece-fr');
});

test('the scanner alone: a code, Enter, a digit, Enter; or the tray’s label behind the piece; no mouse', async () => {
  const page = await c.visit('/scan', { as: operator, language: 'en' });
  await page.getByText('Ready', { exact: true }).waitFor();
  const scan = async (code: string) => {
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
  };
  const answer = page.getByRole('status').filter({ has: page.locator('div') });
  const scanPiece = async (i: number) => {
    const { windowCode } = await pieceOf(i);
    await scan(windowCode);
    await answer.getByText(`Piece ${windowCode}`).waitFor();
    await answer.getByText('Check it').waitFor();
  };
  await scanPiece(1);
  await picture(page, 'scan-check-en');
  await expectAccessible(page);
  await scan('1');
  await answer.getByText(`Done: in tray ${lot.trayNumber}`).waitFor();
  expect((await pieceOf(1)).state).toBe('trayed');
  // The next: confirmed by the label of the tray into which the envelope goes, read faster than the answer comes.
  await scan((await pieceOf(2)).windowCode);
  await scan(formatMark({ kind: 'tray', site: floor.site.code, tray: lot.trayNumber }));
  await answer.getByText(`Piece ${(await pieceOf(2)).windowCode}`).waitFor();
  await answer.getByText(`Done: in tray ${lot.trayNumber}`).waitFor();
  expect((await pieceOf(2)).state).toBe('trayed');
  // Not in order: the second choice is to open and spoil it.
  await scanPiece(7);
  await scan('2');
  await answer.getByText('Done: spoiled').waitFor();
  expect((await pieceOf(7)).state).toBe('spoiled');
  await scan('no code of ours');
  await answer.getByText('Refused').waitFor();
  await picture(page, 'scan-refused-en');
  await expectAccessible(page);
});

test('a letter is unmasked with a reason for some minutes, and its sender reads that it was', async () => {
  const page = await c.visit(`/pieces/${lot.pieceIds[8]}`, { as: operator });
  await page.getByRole('button', { name: 'Voir l’adresse et les pages' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Motif').click();
  await page.getByRole('option', { name: 'adresse illisible' }).click();
  await dialog.getByRole('button', { name: 'Voir', exact: true }).click();
  await page.getByText(/CLAIRE FONTAINE/i).waitFor();
  await page.getByText(/Visible jusqu’à/).waitFor();
  await picture(page, 'revealed-fr');
  await expectAccessible(page);
  const { events } = await floor.customer.get<{ events: { type: string; reason: string }[] }>('/v1/events?limit=1000');
  expect(events).toContainEqual(expect.objectContaining({ type: 'letter.revealed', reason: 'address_unreadable' }));
});

test('what is forbidden is refused by the server with a sentence, before it is done; without the right there is no button', async () => {
  const page = await c.visit(`/trays/${lot.trayId}`, { as: operator, language: 'en' });
  await page.getByRole('button', { name: 'Seal', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('This would be refused').waitFor();
  await dialog.getByText(/still to come or to be resolved/).waitFor();
  expect(await dialog.getByRole('button', { name: 'Seal', exact: true }).isDisabled()).toBe(true);
  await picture(page, 'refused-en');
  const reader = await c.t.signIn({ role: 'operator', siteId: floor.site.id, scopes: ['floor:read'], name: 'Visitor' });
  const theirs = await c.visit(`/pieces/${lot.pieceIds[8]}`, { as: reader, language: 'en' });
  await theirs.getByText('Address and pages are masked').waitFor();
  expect(await theirs.getByRole('button', { name: /Spoil|Put into a tray|See address/ }).count()).toBe(0);
  const refused = await reader.call<{ code: string; detail: string }>(
    'POST',
    `/v1/site/pieces/${lot.pieceIds[8]}/resolve`,
    {
      found: 'spoiled',
      reason: 'torn',
    },
  );
  expect([refused.status, refused.body.code]).toEqual([403, 'scope_missing']);
  expect(refused.body.detail).toMatch(/floor:write/);
});

test('a first-off is signed by scan and ticks; the day is explained and signed by a supervisor', async () => {
  const page = await c.visit(`/lots/${lot.lotId}`, { as: supervisor });
  await page.getByRole('heading', { name: 'Les trois comptes' }).waitFor();
  await picture(page, 'lot-fr');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Signer le premier pli' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Code de la fenêtre').fill((await pieceOf(3)).windowCode);
  for (const check of await dialog.getByRole('checkbox').all()) await check.check();
  await picture(page, 'first-off-fr');
  await dialog.getByRole('button', { name: 'Signer le premier pli' }).click();
  await dialog.getByText('Tout est conforme').waitFor();
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  await page.getByText(/Conforme, signé par person:usr_/).waitFor();
  const day = await c.visit('/day', { as: supervisor });
  await day.getByRole('button', { name: 'Signer la journée' }).waitFor();
  await picture(day, 'day-fr');
  await expectAccessible(day);
  await day.getByRole('combobox', { name: 'Même motif pour toutes les lignes sans motif' }).click();
  await day.getByRole('option', { name: 'attend le transporteur' }).click();
  await day.getByRole('button', { name: 'Signer la journée' }).click();
  await day.getByRole('dialog').getByRole('button', { name: 'Signer la journée' }).dblclick();
  await day.getByText(/Signée par person:usr_/).waitFor();
  expect(await eventsOf('day.closed')).toHaveLength(1);
  await picture(day, 'day-signed-fr');
});

const pages = ['attention', 'pool', 'lots', 'trays', 'deposits', 'cases', 'machines'] as const;
test.each([
  ['fr', 'light', 1280],
  ['en', 'dark', 360],
] as const)('every page stands in %s, %s, at %i pixels', async (language, scheme, width) => {
  const page = await c.visit('/board', { as: supervisor, language, scheme, width });
  page.setDefaultTimeout(45_000);
  for (const path of pages) {
    await page.goto(`/app/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('status', { name: 'loading' }).waitFor({ state: 'detached' });
    await picture(page, `${path}-${language}-${scheme}-${width}`);
    await expectAccessible(page);
    const overflow = (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number;
    expect([path, overflow <= 0]).toEqual([path, true]);
  }
});
