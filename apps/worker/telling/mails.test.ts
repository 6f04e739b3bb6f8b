import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { NoticeView } from '#contracts/api/notices';
import type { Problem } from '#contracts/api/problem';
import { runApi } from '../../api/testing/running-api.ts';
import { setUpCustomer, setUpSite } from '../../api/testing/sample-site.ts';
import { tellingFactory, until, type TellingFactory } from './testing/telling-factory.ts';

const MINUTE = 60_000;
let t: TellingFactory;
let server: SMTPServer;
let refuse: string | undefined;
const mails: { to: string[]; text: string }[] = [];
beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refuse !== undefined) return callback(Object.assign(new Error(refuse), { responseCode: 451 }));
        const text = Buffer.concat(chunks).toString();
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: readable(text) });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  const { server: socket } = server as unknown as { server: Server };
  server.listen(0, '127.0.0.1');
  await once(socket, 'listening');
  t = await tellingFactory(`mails-${process.pid}`);
  const { port } = socket.address() as AddressInfo;
  t.teller({ redisUrl: process.env.TEST_VALKEY_URL ?? '', smtp: `smtp://127.0.0.1:${port}` });
});
afterAll(async () => {
  await t?.stop();
  await new Promise<void>((resolve) => server.close(resolve));
});

/** Headers as they are, the text out of quoted-printable or base64. */
function readable(mail: string): string {
  const [headers = '', body = ''] = [mail.slice(0, mail.indexOf('\r\n\r\n')), mail.slice(mail.indexOf('\r\n\r\n') + 4)];
  const bytes = /base64/i.test(headers)
    ? Buffer.from(body, 'base64')
    : Buffer.from(
        body
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      );
  return `${headers}\n\n${bytes.toString()}`;
}

const set = (kind: string, addresses: string[]) =>
  t.customer.call<NoticeView & Problem>('PUT', `/v1/notices/${kind}`, { addresses });

test('one mail tells of several letters, by id alone; the next comes ten minutes later', async () => {
  expect((await set('letter_returned', ['courrier@example.org', 'chef@example.org'])).body).toMatchObject({
    kind: 'letter_returned',
    state: 'enabled',
    addresses: ['courrier@example.org', 'chef@example.org'],
  });
  await t.happen(['letter.returned', 'letter.delivered', 'letter.returned']);
  t.pass(6000);
  await until(async () => mails.length === 1);
  const [{ to, text } = { to: [], text: '' }] = mails;
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
  await until(async () => mails.length === 2);
  expect(mails[1]?.text).toContain('2 lettres sont revenues');
});

test('a mail server that has no time is asked again; addresses are erased when the notice goes', async () => {
  refuse = 'Try again later';
  await set('order_ended', ['courrier@example.org']);
  await t.happen(['order.ended']);
  t.pass(6000);
  const attempts = () =>
    t.api.database.asOwner<{ outcome: string; answer: string | null }>(
      `select outcome, answer from pli.message_attempts where outcome <> 'delivered'`,
    );
  await until(async () => (await attempts()).length > 0);
  expect((await attempts())[0]).toEqual({ outcome: 'not_accepted', answer: null });
  refuse = undefined;
  t.pass(10 * MINUTE);
  await until(async () => mails.some(({ text }) => text.includes('Une commande est terminée')));
  expect((await t.customer.call('DELETE', '/v1/notices/order_ended')).status).toBe(204);
  expect((await t.customer.get<{ rows: NoticeView[] }>('/v1/notices')).rows.map(({ kind }) => kind)).toEqual([
    'letter_returned',
  ]);
  const kept = await t.api.database.asOwner(`select addresses from pli.subscribers where kind = 'order_ended'`);
  expect(kept).toEqual([{ addresses: null }]);
  const told = await t.api.database.asOwner(`select data from pli.events where subject = 'subscriber'`);
  expect(JSON.stringify(told)).not.toContain('example.org');
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
