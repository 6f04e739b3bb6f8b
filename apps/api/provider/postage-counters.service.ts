import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { newPostageCounter, PostageCounter } from '#contracts/api/postage-counters';
import { pageFrom, type SitePageQuery } from '#contracts/api/shapes';
import { newId } from '#contracts/new-id';
import type { Mode } from '#database/scope';
import { refuseUnexecutedFranking, type FrankingMode } from '#domain/franking';
import { MailError } from '#domain/mail-error';
import type { Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { siteRow } from './sites.service.ts';

interface Row {
  id: string;
  site_id: string;
  mode: Mode;
  carrier_contract: string;
  franking_mode: FrankingMode;
  last_mark: number;
}
const columns = 'id, site_id, mode, carrier_contract, franking_mode, last_mark';
const viewOf = (row: Row): PostageCounter => ({
  id: row.id,
  siteId: row.site_id,
  mode: row.mode,
  carrierContract: row.carrier_contract,
  franking: row.franking_mode,
  lastMark: row.last_mark,
});

@Injectable()
export class PostageCountersService {
  constructor(private readonly ledger: ScopedLedger) {}

  create(
    call: Call,
    { siteId, carrierContract, franking }: z.output<typeof newPostageCounter>,
  ): Promise<PostageCounter> {
    refuseUnexecutedFranking(franking);
    return this.ledger.write(call, async (tx) => {
      const { mode } = await siteRow(tx.sql, siteId);
      const [known] = await tx.sql<{ id: string }>(
        `select id from pli.postage_counters where site_id = $1 and carrier_contract = $2 and franking_mode = $3`,
        [siteId, carrierContract, franking],
      );
      if (known) throw new MailError('postage_counter_exists', `The counter ${known.id} counts these marks already.`);
      const row: Row = {
        id: newId('postage_counter', tx.at),
        site_id: siteId,
        mode,
        carrier_contract: carrierContract,
        franking_mode: franking,
        last_mark: 0,
      };
      await tx.create('postage_counter', 'postage_counter.added', [{ ...row }]);
      return viewOf(row);
    });
  }

  async list(
    call: Call,
    { limit, after, siteId }: SitePageQuery,
  ): Promise<{ rows: PostageCounter[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(
        `select ${columns} from pli.postage_counters where id > $1 and ($3::text is null or site_id = $3) order by id limit $2`,
        [after ?? '', limit + 1, siteId ?? null],
      ),
    );
    return pageFrom(read.map(viewOf), limit);
  }
}
