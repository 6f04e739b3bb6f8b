import type { FloorLetter } from '#contracts/api/floor-letters';
import type { Letter } from '#contracts/api/letters';
import type { RefundPage, RegisteredNumberPage } from '#contracts/api/marks-and-numbers';
import type { OrderReceipt } from '#contracts/api/orders';
import type { PieceView } from '#contracts/api/pieces';
import type { Problem } from '#contracts/api/problem';
import type { ScannedIntoTray, ScannedView } from '#contracts/api/scans';
import type { TrayView } from '#contracts/api/trays';
import { inLedger } from '#database/ledger';
import { siteScope } from '#database/scope';
import type { PieceState } from '#domain/life-cycles';
import { formatMark } from '#domain/marks';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { putIntoLot } from '../testing/sample-lot.ts';
import { letterTo, setUpFloor } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let site: { id: string; code: string };
let customer: Client;
let operator: Client;
let template: string;
beforeAll(async () => {
  t = await runApi();
  ({ site, operator, customer, template } = await setUpFloor(t));
  await t.provider.post('/v1/provider/postage-counters', {
    siteId: site.id,
    carrierContract: 'specimen-post',
    franking: 'printed',
  });
});
afterAll(() => t.stop());

/** Letters whose copies are in the states given, in a lot and its open tray. */
async function lotOf(...pieces: PieceState[]) {
  const { letters } = await customer.post<OrderReceipt>('/v1/orders', {
    letters: pieces.map(() => letterTo(template)),
    submit: true,
  });
  const letterIds = letters.map(({ id }) => id).sort();
  const lot = await putIntoLot(t.database, site, letterIds, { lot: 'reconciling', pieces });
  const codes = pieces.map((_, i) =>
    formatMark({ kind: 'window', site: site.code, lot: lot.lotNumber, piece: i + 1, copy: 1 }),
  );
  return { ...lot, letterIds, codes, trayCode: formatMark({ kind: 'tray', site: site.code, tray: lot.trayNumber }) };
}
const scan = (code: string | undefined) => operator.post<ScannedView>('/v1/site/scans', { code });
const refusal = async (path: string, body: object) => (await operator.call<Problem>('POST', path, body)).body;
const open = (product = 'priority') =>
  operator.post<TrayView>('/v1/site/trays', {
    product,
    carrierContract: 'specimen-post',
    reason: 'came_back',
    text: 'Back from the post',
  });

test('the scanner tells what a code is and what to do with what bears it, without address', async () => {
  const lot = await lotOf('diverted', 'trayed', 'missing_at_deposit');
  const [diverted, trayed, missing] = await Promise.all(lot.codes.map(scan));
  expect(diverted).toMatchObject({
    kind: 'window',
    putAside: false,
    piece: { id: lot.pieceIds[0], postcode: '69001', product: 'priority', trayNumber: lot.trayNumber },
    advice: { do: 'check', tray: { id: lot.trayId, number: lot.trayNumber } },
  });
  expect(trayed?.advice.do).toBe('nothing');
  expect(missing?.advice).toMatchObject({ do: 'put_into_tray', tray: { number: lot.trayNumber } });
  expect(JSON.stringify([diverted, trayed, missing])).not.toMatch(/Fontaine|Lilas/);
  const sheet = formatMark({ kind: 'sheet', site: site.code, lot: lot.lotNumber, piece: 2, sheet: 1, of: 1 });
  expect(await scan(sheet)).toMatchObject({ kind: 'sheet', piece: { id: lot.pieceIds[1] } });
  expect(await scan(lot.trayCode)).toMatchObject({ kind: 'tray', tray: { id: lot.trayId, coming: 1, inside: 2 } });
  const ticket = formatMark({ kind: 'lot_ticket', site: site.code, lot: lot.lotNumber });
  expect(await scan(ticket)).toMatchObject({ kind: 'lot', lot: { id: lot.lotId, state: 'reconciling' } });
  const { rows } = await operator.get<{ rows: PieceView[] }>(
    `/v1/site/pieces?code=${encodeURIComponent(lot.codes[1] ?? '')}`,
  );
  expect(rows.map(({ id }) => id)).toEqual([lot.pieceIds[1]]);
});

