import { Inject, Injectable } from '@nestjs/common';
import type { NoticeSettings, NoticeView } from '#contracts/api/notices';
import { newId } from '#contracts/new-id';
import type { SubscriberRow } from '#database/entities/telling';
import { lastNumber } from '#database/feed';
import type { LedgerTransaction } from '#database/ledger';
import type { Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { noticeEvents, type NoticeKind } from '#domain/telling';
import type { MasterKey } from '#storage/master-key';
import { customerOf, type Call } from '../http/caller.ts';
import { PublicAddress } from '../http/public-address.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { MASTER_KEY, SETTINGS } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { streamOfCaller } from './events.service.ts';
import {
  askToConfirm,
  confirmedAddresses,
  forgetAddresses,
  lockNotices,
  mustNotBeAskedNow,
  openLinks,
} from './notice-confirmations.ts';

type Row = Pick<
  SubscriberRow,
  'id' | 'kind' | 'state' | 'state_since' | 'reason_code' | 'addresses' | 'confirmed_addresses'
>;
const columns = 'id, kind, state, state_since, reason_code, addresses, confirmed_addresses';

/** Mail notices of an account in one mode: for each kind, to whom. Nothing is sent to an address before its reader has said yes. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly ledger: ScopedLedger,
    private readonly publicAddress: PublicAddress,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  async list(call: Call): Promise<{ rows: NoticeView[] }> {
    return this.ledger.read(call, async (sql) => {
      const rows = await sql<Row>(
        `select ${columns} from pli.subscribers where channel = 'mail' and state <> 'deleted' order by kind`,
      );
      const links = await openLinks(sql, this.ledger.clock());
      return { rows: rows.map((row) => viewOf(row, links)) };
    });
  }

  /**
   * Says who gets the mails of a kind, from now on; one that was disabled is on again, and sends what it missed. Addresses that nobody has
   * confirmed are sent a link.
   * @throws MailError `mail_not_set_up`, `confirmations_full`
   */
  async set(call: Call, kind: NoticeKind, { addresses }: NoticeSettings): Promise<NoticeView> {
    this.mustSendMails();
    const { account, mode } = customerOf(call);
    return this.ledger.write(call, async (tx) => {
      await lockNotices(tx.sql, account, mode);
      const known = await this.known(tx.sql, kind);
      const confirmed = await confirmedAddresses(tx.sql);
      const content = { addresses, confirmed_addresses: addresses.filter((address) => confirmed.includes(address)) };
      const row = known ? await change(tx, known, content) : await make(tx, call, kind, content);
      await forgetAddresses(tx.sql, tx.at);
      const links = await openLinks(tx.sql, tx.at);
      const unknown = addresses.filter((address) => !confirmed.includes(address) && !links.has(address));
      await askToConfirm(tx, this.asking(call), [...new Set(unknown)]);
      return viewOf(row, await openLinks(tx.sql, tx.at));
    });
  }

  /**
   * Sends another link to an address of a notice; one that is confirmed needs none.
   * @throws MailError `not_found`, `mail_not_set_up`, `confirmation_sent`, `confirmations_full`
   */
  async askAgain(call: Call, kind: NoticeKind, address: string): Promise<NoticeView> {
    this.mustSendMails();
    const { account, mode } = customerOf(call);
    return this.ledger.write(call, async (tx) => {
      await lockNotices(tx.sql, account, mode);
      const row = await this.known(tx.sql, kind);
      if (row === undefined || !row.addresses?.includes(address)) throw notFound('address');
      if (!row.confirmed_addresses.includes(address)) {
        await mustNotBeAskedNow(tx.sql, address, tx.at);
        await askToConfirm(tx, this.asking(call), [address]);
      }
      return viewOf(row, await openLinks(tx.sql, tx.at));
    });
  }

  /** No more mails of that kind; the addresses are erased. */
  async remove(call: Call, kind: NoticeKind): Promise<void> {
    const { account, mode } = customerOf(call);
    return this.ledger.write(call, async (tx) => {
      await lockNotices(tx.sql, account, mode);
      const row = await this.known(tx.sql, kind);
      if (row === undefined) throw notFound('notice');
      const content = { addresses: null, confirmed_addresses: [] };
      await tx.change('subscriber', 'notice.deleted', [
        { id: row.id, set: { state: 'deleted', state_since: tx.at }, content },
      ]);
      await forgetAddresses(tx.sql, tx.at);
    });
  }

  private async known(sql: Sql, kind: NoticeKind): Promise<Row | undefined> {
    const [row] = await sql<Row>(
      `select ${columns} from pli.subscribers where kind = $1 and state <> 'deleted' for update`,
      [kind],
    );
    return row;
  }

  private asking(call: Call) {
    return { ...customerOf(call), masterKey: this.masterKey, origin: this.publicAddress.origin };
  }

  private mustSendMails(): void {
    if (this.settings.MAIL_FROM === undefined)
      throw new MailError(
        'mail_not_set_up',
        'This Pli sends no mail: the provider has named no mail server. Use a webhook or the event stream.',
      );
  }
}

type Addresses = { addresses: string[]; confirmed_addresses: string[] };

async function change(tx: LedgerTransaction, known: Row, content: Addresses): Promise<Row> {
  const set = {
    state: 'enabled' as const,
    state_since: known.state === 'enabled' ? known.state_since : tx.at,
    reason_code: null,
  };
  await tx.change('subscriber', 'notice.changed', [
    { id: known.id, set, content: { ...content, failing_since: null } },
  ]);
  await tx.sql(
    `update pli.messages set attempts = 0, next_at = $2, queued_at = null where subscriber_id = $1 and state = 'due'`,
    [known.id, tx.at],
  );
  return { ...known, ...set, ...content };
}

async function make(tx: LedgerTransaction, call: Call, kind: NoticeKind, content: Addresses): Promise<Row> {
  const { account, mode } = customerOf(call);
  const row: Row = {
    id: newId('notice', tx.at),
    kind,
    state: 'enabled',
    state_since: tx.at,
    reason_code: null,
    ...content,
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
  return row;
}

function viewOf(row: Row, links: ReadonlyMap<string, Date>): NoticeView {
  const { addresses, confirmed_addresses: confirmed } = row;
  const unconfirmed = (addresses ?? []).filter((address) => !confirmed.includes(address));
  return {
    kind: row.kind!,
    state: row.state === 'disabled' ? 'disabled' : confirmed.length > 0 ? 'enabled' : 'unconfirmed',
    reason: row.reason_code,
    addresses: addresses ?? [],
    unconfirmed: unconfirmed.map((address) => ({ address, until: links.get(address)?.toISOString() ?? null })),
    since: row.state_since.toISOString(),
  };
}
