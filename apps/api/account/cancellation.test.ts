import { randomUUID } from 'node:crypto';
import type { OrderCancellation } from '#contracts/api/cancellation';
import type { EventView } from '#contracts/api/events';
import type { Letter } from '#contracts/api/letters';
import type { Order, OrderReceipt } from '#contracts/api/orders';
import type { PieceView } from '#contracts/api/pieces';
import type { Problem } from '#contracts/api/problem';
import { check } from '#database/checker/check';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { putIntoLot } from '../testing/sample-lot.ts';
import { letterTo, setUpCustomer, setUpSite, setUpTemplate } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let site: { id: string; code: string };
let customer: Client;
let template: string;
beforeAll(async () => {
  t = await runApi();
  site = await setUpSite(t);
  ({ customer } = await setUpCustomer(t, site.id, { cancellation: 'before_hand_over' }));
  template = await setUpTemplate(customer);
});
afterAll(() => t.stop());

async function send(letters: number, by = customer, version = template) {
  const body = { letters: Array.from({ length: letters }, () => letterTo(version)), submit: true };
  const { id, letters: made } = await by.post<OrderReceipt>('/v1/orders', body);
  return { orderId: id, letterIds: made.map((letter) => letter.id) };
}
const ask = (path: string, by = customer, key: string = randomUUID(), body?: object) =>
  by.call<Problem & { copy: string }>('POST', `${path}/cancel`, body, { 'idempotency-key': key });
const refusalsOf = async (id: string) =>
  (await customer.get<{ events: EventView[] }>('/v1/events?limit=1000')).events
    .filter(({ type, subjectId }) => type.endsWith('.cancellation_refused') && subjectId === id)
    .map(({ subject, reason }) => [subject, reason]);

test('a letter that waits is cancelled by one call, and its order with its last letter', async () => {
  const { orderId, letterIds } = await send(2);
  const [first, second] = letterIds as [string, string];
  const answer = await ask(`/v1/letters/${first}`);
  expect([answer.status, answer.body]).toEqual([200, { letterId: first, position: 1, copy: 'none' }]);
  const letter = await customer.get<Letter>(`/v1/letters/${first}`);
  expect(letter).toMatchObject({ state: 'cancelled', reason: 'cancelled_by_customer', until: null, waiting: null });
  expect(letter.timeline.at(-1)).toMatchObject({ event: 'letter.cancelled', state: 'cancelled' });
  expect(await customer.get<Order>(`/v1/orders/${orderId}`)).toMatchObject({ state: 'submitted' });
  await ask(`/v1/letters/${second}`);
  expect(await customer.get<Order>(`/v1/orders/${orderId}`)).toMatchObject({ state: 'cancelled', waiting: null });
});

test('asked again it is answered again: under the same key word for word, under another as cancelled already', async () => {
  const { letterIds } = await send(1);
  const key = randomUUID();
  const first = await ask(`/v1/letters/${letterIds[0]}`, customer, key);
  const again = await ask(`/v1/letters/${letterIds[0]}`, customer, key);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect((await ask(`/v1/letters/${letterIds[0]}`)).body).toMatchObject({ copy: null });
  const told = await t.database.asOwner(
    `select 1 from pli.events where subject_id = $1 and type = 'letter.cancelled'`,
    [letterIds[0]],
  );
  expect(told).toHaveLength(1);
});

test('what is in its tray is put aside for a person, who cannot put it back', async () => {
  const { letterIds } = await send(3);
  const { pieceIds, trayNumber } = await putIntoLot(t.database, site, letterIds, {
    lot: 'reconciling',
    pieces: ['trayed', 'diverted', 'spoiled'],
  });
  const copies = [];
  for (const id of pieceIds) copies.push((await ask(`/v1/letters/${id.split('.')[0]}`)).body.copy);
  expect(copies).toEqual(['put_aside', 'in_hand', 'none']);
  const operator = await t.makeKey({ role: 'operator', siteId: site.id, name: 'floor' });
  expect(await operator.get<PieceView>(`/v1/site/pieces/${pieceIds[0]}`)).toMatchObject({
    state: 'diverted',
    reason: 'letter_cancelled',
  });
  const back = await operator.call<Problem>('POST', `/v1/site/pieces/${pieceIds[0]}/resolve`, {
    found: 'trayed',
    tray: trayNumber,
    reason: 'window_checked',
  });
  expect(back.status).toBe(409);
  for (const id of [pieceIds[0], pieceIds[1]])
    expect(
      await operator.post(`/v1/site/pieces/${id}/resolve`, { found: 'spoiled', reason: 'letter_cancelled' }),
    ).toMatchObject({
      state: 'spoiled',
    });
  expect(
    await t.database.asOwner(`select 1 from pli.pieces where letter_id = any($1) and copy > 1`, [letterIds]),
  ).toEqual([]);
});

