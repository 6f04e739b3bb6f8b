import type { NoticeLinkView, NoticeView } from '#contracts/api/notices';
import type { Problem } from '#contracts/api/problem';
import { startMailServer, type MailServer } from '#telling/testing/mail-server';
import { runApi } from '../../api/testing/running-api.ts';
import { setUpCustomer, setUpSite } from '../../api/testing/sample-site.ts';
import { tellingFactory, until, type TellingFactory } from './testing/telling-factory.ts';

const MINUTE = 60_000;
let t: TellingFactory;
let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
  t = await tellingFactory(`mails-${process.pid}`);
  t.teller({ redisUrl: process.env.TEST_VALKEY_URL ?? '', smtp: server.url });
});
afterAll(async () => {
  await t?.stop();
  await server.stop();
});

/** The token in the last link that was sent to an address. */
async function linkTo(address: string): Promise<string> {
  const linksTo = () =>
    server.mails.filter(({ to, text }) => to.includes(address) && text.includes('/app/notice-address#'));
  await until(async () => linksTo().length > 0);
  return /#([\w-]{43})/.exec(linksTo().at(-1)?.text ?? '')?.[1] ?? '';
}
const visit = <T>(path: string, body: unknown) =>
  t.api.client(undefined).call<T>('POST', path, body, { 'pli-console': '1' });
const confirm = async (address: string) => visit<Problem>('/v1/notice-links/confirm', { token: await linkTo(address) });
const noticeMails = () => server.mails.filter(({ text }) => !text.includes('/app/notice-address#'));
const noticesTo = (address: string) => noticeMails().filter(({ to }) => to.includes(address));

const set = (kind: string, addresses: string[]) =>
  t.customer.call<NoticeView & Problem>('PUT', `/v1/notices/${kind}`, { addresses });

test('one mail tells of several letters, by id alone; the next comes ten minutes later', async () => {
  expect((await set('letter_returned', ['courrier@example.org', 'chef@example.org'])).body).toMatchObject({
    kind: 'letter_returned',
    state: 'unconfirmed',
    addresses: ['courrier@example.org', 'chef@example.org'],
  });
  for (const address of ['courrier@example.org', 'chef@example.org']) expect((await confirm(address)).status).toBe(204);
  await t.happen(['letter.returned', 'letter.delivered', 'letter.returned']);
  t.pass(6000);
  await until(async () => noticeMails().length === 1);
  const [{ to, text } = { to: [], text: '' }] = noticeMails();
  expect(to).toEqual(['courrier@example.org', 'chef@example.org']);
  expect(text).toContain('2 lettres sont revenues');
  expect(text).toContain('- let_0');
  expect(text).toContain('- let_2');
  expect(text).toMatch(/Message-ID: <msg_[0-9a-z_]+@example\.org>/i);
  expect(text).not.toContain('Fontaine');

  await t.happen(['letter.returned']);
  t.pass(6000);
  await t.happen(['letter.returned']);
  t.pass(8 * MINUTE);
  const before = await t.api.database.asOwner(`select from pli.messages`);
  expect(before).toHaveLength(1);
  t.pass(3 * MINUTE);
  await until(async () => noticeMails().length === 2);
  expect(noticeMails()[1]?.text).toContain('2 lettres sont revenues');
});

test('a mail server that has no time is asked again; addresses are erased when the notice goes', async () => {
  server.refuse = 'Try again later';
  expect((await set('order_ended', ['courrier@example.org'])).body.state).toBe('enabled');
  await t.happen(['order.ended']);
  t.pass(6000);
  const attempts = () =>
    t.api.database.asOwner<{ outcome: string; answer: string | null }>(
      `select outcome, answer from pli.message_attempts where outcome <> 'delivered'`,
    );
  await until(async () => (await attempts()).length > 0);
  expect((await attempts())[0]).toEqual({ outcome: 'not_accepted', answer: null });
  server.refuse = undefined;
  t.pass(10 * MINUTE);
  await until(async () => server.mails.some(({ text }) => text.includes('Une commande est terminée')));
  expect((await t.customer.call('DELETE', '/v1/notices/order_ended')).status).toBe(204);
  expect((await t.customer.get<{ rows: NoticeView[] }>('/v1/notices')).rows.map(({ kind }) => kind)).toEqual([
    'letter_returned',
  ]);
  const kept = await t.api.database.asOwner(`select addresses from pli.subscribers where kind = 'order_ended'`);
  expect(kept).toEqual([{ addresses: null }]);
  const told = await t.api.database.asOwner(`select data from pli.events where subject = 'subscriber'`);
  expect(JSON.stringify(told)).not.toContain('example.org');
});

