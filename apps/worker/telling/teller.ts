import type { DataSource } from 'typeorm';
import type { Channel } from '#database/entities/telling';
import type { Clock } from '#database/ledger';
import type { MasterKey } from '#storage/master-key';
import type { MailSender } from '#telling/mail-sender';
import type { WebhookSender } from '#telling/webhook-sender';
import { repeat } from '../repeat.ts';
import type { Rounds } from '../shift.ts';
import { Copies } from './copies.ts';
import { deliver } from './deliver.ts';
import { forgetConfirmations, forgetOldMessages } from './forget.ts';
import { gatherMessages } from './gather.ts';
import { handOutDue } from './hand-out.ts';
import { forgetPersonMails, sendPersonMails } from './person-mails.ts';
import { forgetSupportCalls, sendSupportCalls } from './support-calls.ts';

export interface TellerParts {
  database: DataSource;
  clock: Clock;
  masterKey: MasterKey;
  /** Redis or Valkey; it holds copies only. */
  redisUrl: string;
  /** Begins the names of its keys. */
  prefix: string;
  webhooks: WebhookSender;
  /** Undefined: mails wait until a process has a mail server. */
  mails: MailSender | undefined;
  report: (text: string, error?: unknown) => void;
  /** Pause between two rounds, in milliseconds. */
  everyMs?: number;
}

const FORGET_EVERY_MS = 10 * 60_000;
const REPORT_EVERY_MS = 60_000;
/** Somebody waits for a link before their screen. */
const PEOPLE_EVERY_MS = 1_000;
/** Opening hours pass meanwhile, not seconds. */
const CALLS_EVERY_MS = 15_000;

/**
 * Tells accounts what became of their letters: makes messages of their feeds, hands copies of those that are due to Redis, and sends what
 * comes back from there. Any number of processes may do it side by side.
 */
export function runTeller(parts: TellerParts): Rounds {
  const { database, clock, masterKey, webhooks, mails, report, everyMs = 300 } = parts;
  const stopping = new AbortController();
  const deps = { database, clock, masterKey, webhooks, mails, stopping: stopping.signal, chance: Math.random };
  const channels: Channel[] = mails === undefined ? ['webhook'] : ['webhook', 'mail'];
  let reportedAt = -Infinity;
  const copies = new Copies({
    url: parts.redisUrl,
    prefix: parts.prefix,
    send: (copy) => deliver(deps, copy),
    onError: (error) => {
      // A database that is away fails every copy: told once a minute.
      if (performance.now() - reportedAt < REPORT_EVERY_MS) return;
      reportedAt = performance.now();
      report('A message could not be worked off; it is tried again.', error);
    },
  });
  const round = (name: string, work: () => Promise<unknown>, ms = everyMs): Rounds =>
    repeat({ name, round: async () => void (await work()), everyMs: ms, report });
  const rounds = [
    round('The making of messages', () => gatherMessages(database, clock())),
    round('The handing out of messages', () => handOutDue(database, copies, channels, clock())),
    round(
      'The forgetting of old messages',
      async () => {
        await forgetOldMessages(database, clock());
        await forgetPersonMails(database, clock());
        await forgetConfirmations(database, clock());
        await forgetSupportCalls(database, clock());
      },
      FORGET_EVERY_MS,
    ),
  ];
  if (mails !== undefined)
    rounds.push(
      round('The sending of mails to people', () => sendPersonMails({ ...deps, mails }), PEOPLE_EVERY_MS),
      round('The calling of support', () => sendSupportCalls({ ...deps, mails }), CALLS_EVERY_MS),
    );
  return {
    async stop() {
      await Promise.all(rounds.map((each) => each.stop()));
      const breakOff = setTimeout(() => stopping.abort(), 5_000);
      await copies.close();
      clearTimeout(breakOff);
    },
  };
}
