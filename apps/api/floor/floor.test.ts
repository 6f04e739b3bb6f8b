import { check } from '#database/checker/check';
import type { DepositView } from '#contracts/api/deposits';
import type { FloorOrder } from '#contracts/api/floor-orders';
import type { LotView, LotWhole } from '#contracts/api/lots';
import type { PieceView } from '#contracts/api/pieces';
import type { TrayView } from '#contracts/api/trays';
import type { Letter } from '#contracts/api/letters';
import type { Order, OrderReceipt } from '#contracts/api/orders';
import type { Problem } from '#contracts/api/problem';
import { specimenPaper } from '#domain/envelopes';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { letterTo, setUpFloor } from '../testing/sample-site.ts';
import { putIntoLot } from '../testing/sample-lot.ts';

let t: ApiUnderTest;
let site: { id: string; code: string };
let customer: Client;
let operator: Client;
let template: string;
beforeAll(async () => {
  t = await runApi();
  ({ site, operator, customer, template } = await setUpFloor(t));
});
afterAll(() => t.stop());

const send = async (n: number) => {
  const { id, letters } = await customer.post<OrderReceipt>('/v1/orders', {
    letters: Array.from({ length: n }, () => letterTo(template)),
    submit: true,
  });
  return { orderId: id, letterIds: letters.map((letter) => letter.id) };
};
const eventsOf = (id: string) =>
  t.database.asOwner<{ type: string; actor: string; data: { set: object } }>(
    `select type, actor, data from pli.events where subject_id = $1 order by number`,
    [id],
  );

test('suspect and diverted pieces are listed with what they wait for, without address', async () => {
  const { letterIds } = await send(3);
  const { pieceIds, lotId } = await putIntoLot(t.database, site, letterIds, {
    lot: 'inserting',
    pieces: ['suspect', 'diverted', 'trayed'],
  });
  const { rows } = await operator.get<{ rows: PieceView[] }>(`/v1/site/pieces?lotId=${lotId}`);
  expect(rows.map(({ id, state, postcode }) => [id, state, postcode])).toEqual([
    [pieceIds[0], 'suspect', '69001'],
    [pieceIds[1], 'diverted', '69001'],
  ]);
  expect(rows[0]?.waiting).toMatchObject({ for: 'proof', then: 'supervisor_called' });
  expect(JSON.stringify(rows)).not.toMatch(/Fontaine|Lilas/);
});

test('a person resolves a piece with a reason: the code is in the ledger, the words beside it, and the lot is woken', async () => {
  const { letterIds } = await send(1);
  const { pieceIds, lotId, trayNumber } = await putIntoLot(t.database, site, letterIds, {
    lot: 'inserting',
    pieces: ['diverted'],
  });
  const id = pieceIds[0] ?? '';
  const body = { found: 'trayed', tray: trayNumber, reason: 'window_checked', text: 'Seen by Paul' };
  expect(await operator.post<PieceView>(`/v1/site/pieces/${id}/resolve`, body)).toMatchObject({
    state: 'trayed',
    reason: 'window_checked',
  });
  const last = (await eventsOf(id)).at(-1);
  expect(last).toMatchObject({
    type: 'piece.found_trayed',
    actor: expect.stringMatching(/^operator:key_/) as string,
    data: { set: { reason_code: 'window_checked' } },
  });
  expect(JSON.stringify(last)).not.toContain('Paul');
  expect(await t.database.asOwner('select text from pli.notes where subject_id = $1', [id])).toEqual([
    { text: 'Seen by Paul' },
  ]);
  expect(
    await t.database.asOwner(`select kind from pli.outbox where workflow_id = $1`, [`lot/${lotId}`]),
  ).toContainEqual({ kind: 'nudge' });
  expect((await operator.call<Problem>('POST', `/v1/site/pieces/${id}/resolve`, body)).body.code).toBe(
    'state_conflict',
  );
});

test('a tray is sealed when nothing is missing in it, and goes with a deposit', async () => {
  const { letterIds } = await send(2);
  const { trayId, pieceIds, lotId } = await putIntoLot(t.database, site, letterIds, {
    lot: 'inserting',
    pieces: ['trayed', 'suspect'],
  });
  const seal = () =>
    operator.call<TrayView & Problem>('POST', `/v1/site/trays/${trayId}/seal`, { reason: 'end_of_run' });
  expect((await seal()).body.code).toBe('tray_not_complete');
  await operator.post(`/v1/site/pieces/${pieceIds[1]}/resolve`, { found: 'spoiled', reason: 'torn' });
  const sealed = (await seal()).body;
  expect(sealed).toMatchObject({ state: 'sealed', pieces: 1 });
  expect(await operator.get<DepositView>(`/v1/site/deposits/${sealed.depositId}`)).toMatchObject({
    state: 'planned',
    hasSlip: false,
    waiting: { for: 'slot' },
    trays: [{ id: trayId }],
  });
  expect((await operator.call<Problem>('GET', `/v1/site/deposits/${sealed.depositId}/slip.pdf`)).body.code).toBe(
    'slip_not_written',
  );
  expect(await operator.get<LotWhole>(`/v1/site/lots/${lotId}`)).toMatchObject({
    piecesByState: { trayed: 1, spoiled: 1 },
    balances: { pieces: { planned: 2, good: null } },
  });
  const { rows } = await operator.get<{ rows: LotView[] }>('/v1/site/lots?open=true&limit=200');
  expect(rows.map(({ id }) => id)).toContain(lotId);
});