test('a refusal is 409 with its reason, and an event of the letter, once a request', async () => {
  const { orderId, letterIds } = await send(1);
  const [id] = letterIds as [string];
  const operator = await t.makeKey({ role: 'operator', siteId: site.id, name: 'floor' });
  await operator.post(`/v1/site/orders/${orderId}/refuse`, { reason: 'blank_pages' });
  const key = randomUUID();
  for (let i = 0; i < 2; i++)
    expect((await ask(`/v1/letters/${id}`, customer, key)).body).toMatchObject({
      status: 409,
      code: 'letter_already_ended',
    });
  expect(await refusalsOf(id)).toEqual([['letter', 'letter_already_ended']]);
  expect((await ask(`/v1/orders/${orderId}`)).body).toMatchObject({ status: 409, code: 'order_already_ended' });
  expect(await refusalsOf(orderId)).toEqual([['order', 'order_already_ended']]);
});

test('a contract that says nothing of cancelling allows none; one before production only until a lot has the letter', async () => {
  const silent = await setUpCustomer(t, site.id);
  const own = await setUpTemplate(silent.customer);
  const { orderId, letterIds } = await send(1, silent.customer, own);
  expect((await ask(`/v1/letters/${letterIds[0]}`, silent.customer)).body).toMatchObject({
    status: 409,
    code: 'cancellation_not_in_contract',
  });
  expect((await ask(`/v1/orders/${orderId}`, silent.customer)).body).toMatchObject({
    status: 409,
    code: 'cancellation_not_in_contract',
  });
  const early = await setUpCustomer(t, site.id, { cancellation: 'before_production' });
  const two = await send(2, early.customer, await setUpTemplate(early.customer));
  await putIntoLot(t.database, site, [two.letterIds[0] ?? ''], { lot: 'planned', pieces: ['planned'] });
  const { body } = await early.customer.call<OrderCancellation>('POST', `/v1/orders/${two.orderId}/cancel`, undefined, {
    'idempotency-key': randomUUID(),
  });
  expect(body).toMatchObject({ state: 'submitted', cancelled: 1, refused: 1, next: null });
  expect(body.letters.map(({ letterId, refused }) => [letterId, refused])).toEqual([
    [two.letterIds[0], 'cancellation_too_late'],
    [two.letterIds[1], null],
  ]);
});

test('a large order that is being taken in is cancelled to its last letter, some at a time', async () => {
  const { id } = await customer.post<OrderReceipt>('/v1/orders', {});
  for (let i = 0; i < 2; i++)
    await customer.post(`/v1/orders/${id}/letters`, { letters: Array.from({ length: 510 }, () => letterTo(template)) });
  await customer.post(`/v1/orders/${id}/submit`);
  const answers: OrderCancellation[] = [];
  for (let after: string | undefined; ;) {
    const answer = await customer.post<OrderCancellation>(
      `/v1/orders/${id}/cancel`,
      after === undefined ? {} : { after },
    );
    answers.push(answer);
    if (answer.next === null) break;
    after = answer.next;
  }
  expect(answers.map(({ cancelled, refused, state }) => [cancelled, refused, state])).toEqual([
    [1000, 0, 'submitted'],
    [20, 0, 'cancelled'],
  ]);
  expect(await customer.get<Order>(`/v1/orders/${id}`)).toMatchObject({ lettersByState: { cancelled: 1020 } });
});

test('a draft, another account’s letter and one that does not exist are not cancelled', async () => {
  const { id, letters } = await customer.post<OrderReceipt>('/v1/orders', { letters: [letterTo(template)] });
  expect((await ask(`/v1/letters/${letters[0]?.id}`)).body).toMatchObject({ status: 409, code: 'order_still_draft' });
  expect((await ask(`/v1/orders/${id}`)).body).toMatchObject({ status: 409, code: 'order_still_draft' });
  const { letterIds, orderId } = await send(1);
  const stranger = await setUpCustomer(t, site.id, { cancellation: 'before_hand_over' });
  expect((await ask(`/v1/letters/${letterIds[0]}`, stranger.customer)).body.status).toBe(404);
  expect((await ask(`/v1/orders/${orderId}`, stranger.customer)).body.status).toBe(404);
  expect(await customer.get<Letter>(`/v1/letters/${letterIds[0]}`)).toMatchObject({ state: 'accepted' });
});

test('rows and ledger agree on all of it', async () => {
  const { findings } = await check({ database: t.database.checker }, () => new Date());
  expect(findings.filter(({ part }) => part !== 'balances' && part !== 'waiting')).toEqual([]);
});
