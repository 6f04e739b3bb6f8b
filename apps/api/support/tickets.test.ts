import { randomUUID } from 'node:crypto';
import type { OrderReceipt } from '#contracts/api/orders';
import type { SupportHoursView, SupportProfileView } from '#contracts/api/support-profiles';
import type { SupportCounts, SupportTicketView, TicketView } from '#contracts/api/tickets';
import { usualSupport } from '#domain/support-profile';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { letterTo, setUpCustomer, setUpSite, setUpTemplate } from '../testing/sample-site.ts';

/** Friday, 19 March 2027, 17:12 in Paris: 48 minutes of opening time are left before the weekend. */
const friday = new Date('2027-03-19T16:12:00.000Z');
let now = friday;
let t: ApiUnderTest;
let customer: Client;
let accountId: string;
let staff: Client;
let letterId: string;

beforeAll(async () => {
  t = await runApi({ clock: () => now });
  const site = await setUpSite(t);
  ({ customer, accountId } = await setUpCustomer(t, site.id));
  const template = await setUpTemplate(customer);
  const order = await customer.post<OrderReceipt>('/v1/orders', { letters: [letterTo(template)], submit: true });
  letterId = order.letters[0]?.id ?? '';
  // A key, for the days that pass here would end a session.
  staff = t.provider;
});
afterAll(() => t.stop());
beforeEach(() => {
  now = friday;
});

const ask = (by: Client, more: object = {}) =>
  by.post<TicketView>('/v1/tickets', { subject: 'Où est ma lettre ?', text: 'Elle devait partir hier.', ...more });
const outbox = (id: string) =>
  t.database.asOwner<{ kind: string }>(`select kind from pli.outbox where workflow_id = $1 order by id`, [
    `ticket/${id}`,
  ]);

test('a question is due after four opening hours: asked on Friday at 17:12, on Monday at 12:12', async () => {
  const opened = await ask(customer, { letterId });
  expect(opened).toMatchObject({
    state: 'open',
    letterId,
    orderId: expect.stringMatching(/^ord_/) as string,
    dueAt: '2027-03-22T11:12:00.000Z',
    answerSeconds: 14_400,
    waiting: { for: 'first_answer', until: '2027-03-22T11:12:00.000Z', who: ['provider'], then: 'escalated' },
    said: [{ number: 1, side: 'customer', text: 'Elle devait partir hier.', at: friday.toISOString() }],
  });
  expect(await outbox(opened.id)).toEqual([{ kind: 'start' }]);
  const hours = await customer.get<SupportHoursView>('/v1/support/hours');
  expect(hours).toMatchObject({ openNow: true, opensAt: null, answerSeconds: 14_400 });
  expect(hours.holidays).toContainEqual({ day: '2027-03-29', name: expect.stringContaining('Pâques') as string });
});

test('sent twice under one key it is one question, and one answer', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const body = { subject: 'Une fois', text: 'Une fois.' };
  const [first, again] = [
    await customer.call<TicketView>('POST', '/v1/tickets', body, key),
    await customer.call<TicketView>('POST', '/v1/tickets', body, key),
  ];
  expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  const path = `/v1/support/tickets/${first.body.id}/answer`;
  await staff.call('POST', path, { text: 'Bonjour' }, key);
  const twice = await staff.call<SupportTicketView>('POST', path, { text: 'Bonjour' }, key);
  expect(twice.body).toMatchObject({ state: 'answered', messages: 2 });
});

test('support answers; the customer writes again, then closes; writing opens it again', async () => {
  const { id } = await ask(customer);
  const queue = await staff.get<{ rows: { id: string }[] }>('/v1/support/tickets?group=waiting&limit=200');
  expect(queue.rows.map((row) => row.id)).toContain(id);
  now = new Date('2027-03-22T09:00:00.000Z');
  const answered = await staff.post<SupportTicketView>(`/v1/support/tickets/${id}/answer`, {
    text: 'Elle part demain.',
  });
  expect(answered).toMatchObject({
    state: 'answered',
    accountId,
    accountName: 'Les Moulins',
    firstAnsweredAt: now.toISOString(),
    waiting: { for: 'word_of_customer', until: '2027-04-05T09:00:00.000Z', then: 'closed' },
  });
  now = new Date('2027-03-22T10:00:00.000Z');
  const again = await customer.post<TicketView>(`/v1/tickets/${id}/messages`, { text: 'Toujours rien.' });
  expect(again).toMatchObject({ state: 'reopened', dueAt: '2027-03-22T15:00:00.000Z', messages: 3 });
  // Who of support answered is support's own business.
  expect(JSON.stringify(again)).not.toContain('provider:');
  const closed = await customer.post<TicketView>(`/v1/tickets/${id}/close`);
  expect(closed).toMatchObject({ state: 'closed', ending: 'solved', waiting: { then: 'erased' } });
  const refused = await staff.call('POST', `/v1/support/tickets/${id}/answer`, { text: 'Encore.' });
  expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'ticket_in_other_state']);
  expect(await customer.post<TicketView>(`/v1/tickets/${id}/messages`, { text: 'Encore une chose.' })).toMatchObject({
    state: 'reopened',
    closedAt: null,
  });
  // Asked, then woken by the answer, the further question, the close and the last one.
  expect((await outbox(id)).map(({ kind }) => kind)).toEqual(['start', 'nudge', 'nudge', 'nudge', 'nudge']);
});