describe('an address is confirmed before anything else is sent there', () => {
  const asked = 'secretariat@example.org';
  const view = async (kind: string) =>
    (await t.customer.get<{ rows: NoticeView[] }>('/v1/notices')).rows.find((row) => row.kind === kind);

  test('a notice waits for it, and then tells what happened meanwhile', async () => {
    const { body } = await set('letter_lost', [asked]);
    expect(body).toMatchObject({ state: 'unconfirmed', unconfirmed: [{ address: asked, until: expect.any(String) }] });
    await t.happen(['letter.lost']);
    t.pass(6000);
    const token = await linkTo(asked);
    const looked = await visit<NoticeLinkView>('/v1/notice-links/look', { token });
    expect(looked.body).toMatchObject({ address: asked, mode: 'test', kinds: ['letter_lost'], isConfirmed: false });
    expect(looked.body.organisation).not.toBe('');
    const mail = server.mails.find(({ text }) => text.includes(token));
    expect(mail?.text).toContain(looked.body.organisation);
    expect(
      await t.api.database.asOwner(`select from pli.messages m join pli.subscribers s on s.id = m.subscriber_id
      where s.kind = 'letter_lost'`),
    ).toEqual([]);
    expect((await visit('/v1/notice-links/confirm', { token })).status).toBe(204);
    expect((await visit('/v1/notice-links/confirm', { token })).status).toBe(204);
    t.pass(6000);
    await until(async () => noticesTo(asked).length === 1);
    expect(noticesTo(asked)[0]?.text).toContain('Une lettre est perdue');
    expect(await view('letter_lost')).toMatchObject({ state: 'enabled', unconfirmed: [] });
  });

  test('one yes is enough for all notices of the account; another address is asked anew', async () => {
    expect((await set('letter_unprintable', [asked])).body).toMatchObject({ state: 'enabled', unconfirmed: [] });
    const changed = await set('letter_unprintable', [asked, 'nouvelle@example.org']);
    expect(changed.body).toMatchObject({ state: 'enabled', unconfirmed: [{ address: 'nouvelle@example.org' }] });
    await linkTo('nouvelle@example.org');
    await t.happen(['letter.unprintable']);
    t.pass(6000);
    await until(async () => noticesTo(asked).length === 2);
    expect(noticesTo('nouvelle@example.org')).toEqual([]);
    // Whoever takes an address out and in again asks it again.
    for (const kind of ['letter_unprintable', 'letter_lost']) await set(kind, ['courrier@example.org']);
    expect((await set('letter_lost', [asked])).body).toMatchObject({ unconfirmed: [{ address: asked }] });
  });

  test('a link is good for a week, until the next one, and while a notice goes there', async () => {
    const address = 'tard@example.org';
    const ask = () => t.customer.call<NoticeView & Problem>('PUT', '/v1/notices/letter_lost/confirmation', { address });
    const over = async (token: string) => (await visit<Problem>('/v1/notice-links/look', { token })).body.code;
    await set('letter_lost', [address]);
    const first = await linkTo(address);
    expect((await ask()).body).toMatchObject({ status: 409, code: 'confirmation_sent' });
    t.pass(11 * MINUTE);
    expect((await ask()).status).toBe(200);
    await until(async () => (await linkTo(address)) !== first);
    const second = await linkTo(address);
    expect([await over(first), await over(second)]).toEqual(['link_over', undefined]);
    t.pass(7 * 24 * 60 * MINUTE);
    expect(await over(second)).toBe('link_over');
    expect(await view('letter_lost')).toMatchObject({ unconfirmed: [{ address, until: null }] });
    await ask();
    await until(async () => (await linkTo(address)) !== second);
    const third = await linkTo(address);
    expect((await t.customer.call('DELETE', '/v1/notices/letter_lost')).status).toBe(204);
    expect(await over(third)).toBe('link_over');
    expect((await ask()).status).toBe(404);
    expect(await t.api.database.asOwner(`select from pli.notice_confirmations where address = $1`, [address])).toEqual(
      [],
    );
  });

  test('nobody has mails sent to ever more strangers', async () => {
    const ask = async (i: number) =>
      (
        await set(
          'letter_lost',
          Array.from({ length: 10 }, (_, j) => `a${i}.${j}@example.org`),
        )
      ).body;
    let last: NoticeView & Partial<Problem> = await ask(0);
    for (let i = 1; i < 6 && last.code === undefined; i++) last = await ask(i);
    expect(last).toMatchObject({ status: 409, code: 'confirmations_full' });
  });
});

test('what is no address is refused, and all of it where no mail server is named', async () => {
  for (const address of ['nobody', 'a@b\r\nBcc: c@example.org', 'a@example.org,b@example.org'])
    expect((await set('letter_lost', [address])).body).toMatchObject({ status: 422, code: 'request_invalid' });
  expect((await set('letter_found', ['a@example.org'])).status).toBe(422);
  const without = await runApi();
  try {
    const { customer } = await setUpCustomer(without, (await setUpSite(without)).id);
    const answer = await customer.call<Problem>('PUT', '/v1/notices/letter_lost', { addresses: ['a@example.org'] });
    expect(answer.body).toMatchObject({ status: 409, code: 'mail_not_set_up' });
  } finally {
    await without.stop();
  }
});
