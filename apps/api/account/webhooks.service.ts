import { Inject, Injectable } from '@nestjs/common';
import type {
  NewWebhook,
  SecretRotation,
  WebhookChange,
  WebhookEnabling,
  WebhookShownOnce,
  WebhookView,
} from '#contracts/api/webhooks';
import { newId } from '#contracts/new-id';
import { eraseAnswers } from '#database/erase-answers';
import { lastNumber } from '#database/feed';
import type { LedgerTransaction } from '#database/ledger';
import { MailError } from '#domain/mail-error';
import type { MasterKey } from '#storage/master-key';
import { Guard } from '#telling/guard';
import { newSecret } from '#telling/signature';
import { customerOf, type Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { MASTER_KEY, SETTINGS } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { streamOfCaller } from './events.service.ts';
import { webhookColumns, webhookRow, webhookViewOf, type WebhookRow } from './webhook-rows.ts';

/** Webhooks of an account in one mode. */
const MOST_WEBHOOKS = 20;
const HOUR_MS = 3600_000;

/** The webhooks of an account in one mode: who they are, what they hear, what they sign with. */
@Injectable()
export class WebhooksService {
  private readonly guard: Guard;

  constructor(
    private readonly ledger: ScopedLedger,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.guard = new Guard(settings.WEBHOOK_ALLOWED_NETWORKS);
  }

  /**
   * Makes a webhook. Its secret leaves here once; what stays is sealed under the master key.
   * @throws MailError `webhook_url_refused`, `webhooks_full`, `event_number_ahead`
   */
  async create(call: Call, given: NewWebhook): Promise<WebhookShownOnce> {
    const stored = await this.ledger.stored<WebhookShownOnce>(call);
    // Made already: whatever its name leads to by now, the repetition is answered as the first was.
    if (stored !== undefined) return this.unsealed(stored);
    await this.guard.check(given.url);
    const { account, mode } = customerOf(call);
    const secret = newSecret();
    return this.shownOnce(call, 201, async (tx) => {
      await leaveRoom(tx, account, mode);
      const last = await lastNumber(tx.sql, streamOfCaller(call));
      if (given.after !== undefined && given.after > last) throw numberAhead(last);
      const id = newId('webhook', tx.at);
      const row: WebhookRow = {
        id,
        state: 'enabled',
        state_since: tx.at,
        reason_code: null,
        types: given.types ?? ['*'],
        ...batchColumns(given.batch ?? null),
        url: given.url,
        description: given.description ?? null,
        former_secret_until: null,
        cursor: given.after ?? last,
        failing_since: null,
        redeliver_next: null,
        redeliver_to: null,
        created_at: tx.at,
      };
      await tx.create('subscriber', 'webhook.made', [
        { ...row, account_id: account, mode, channel: 'webhook', secret: this.sealed(secret, id) },
      ]);
      return { ...webhookViewOf(row), secret };
    });
  }

  async list(call: Call): Promise<{ rows: WebhookView[] }> {
    const rows = await this.ledger.read(call, (sql) =>
      sql<WebhookRow>(
        `select ${webhookColumns} from pli.subscribers where channel = 'webhook' and state <> 'deleted' order by id`,
      ),
    );
    return { rows: rows.map(webhookViewOf) };
  }

  async one(call: Call, id: string): Promise<WebhookView> {
    return webhookViewOf(await this.ledger.read(call, (sql) => webhookRow(sql, id)));
  }

  /** Changes what is given. What waited for its next attempt is tried at once when the address changes. */
  async change(call: Call, id: string, given: WebhookChange): Promise<WebhookView> {
    if (given.url !== undefined) await this.guard.check(given.url);
    return this.ledger.write(call, async (tx) => {
      const row = await webhookRow(tx.sql, id, 'for update');
      const set = {
        types: given.types ?? row.types,
        ...(given.batch === undefined
          ? { batch_most: row.batch_most, batch_seconds: row.batch_seconds }
          : batchColumns(given.batch)),
      };
      const moved = given.url !== undefined && given.url !== row.url;
      const content = {
        url: given.url ?? row.url,
        description: given.description === undefined ? row.description : given.description,
        failing_since: moved ? null : row.failing_since,
      };
      await tx.change('subscriber', 'webhook.changed', [{ id, set, content }]);
      if (moved) await this.tryNow(tx, id);
      return webhookViewOf({ ...row, ...set, ...content });
    });
  }

  /** Nothing more is sent; address, description and secrets are erased. */
  async remove(call: Call, id: string): Promise<WebhookView> {
    return this.ledger.write(call, async (tx) => {
      const row = await webhookRow(tx.sql, id, 'for update');
      const set = { state: 'deleted' as const, state_since: tx.at };
      const content = {
        url: null,
        description: null,
        former_secret_until: null,
        redeliver_next: null,
        redeliver_to: null,
      };
      await tx.change('subscriber', 'webhook.deleted', [
        { id, set, content: { ...content, secret: null, former_secret: null } },
      ]);
      // Address and secret lie in the answers too.
      await eraseAnswers(tx.sql, [id], tx.at);
      return webhookViewOf({ ...row, ...set, ...content });
    });
  }

  /** A new secret; the former one signs beside it for some hours, so that the receiver changes without losing a message. */
  async rotate(call: Call, id: string, { overlapHours }: SecretRotation): Promise<WebhookShownOnce> {
    const secret = newSecret();
    return this.shownOnce(call, 200, async (tx) => {
      const row = await webhookRow(tx.sql, id, 'for update');
      const [{ former }] = (await tx.sql(`select secret as former from pli.subscribers where id = $1`, [id])) as [
        { former: Buffer },
      ];
      const until = overlapHours === 0 ? null : new Date(tx.at.getTime() + overlapHours * HOUR_MS);
      const content = {
        secret: this.sealed(secret, id),
        former_secret: until === null ? null : former,
        former_secret_until: until,
      };
      await tx.change('subscriber', 'webhook.secret_rotated', [{ id, set: {}, content }]);
      return { ...webhookViewOf({ ...row, former_secret_until: until }), secret };
    });
  }

  /**
   * Switches a disabled webhook on again; one that is on is left as it is.
   * @param given where to go on: with all that was missed, or from now on
   */
  async enable(call: Call, id: string, { from }: WebhookEnabling): Promise<WebhookView> {
    return this.ledger.once(call, 200, async (tx) => {
      const row = await webhookRow(tx.sql, id, 'for update');
      if (row.state === 'enabled') return webhookViewOf(row);
      const set = { state: 'enabled' as const, state_since: tx.at, reason_code: null };
      const cursor = from === 'now' ? await lastNumber(tx.sql, streamOfCaller(call)) : row.cursor;
      const content = { cursor, failing_since: null };
      await tx.change('subscriber', 'webhook.enabled', [{ id, set, content }], { from: ['disabled'] });
      if (from === 'now')
        await tx.sql(
          `update pli.messages set state = 'failed', next_at = null, queued_at = null, ended_at = $2 where subscriber_id = $1 and state = 'due'`,
          [id, tx.at],
        );
      else {
        await this.tryNow(tx, id);
        // Those given up in the outage that switched it off were missed as well.
        await tx.sql(
          `update pli.messages set state = 'due', attempts = 0, next_at = $2, queued_at = null, ended_at = null
           where subscriber_id = $1 and state = 'failed' and kind = 'events' and ended_at >= $3`,
          [id, tx.at, row.failing_since ?? row.state_since],
        );
      }
      return webhookViewOf({ ...row, ...set, ...content });
    });
  }

  /** Answers with a secret; what is stored under the idempotency key holds it sealed, and a repetition is shown it again. */
  private async shownOnce(
    call: Call,
    status: number,
    work: (tx: LedgerTransaction) => Promise<WebhookShownOnce>,
  ): Promise<WebhookShownOnce> {
    const answer = await this.ledger.once(call, status, async (tx) => {
      const made = await work(tx);
      return { ...made, secret: this.sealed(made.secret, made.id).toString('base64') };
    });
    return this.unsealed(answer);
  }

  private unsealed(answer: WebhookShownOnce): WebhookShownOnce {
    return { ...answer, secret: this.masterKey.unwrap(Buffer.from(answer.secret, 'base64'), answer.id).toString() };
  }

  private async tryNow(tx: LedgerTransaction, id: string): Promise<void> {
    await tx.sql(
      `update pli.messages set attempts = 0, next_at = $2, queued_at = null where subscriber_id = $1 and state = 'due'`,
      [id, tx.at],
    );
  }

  private sealed(secret: string, id: string): Buffer {
    return this.masterKey.wrap(Buffer.from(secret), id);
  }
}

const batchColumns = (batch: { most: number; seconds: number } | null) => ({
  batch_most: batch?.most ?? 1,
  batch_seconds: batch?.seconds ?? 0,
});

/** Two that are made at once are counted one after the other. */
async function leaveRoom({ sql }: LedgerTransaction, account: string, mode: string): Promise<void> {
  await sql(`select pg_advisory_xact_lock(hashtextextended('pli webhooks ' || $1 || ' ' || $2, 0))`, [account, mode]);
  const [{ webhooks } = { webhooks: 0 }] = await sql<{ webhooks: number }>(
    `select count(*) as webhooks from pli.subscribers where channel = 'webhook' and state <> 'deleted'`,
  );
  if (webhooks >= MOST_WEBHOOKS)
    throw new MailError(
      'webhooks_full',
      `An account has at most ${MOST_WEBHOOKS} webhooks in a mode. Delete one that is not used any more.`,
    );
}

/** The answer for a number that the feed has not reached. */
export const numberAhead = (last: number): MailError =>
  new MailError(
    'event_number_ahead',
    `The feed ends at number ${last}: nothing can follow a later one. Give a number that you have received.`,
  );
