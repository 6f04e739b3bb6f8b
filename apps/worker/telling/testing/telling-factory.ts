import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeliveryView, NewWebhook, WebhookShownOnce } from '#contracts/api/webhooks';
import { inLedger } from '#database/ledger';
import { accountScope } from '#database/scope';
import { masterKeyOfFile } from '#storage/master-key';
import { Guard } from '#telling/guard';
import { MailSender } from '#telling/mail-sender';
import { networksOf } from '#telling/networks';
import { WebhookSender } from '#telling/webhook-sender';
import { runApi, type ApiUnderTest, type Client } from '../../../api/testing/running-api.ts';
import { setUpCustomer, setUpSite } from '../../../api/testing/sample-site.ts';
import type { Rounds } from '../../shift.ts';
import { runTeller } from '../teller.ts';

/** API and teller on one database, a clock that a test sets, a customer with a feed. */
export interface TellingFactory {
  api: ApiUnderTest;
  /** What the teller told its operator. */
  reported: string[];
  customer: Client;
  accountId: string;
  /** Starts a teller; several may run. */
  teller(options: { redisUrl: string; smtp?: string; answerWithinMs?: number }): Rounds;
  /** Puts events on the account's feed and answers their numbers. */
  happen(types: readonly string[]): Promise<number[]>;
  /** Moves the clock on. */
  pass(ms: number): void;
  webhook(given: NewWebhook): Promise<WebhookShownOnce>;
  deliveries(webhookId: string, query?: string): Promise<DeliveryView[]>;
  stop(): Promise<void>;
}

export async function tellingFactory(prefix: string): Promise<TellingFactory> {
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);
  const folder = await mkdtemp(join(tmpdir(), 'pli-telling-'));
  const MASTER_KEY_FILE = join(folder, 'master.key');
  const allowed = '127.0.0.0/8';
  const api = await runApi({
    clock,
    environment: { MASTER_KEY_FILE, WEBHOOK_ALLOWED_NETWORKS: allowed, MAIL_FROM: 'Pli <pli@example.org>' },
  });
  const masterKey = await masterKeyOfFile(MASTER_KEY_FILE);
  const { customer, accountId } = await setUpCustomer(api, (await setUpSite(api)).id);
  const open: Rounds[] = [];
  const reported: string[] = [];
  return {
    api,
    reported,
    customer,
    accountId,
    teller({ redisUrl, smtp, answerWithinMs }) {
      const webhooks = new WebhookSender(new Guard(networksOf(allowed)), answerWithinMs);
      const mails = smtp === undefined ? undefined : new MailSender(smtp, 'Pli <pli@example.org>');
      const database = api.database.worker;
      const report = (text: string, error?: unknown) => void reported.push(`${text} ${String(error)}`);
      const rounds = runTeller({ database, clock, masterKey, redisUrl, prefix, webhooks, mails, report, everyMs: 20 });
      let stopping: Promise<void> | undefined;
      const stopAll = async () => {
        await rounds.stop();
        await webhooks.close();
        mails?.close();
      };
      const running: Rounds = { stop: () => (stopping ??= stopAll()) };
      open.push(running);
      return running;
    },
    async happen(types) {
      const stream = `account/${accountId}/test`;
      await inLedger(
        api.database.api,
        accountScope(accountId, 'test'),
        { actor: 'test', cause: {} },
        clock,
        async (tx) =>
          types.forEach((type, i) =>
            tx.tell(stream, 'letter', `let_${i}`, type, { reason: 'as_told', secret: 'Fontaine' }),
          ),
      );
      const [row] = await api.database.asOwner<{ last: string }>(
        `select last_number as last from pli.streams where id = $1`,
        [stream],
      );
      const last = Number(row?.last);
      return types.map((_type, i) => last - types.length + 1 + i);
    },
    pass: (ms) => void (ahead += ms),
    webhook: (given) => customer.post<WebhookShownOnce>('/v1/webhooks', given),
    deliveries: async (id, query = '?limit=200') =>
      (await customer.get<{ rows: DeliveryView[] }>(`/v1/webhooks/${id}/deliveries${query}`)).rows,
    async stop() {
      await Promise.all(open.map((rounds) => rounds.stop()));
      await api.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits for what comes by itself; only for what nobody tells of. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('waited 30 s in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
