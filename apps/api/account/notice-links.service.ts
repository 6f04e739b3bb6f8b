import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { NoticeLinkView } from '#contracts/api/notices';
import type { SubscriberRow } from '#database/entities/telling';
import { inLedger, type Clock } from '#database/ledger';
import { accountScope, inScope, type Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import type { NoticeKind } from '#domain/telling';
import type { Door, KnownNoticeLink } from '../http/door.ts';
import { hashOfToken } from '../http/session.ts';
import type { Visit } from '../http/visit.ts';
import { CLOCK, DATABASE, DOOR } from '../parts.ts';
import { Tries } from '../people/tries.ts';
import { lockNotices } from './notice-confirmations.ts';

/** Links by which the reader of an address says that notices may be sent there. Whoever has one needs no access to Pli. */
@Injectable()
export class NoticeLinksService {
  constructor(
    @Inject(DOOR) private readonly door: Door,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly tries: Tries,
  ) {}

  /** Who asks, and for which notices. @throws MailError `link_over` */
  async look(visit: Visit, token: string): Promise<NoticeLinkView> {
    const link = await this.open(visit, token);
    const { account_id, mode, expires_at, confirmed_at } = link;
    return inScope(this.database, accountScope(account_id, mode), async (sql) => {
      const address = await addressOf(sql, link);
      const [account] = await sql<{ name: string }>(`select name from pli.accounts where id = $1`, [account_id]);
      const notices = await noticesTo(sql, address);
      return {
        address,
        organisation: account?.name ?? '',
        mode,
        kinds: notices.map(({ kind }) => kind),
        isConfirmed: confirmed_at !== null,
        expiresAt: expires_at.toISOString(),
      };
    });
  }

  /** Says yes for all notices of the account that go there, now and later. A second time it changes nothing. @throws MailError `link_over` */
  async confirm(visit: Visit, token: string): Promise<void> {
    const link = await this.open(visit, token);
    const { id, account_id: account, mode } = link;
    const act = { actor: `notice_link:${id}`, cause: { request: visit.requestId } };
    await inLedger(this.database, accountScope(account, mode), act, this.clock, async (tx) => {
      await lockNotices(tx.sql, account, mode);
      const address = await addressOf(tx.sql, link);
      await tx.sql(`update pli.notice_confirmations set confirmed_at = coalesce(confirmed_at, $2) where id = $1`, [
        id,
        tx.at,
      ]);
      for (const { id: notice, confirmed_addresses: confirmed } of await noticesTo(tx.sql, address))
        if (!confirmed.includes(address))
          await tx.change('subscriber', 'notice.confirmed', [
            { id: notice, set: {}, content: { confirmed_addresses: [...confirmed, address] } },
          ]);
    });
  }

  private async open(visit: Visit, token: string): Promise<KnownNoticeLink> {
    await this.tries.countAddress(visit);
    const link = await this.door.noticeLink(hashOfToken(token));
    if (link === undefined || link.expires_at <= this.clock()) throw linkOver();
    return link;
  }
}

const linkOver = () =>
  new MailError(
    'link_over',
    'This link is too old, another one was sent since, or no notice goes to this address any more. Whoever manages the notices can send another one.',
  );

/** @throws MailError `link_over` when no notice goes there any more */
async function addressOf(sql: Sql, { id }: KnownNoticeLink): Promise<string> {
  const [row] = await sql<{ address: string | null }>(`select address from pli.notice_confirmations where id = $1`, [
    id,
  ]);
  if (row?.address == null) throw linkOver();
  return row.address;
}

type NoticeTo = Pick<SubscriberRow, 'id' | 'confirmed_addresses'> & { kind: NoticeKind };

const noticesTo = (sql: Sql, address: string): Promise<NoticeTo[]> =>
  sql<NoticeTo>(
    `select id, kind, confirmed_addresses from pli.subscribers
     where channel = 'mail' and state <> 'deleted' and $1 = any(addresses) order by kind`,
    [address],
  );
