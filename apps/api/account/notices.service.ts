import { Inject, Injectable } from '@nestjs/common';
import type { NoticeSettings, NoticeView } from '#contracts/api/notices';
import { newId } from '#contracts/new-id';
import type { SubscriberRow } from '#database/entities/telling';
import { lastNumber } from '#database/feed';
import { MailError } from '#domain/mail-error';
import { noticeEvents, type NoticeKind } from '#domain/telling';
import { customerOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { SETTINGS } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { streamOfCaller } from './events.service.ts';

type Row = Pick<SubscriberRow, 'id' | 'kind' | 'state' | 'state_since' | 'reason_code' | 'addresses'>;
const columns = 'id, kind, state, state_since, reason_code, addresses';

/** Mail notices of an account in one mode: for each kind, to whom. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly ledger: ScopedLedger,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async list(call: Call): Promise<{ rows: NoticeView[] }> {
    const rows = await this.ledger.read(call, (sql) =>
      sql<Row>(`select ${columns} from pli.subscribers where channel = 'mail' and state <> 'deleted' order by kind`),
    );
    return { rows: rows.map(viewOf) };
  }

  /**
   * Says who gets the mails of a kind, from now on; one that was disabled is on again, and sends what it missed.
   * @throws MailError `mail_not_set_up`
   */
  async set(call: Call, kind: NoticeKind, { addresses }: NoticeSettings): Promise<NoticeView> {
    if (this.settings.MAIL_FROM === undefined)
      throw new MailError(
        'mail_not_set_up',
        'This Pli sends no mail: the provider has named no mail server. Use a webhook or the event stream.',
      );
    const { account, mode } = customerOf(call);
    return this.ledger.write(call, async (tx) => {
      await tx.sql(`select pg_advisory_xact_lock(hashtextextended('pli notices ' || $1 || ' ' || $2, 0))`, [
        account,
        mode,
      ]);
      const [known] = await tx.sql<Row>(
        `select ${columns} from pli.subscribers where kind = $1 and state <> 'deleted' for update`,
        [kind],
      );
      if (known !== undefined) {
        const set = {
          state: 'enabled' as const,
          state_since: known.state === 'enabled' ? known.state_since : tx.at,
          reason_code: null,
        };
        await tx.change('subscriber', 'notice.changed', [
          { id: known.id, set, content: { addresses, failing_since: null } },
        ]);
        await tx.sql(
          `update pli.messages set attempts = 0, next_at = $2, queued_at = null where subscriber_id = $1 and state = 'due'`,
          [known.id, tx.at],
        );
        return viewOf({ ...known, ...set, addresses });
      }
      const row: Row = {
        id: newId('notice', tx.at),
        kind,
        state: 'enabled',
        state_since: tx.at,
        reason_code: null,
        addresses,
      };
      await tx.create('subscriber', 'notice.made', [
        {
          ...row,
          account_id: account,
          mode,
          channel: 'mail',
          types: noticeEvents[kind],
          batch_most: 1,
          batch_seconds: 0,
          cursor: await lastNumber(tx.sql, streamOfCaller(call)),
          created_at: tx.at,
        },
      ]);
      return viewOf(row);
    });
  }

  /** No more mails of that kind; the addresses are erased. */
  async remove(call: Call, kind: NoticeKind): Promise<void> {
    return this.ledger.write(call, async (tx) => {
      const [row] = await tx.sql<Row>(
        `select ${columns} from pli.subscribers where kind = $1 and state <> 'deleted' for update`,
        [kind],
      );
      if (row === undefined) throw notFound('notice');
      await tx.change('subscriber', 'notice.deleted', [
        { id: row.id, set: { state: 'deleted', state_since: tx.at }, content: { addresses: null } },
      ]);
    });
  }
}

const viewOf = (row: Row): NoticeView => ({
  kind: row.kind!,
  state: row.state === 'disabled' ? 'disabled' : 'enabled',
  reason: row.reason_code,
  addresses: row.addresses ?? [],
  since: row.state_since.toISOString(),
});