test.each([
  ['mark_unreadable', () => 'https://pli.example'],
  ['mark_check_wrong', () => `W/${site.code}/1/1/1/!`],
  ['code_of_another_site', () => formatMark({ kind: 'window', site: 'ELSE', lot: 1, piece: 1, copy: 1 })],
  ['not_found', () => formatMark({ kind: 'window', site: site.code, lot: 9999, piece: 1, copy: 1 })],
])('a code that says nothing here is refused: %s', async (code, text) => {
  expect((await refusal('/v1/site/scans', { code: text() })).code).toBe(code);
});

test('what came back from the post goes into a tray opened for it, and leaves with the next deposit', async () => {
  const lot = await lotOf('missing_at_deposit', 'refused_at_deposit', 'trayed');
  const tray = await open();
  expect(tray).toMatchObject({ state: 'open', kind: 'residual', lotId: null, inside: 0 });
  const into = (windowCode: string | undefined) =>
    operator.post<ScannedIntoTray>(`/v1/site/trays/${tray.id}/pieces`, { windowCode });
  expect(await into(lot.codes[0])).toMatchObject({ outcome: 'trayed', piece: { state: 'trayed', trayId: tray.id } });
  expect(await into(lot.codes[0])).toMatchObject({ outcome: 'already_there', tray: { inside: 1 } });
  expect(await into(lot.codes[1])).toMatchObject({ outcome: 'trayed', tray: { inside: 2, coming: 0 } });
  expect(await refusal(`/v1/site/trays/${tray.id}/pieces`, { windowCode: lot.codes[2] })).toMatchObject({
    code: 'piece_not_for_tray',
    detail: expect.stringContaining(`tray ${lot.trayNumber}`) as string,
  });
  expect((await refusal(`/v1/site/trays/${tray.id}/pieces`, { windowCode: lot.trayCode })).code).toBe(
    'window_code_needed',
  );
  const registered = await open('registered');
  const again = await lotOf('diverted');
  expect((await refusal(`/v1/site/trays/${registered.id}/pieces`, { windowCode: again.codes[0] })).code).toBe(
    'tray_of_other_mail',
  );
  const sealed = await operator.post<TrayView>(`/v1/site/trays/${tray.id}/seal`, { reason: 'end_of_day' });
  expect(sealed).toMatchObject({ state: 'sealed', pieces: 2, depositId: expect.stringMatching(/^dep_/) as string });
});

test('a seal is broken with a reason, and told', async () => {
  const lot = await lotOf('trayed', 'trayed');
  await operator.post(`/v1/site/trays/${lot.trayId}/seal`, { reason: 'full' });
  expect((await scan(lot.codes[0])).advice.do).toBe('break_seal');
  const broken = { reason: 'one_on_the_desk', text: 'Found by Marie' };
  expect(await operator.post<TrayView>(`/v1/site/trays/${lot.trayId}/break-seal`, broken)).toMatchObject({
    state: 'open',
    depositId: null,
    sealBrokenAt: expect.any(String) as string,
    waiting: { for: 'seal_anew', sentence: expect.stringContaining('Its seal was broken') as string },
  });
  expect(await scan(lot.codes[0])).toMatchObject({ piece: { depositId: null }, advice: { do: 'nothing' } });
  const story = (await operator.get<FloorLetter>(`/v1/site/letters/${lot.letterIds[0]}`)).timeline;
  expect(story.find(({ event }) => event === 'tray.seal_broken')).toMatchObject({
    name: `tray ${lot.trayNumber}`,
    text: 'Found by Marie',
    actor: expect.stringMatching(/^operator:key_/) as string,
  });
});

test('a copy that was counted as dead and turns up is put aside by its scan', async () => {
  const lot = await lotOf('suspect');
  const resolve = `/v1/site/pieces/${lot.pieceIds[0]}/resolve`;
  await operator.post(resolve, { found: 'voided', reason: 'never_seen' });
  expect(await scan(lot.codes[0])).toMatchObject({
    putAside: true,
    piece: { state: 'diverted', reason: 'reappeared', reappearedAt: expect.any(String) as string },
    advice: { do: 'put_aside_and_spoil' },
  });
  expect((await refusal(resolve, { found: 'trayed', tray: lot.trayNumber, reason: 'looks_good' })).code).toBe(
    'piece_reappeared',
  );
  expect(await operator.post<PieceView>(resolve, { found: 'spoiled', reason: 'opened' })).toMatchObject({
    state: 'spoiled',
  });
});

