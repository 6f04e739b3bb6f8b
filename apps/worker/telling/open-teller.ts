import { createHash } from 'node:crypto';
import { openDatabase } from '#database/data-source';
import type { Clock } from '#database/ledger';
import type { MasterKey } from '#storage/master-key';
import { Guard } from '#telling/guard';
import { MailSender } from '#telling/mail-sender';
import { WebhookSender } from '#telling/webhook-sender';
import type { WorkerSettings } from '../settings.ts';
import type { Rounds } from '../shift.ts';
import { runTeller } from './teller.ts';

/** Connections of the teller: apart from those of activities, which must not wait behind a thousand messages. */
const CONNECTIONS = 6;

/** Opens the part of the worker that tells, as the settings say; undefined when they name no Redis. */
export async function openTeller(
  settings: WorkerSettings,
  given: { clock: Clock; masterKey: MasterKey; report: (text: string, error?: unknown) => void },
): Promise<Rounds | undefined> {
  const { VALKEY_URL: redisUrl, SMTP_URL: smtp, MAIL_FROM: from } = settings;
  if (redisUrl === undefined) return undefined;
  const database = await openDatabase(settings.DATABASE_URL, CONNECTIONS);
  const webhooks = new WebhookSender(new Guard(settings.WEBHOOK_ALLOWED_NETWORKS));
  const mails = smtp === undefined || from === undefined ? undefined : new MailSender(smtp, from);
  const prefix = prefixOf(settings.DATABASE_URL);
  const running = runTeller({ ...given, database, redisUrl, prefix, webhooks, mails });
  return {
    async stop() {
      await running.stop();
      await webhooks.close();
      mails?.close();
      await database.destroy();
    },
  };
}

/** Begins the names of all keys in Redis: several Pli, each with a database of its own, may share one. */
function prefixOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `pli-${createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 8)}`;
}
