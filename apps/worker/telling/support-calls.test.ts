import type { SupportTicketView } from '#contracts/api/tickets';
import { inLedger } from '#database/ledger';
import { escalateTicket } from '#database/support/escalate-ticket';
import { lockedTicket } from '#database/support/locked-ticket';
import { usualSupport } from '#domain/support-profile';
import { MailSender } from '#telling/mail-sender';
import { runApi, type ApiUnderTest, type Client } from '../../api/testing/running-api.ts';
import { setUpCustomer, setUpSite } from '../../api/testing/sample-site.ts';
import type { PersonClient } from '../../api/testing/signed-in.ts';
import { sendSupportCalls } from './support-calls.ts';
import { PostBox } from './testing/post-box.ts';

/** Friday, 17:12 in Paris. */
let now = new Date('2027-03-19T16:12:00.000Z');
let t: ApiUnderTest;
let box: PostBox;
let sender: MailSender;
let customer: Client;
let manager: PersonClient;
beforeAll(async () => {
  box = await PostBox.open();
  sender = new MailSender(box.url, 'pli@example.org');
  t = await runApi({ clock: () => now });
  ({ customer } = await setUpCustomer(t, (await setUpSite(t)).id));
  manager = await t.signIn({ role: 'manager', email: 'support@prestataire.example' });
  // Whoever may not answer is not called.
  await t.signIn({ role: 'manager', scopes: ['provider:read'], email: 'contrats@prestataire.example' });
});
afterAll(async () => {
  sender.close();
  await t?.stop();
  await box.close();
});

const send = () => sendSupportCalls({ database: t.database.worker, clock: () => now, mails: sender, chance: () => 0 });
const ask = async () =>
  (await customer.post<{ id: string }>('/v1/tickets', { subject: 'Facture de Claire', text: 'Une question.' })).id;
/** What the process of a ticket does when its answer is due. */
const passDeadline = (id: string) =>
  inLedger(
    t.database.worker,
    { role: 'pli_support' },
    { actor: 'workflow:ticket', cause: {} },
    () => now,
    async (tx) => {
      const ticket = await lockedTicket(tx, id);
      if (ticket) await escalateTicket(tx, ticket, 'deadline_passed');
    },
  );
const texts = () => box.mails.splice(0);

test('who may answer is called by mail, once, with the number of the question and no word of it', async () => {
  const id = await ask();
  await manager.post<SupportTicketView>(`/v1/support/tickets/${id}/escalate`);
  await send();
  await send();
  const mails = texts();
  expect(mails.map(({ to }) => to)).toEqual([['support@prestataire.example']]);
  expect(mails[0]?.text).toContain(id);
  expect(mails[0]?.text).toMatch(/réponse due le 22 mars 2027 (à )?12:12 \(Paris\)/);
  expect(mails[0]?.text).toContain('quelqu’un du support vous appelle');
  expect(mails[0]?.text).not.toMatch(/Facture de Claire|Une question\./);
});

test('who the profile of support names is called for all that is late in one mail; a server that is away is tried again', async () => {
  const data = { ...usualSupport };
  await t.provider.call('POST', '/v1/provider/support-profiles', { data, called: ['chef@prestataire.example'] });
  now = new Date('2027-03-22T11:12:00.000Z');
  const ids = [await ask(), await ask()];
  for (const id of ids) await passDeadline(id);
  box.refuses = true;
  await send();
  box.refuses = false;
  expect(texts()).toEqual([]);
  await send();
  expect(texts()).toEqual([]);
  now = new Date(now.getTime() + 60_000);
  await send();
  const mails = texts();
  expect(mails.map(({ to }) => to)).toEqual([['chef@prestataire.example']]);
  for (const id of ids) expect(mails[0]?.text).toContain(id);
  const left = await t.database.asOwner(`select from pli.support_calls where called is not null or state <> 'sent'`);
  expect(left).toEqual([]);
});