test('the story of a letter is told to the print room with who did what and why, to its sender without the floor', async () => {
  const lot = await lotOf('diverted');
  await operator.post(`/v1/site/pieces/${lot.pieceIds[0]}/resolve`, {
    found: 'spoiled',
    reason: 'window_torn',
    text: 'Paul tore it',
  });
  const whole = await operator.get<FloorLetter>(`/v1/site/letters/${lot.letterIds[0]}`);
  expect(whole).toMatchObject({ state: 'in_production', postcode: '69001', copies: [{ copy: 1, state: 'spoiled' }] });
  expect(JSON.stringify(whole)).not.toMatch(/Fontaine|Lilas/);
  expect(whole.timeline.at(-1)).toMatchObject({ about: 'letter', event: 'letter.copy_spoiled', reason: 'window_torn' });
  expect(whole.timeline.find(({ event }) => event === 'piece.found_spoiled')).toMatchObject({
    name: 'copy 1',
    words: 'Spoiled: its sheets are in the sealed bin. Why: window torn.',
    reason: 'window_torn',
    text: 'Paul tore it',
    actor: expect.stringMatching(/^operator:key_/) as string,
  });
  expect(new Set(whole.timeline.map(({ about }) => about))).toEqual(new Set(['order', 'letter', 'piece', 'lot']));
  const told = (await customer.get<Letter>(`/v1/letters/${lot.letterIds[0]}`)).timeline.at(-1);
  expect(told).toMatchObject({
    words: 'Copy 1 was spoiled and destroyed (window torn); the letter goes with its next copy.',
    reason: 'window_torn',
  });
  expect(JSON.stringify(told)).not.toMatch(/Paul/);
  expect((await customer.call('GET', `/v1/site/letters/${lot.letterIds[0]}`)).status).toBe(403);
});

test('marks of dead copies are on the refund list, and numbers are counted as assigned, used, void and free', async () => {
  const lot = await lotOf('diverted', 'accepted', 'trayed');
  const range = await t.provider.post<{ id: string }>('/v1/provider/number-ranges', {
    siteId: site.id,
    kind: 's10',
    prefix: 'RA',
    country: 'FR',
    first: 10_000_000,
    last: 10_000_009,
  });
  const numbers = ['RA100000001FR', 'RA100000015FR', 'RA100000024FR'];
  await inLedger(
    t.database.worker,
    siteScope(site.id),
    { actor: 'test', cause: {} },
    () => new Date(),
    async (tx) => {
      const [counter] = await tx.sql<{ id: string }>(`select id from pli.postage_counters`);
      await tx.sql(`update pli.postage_counters set last_mark = 3`);
      await tx.sql(`update pli.number_ranges set next = next + 3`);
      const own = { site_id: site.id, mode: 'test', copy: 1 };
      await tx.create(
        'postage_entry',
        'postage_entry.marked',
        lot.letterIds.map((letter_id, i) => ({
          ...own,
          id: `${counter?.id}/${i + 1}`,
          counter_id: counter?.id,
          mark: i + 1,
          letter_id,
          cents: 139,
          mark_date: '2027-01-04',
          state: 'marked',
          marked_at: tx.at,
        })),
      );
      await tx.create(
        'registered_number',
        'registered_number.assigned',
        lot.letterIds.map((letter_id, i) => ({
          ...own,
          id: `${range.id}/${i}`,
          range_id: range.id,
          number: 10_000_000 + i,
          code: numbers[i],
          state: 'assigned',
          letter_id,
          assigned_at: tx.at,
        })),
      );
    },
  );
  await operator.post(`/v1/site/pieces/${lot.pieceIds[0]}/resolve`, { found: 'spoiled', reason: 'torn' });
  expect(await operator.get<RefundPage>('/v1/site/refunds')).toMatchObject({
    rows: [{ id: lot.pieceIds[0], mark: 1, cents: 139, carrierContract: 'specimen-post', reason: 'torn' }],
    total: { marks: 1, cents: 139 },
  });
  const all = await operator.get<RegisteredNumberPage>('/v1/site/registered-numbers');
  expect(all.rows.map(({ number, state, reason }) => [number, state, reason])).toEqual([
    [numbers[0], 'void', 'torn'],
    [numbers[1], 'used', null],
    [numbers[2], 'assigned', null],
  ]);
  expect(all.total).toEqual({ assigned: 1, used: 1, void: 1, free: 7 });
  expect((await operator.get<RegisteredNumberPage>('/v1/site/registered-numbers?state=void')).rows).toHaveLength(1);
});