test('each number counts its list; what waits comes by when it is due', async () => {
  const { id } = await ask(customer);
  await staff.post(`/v1/support/tickets/${id}/escalate`);
  now = new Date('2027-03-22T13:00:00.000Z');
  const counts = await staff.get<SupportCounts>('/v1/support/counts');
  const listed = async (query: string) =>
    (await staff.get<{ rows: { dueAt: string }[] }>(`/v1/support/tickets?limit=200&${query}`)).rows;
  const waiting = await listed('group=waiting');
  expect(counts).toEqual({
    waiting: waiting.length,
    late: (await listed('late=true')).length,
    escalated: (await listed('escalated=true')).length,
    answered: (await listed('group=answered')).length,
    closed: (await listed('group=closed')).length,
  });
  expect(counts.late).toBeGreaterThan(0);
  expect(counts.escalated).toBe(1);
  const due = waiting.map(({ dueAt }) => dueAt);
  expect(due).toEqual([...due].sort());
  const pages: string[] = [];
  for (let after = '', page; after !== 'end'; after = page.next ?? 'end') {
    page = await staff.get<{ rows: { id: string }[]; next: string | null }>(
      `/v1/support/tickets?group=waiting&limit=1${after && `&after=${after}`}`,
    );
    pages.push(...page.rows.map((row) => row.id));
  }
  expect(pages).toHaveLength(waiting.length);
});

test('a sender sees their own questions alone, an administrator all of the account', async () => {
  const [sender, other] = [
    await t.signIn({ role: 'sender', accountId }),
    await t.signIn({ role: 'sender', accountId }),
  ];
  const administrator = await t.signIn({ role: 'administrator', accountId });
  const { id } = await ask(sender);
  const seenBy = async (who: Client) => (await who.call('GET', `/v1/tickets/${id}`)).status;
  expect(await Promise.all([sender, other, administrator].map(seenBy))).toEqual([200, 404, 200]);
  const mine = await sender.get<{ rows: { id: string }[] }>('/v1/tickets');
  expect(mine.rows.map((row) => row.id)).toEqual([id]);
  expect((await other.call('POST', `/v1/tickets/${id}/close`, {}, { 'idempotency-key': randomUUID() })).status).toBe(
    404,
  );
});

test('opening hours change by a new version; a question keeps the time that was owed when it was asked', async () => {
  const before = await ask(customer);
  const office = [{ from: '08:00', to: '20:00' }];
  const data = {
    ...usualSupport,
    answerSeconds: 3600,
    hours: { ...usualSupport.hours, week: Array(7).fill(office) as unknown },
  };
  const added = await staff.post<SupportProfileView>('/v1/provider/support-profiles', {
    data,
    called: ['chef@example.org'],
  });
  expect(added).toMatchObject({ version: 1, validFrom: now.toISOString(), validTo: null });
  const { rows } = await staff.get<{ rows: SupportProfileView[] }>('/v1/provider/support-profiles');
  expect(rows.map(({ version, validTo }) => [version, validTo])).toEqual([
    [1, null],
    [0, now.toISOString()],
  ]);
  expect(await customer.get<TicketView>(`/v1/tickets/${before.id}`)).toMatchObject({ dueAt: before.dueAt });
  expect(await ask(customer)).toMatchObject({ dueAt: '2027-03-19T17:12:00.000Z', answerSeconds: 3600 });
  const never = { ...data, hours: { ...data.hours, week: Array(7).fill([]) as unknown } };
  const refused = await staff.call('POST', '/v1/provider/support-profiles', { data: never, called: [] });
  expect([refused.status, (refused.body as { code: string }).code]).toEqual([422, 'request_invalid']);
  // Addresses of people are no part of the ledger.
  const events = await t.database.asOwner(`select data from pli.events where subject = 'support_profile'`);
  expect(JSON.stringify(events)).not.toContain('chef@');
});