test('a lot says what paper it is on, and which lot it makes again', async () => {
  const { lotId: first } = await putIntoLot(t.database, site, (await send(1)).letterIds, {
    lot: 'closed',
    pieces: ['voided'],
  });
  const { lotId: again } = await putIntoLot(t.database, site, (await send(1)).letterIds, {
    lot: 'inserting',
    pieces: ['trayed'],
  });
  expect(await operator.get<LotWhole>(`/v1/site/lots/${first}`)).toMatchObject({
    paperGrammage: null,
    reprintOfNumber: null,
  });
  await t.database.asOwner(
    `update pli.lots l set reprint_of = '${first}', key = key || jsonb_build_object('paperStock', s.stock_id)
     from pli.stocks s where l.id = '${again}' and s.site_id = l.site_id and s.kind = 'paper'`,
  );
  const { number } = await operator.get<LotWhole>(`/v1/site/lots/${first}`);
  expect(await operator.get<LotWhole>(`/v1/site/lots/${again}`)).toMatchObject({
    paperGrammage: specimenPaper.grammage,
    reprintOf: first,
    reprintOfNumber: number,
  });
});

test('what waits in the pool is released by an operator', async () => {
  expect(await operator.post('/v1/site/pool/release', { reason: 'truck_is_early' })).toEqual({ groups: [] });
  expect(
    await t.database.asOwner(
      `select kind, workflow_id from pli.outbox where workflow_id like 'formLots/%' and site_id = $1`,
      [site.id],
    ),
  ).toEqual([{ kind: 'nudge', workflow_id: `formLots/${site.id}` }]);
});

test('an order is refused with a reason that its customer reads', async () => {
  const { orderId, letterIds } = await send(2);
  const refused = await operator.post<FloorOrder>(`/v1/site/orders/${orderId}/refuse`, {
    reason: 'content_not_accepted',
    text: 'Forbidden advertising',
  });
  expect(refused).toMatchObject({ state: 'refused', openLetters: 0 });
  expect(await customer.get<Order>(`/v1/orders/${orderId}`)).toMatchObject({
    state: 'refused',
    reason: 'content_not_accepted',
    reasonText: 'Forbidden advertising',
    lettersByState: { refused: 2 },
  });
  const letter = await customer.get<Letter>(`/v1/letters/${letterIds[0]}`);
  expect(letter).toMatchObject({ reason: 'content_not_accepted', reasonText: 'Forbidden advertising' });
  expect(letter.timeline.at(-1)).toMatchObject({ state: 'refused', reason: 'content_not_accepted' });
  const made = await send(1);
  await putIntoLot(t.database, site, made.letterIds, { lot: 'printing', pieces: ['planned'] });
  expect(
    (await operator.call<Problem>('POST', `/v1/site/orders/${made.orderId}/refuse`, { reason: 'too_late' })).body.code,
  ).toBe('order_not_refusable');
});

test('a larger order is refused with letters that were not accepted yet', async () => {
  const { id } = await customer.post<OrderReceipt>('/v1/orders', {
    letters: Array.from({ length: 60 }, () => letterTo(template)),
    submit: true,
  });
  expect(await operator.post<FloorOrder>(`/v1/site/orders/${id}/refuse`, { reason: 'capacity' })).toMatchObject({
    state: 'refused',
  });
  expect(
    await t.database.asOwner('select distinct state, recipient from pli.letters where order_id = $1', [id]),
  ).toEqual([{ state: 'deleted', recipient: null }]);
});

test('spoiled sheets are reported against a lot', async () => {
  const { letterIds } = await send(1);
  const { lotId } = await putIntoLot(t.database, site, letterIds, { lot: 'reconciling', pieces: ['trayed'] });
  await operator.post(`/v1/site/lots/${lotId}/spoiled-sheets`, { sheets: 3, reason: 'torn_at_the_tray' });
  expect((await eventsOf(lotId)).at(-1)).toMatchObject({ type: 'lot.spoiled_sheets_reported', data: { sheets: 3 } });
});

test('a report of spoiled sheets is named by its key, and no larger than what was printed', async () => {
  const { letterIds } = await send(1);
  const { lotId } = await putIntoLot(t.database, site, letterIds, { lot: 'reconciling', pieces: ['trayed'] });
  const report = (sheets: number, headers: Record<string, string> = {}) =>
    operator.call<Problem>('POST', `/v1/site/lots/${lotId}/spoiled-sheets`, { sheets, reason: 'torn' }, headers);
  const named = { 'idempotency-key': 'bin 1' };
  expect((await report(1, named)).status).toBe(200);
  const again = await report(1, named);
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
  expect((await report(2, named)).body).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  expect((await report(3)).body).toMatchObject({
    status: 409,
    code: 'spoiled_sheets_too_many',
    detail: expect.stringContaining('at most 2 more') as string,
  });
  expect((await report(2)).status).toBe(200);
  const told = (await eventsOf(lotId)).filter(({ type }) => type === 'lot.spoiled_sheets_reported');
  expect(told).toMatchObject([{ data: { sheets: 1 } }, { data: { sheets: 2 } }]);
});

test('a closed lot, or one not printed yet, takes no report of spoiled sheets', async () => {
  for (const [lot, code] of [
    ['closed', 'state_conflict'],
    ['printing', 'spoiled_sheets_too_many'],
  ] as const) {
    const { letterIds } = await send(1);
    const { lotId } = await putIntoLot(t.database, site, letterIds, { lot, pieces: ['planned'] });
    const path = `/v1/site/lots/${lotId}/spoiled-sheets`;
    expect((await operator.call<Problem>('POST', path, { sheets: 1, reason: 'torn' })).body).toMatchObject({
      status: 409,
      code,
    });
  }
});

test('the checker finds nothing in orders and letters', async () => {
  const report = await check({ database: t.database.checker }, () => new Date());
  // Lots, pieces and postage are this test's own invention.
  expect(report.findings.filter(({ subject }) => /^(ord|let)_[^.]*$/.test(subject))).toEqual([]);
});
