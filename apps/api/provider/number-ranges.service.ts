import { Injectable } from '@nestjs/common';
import type { NewNumberRange, NumberRangeView } from '#contracts/api/number-ranges';
import { pageFrom, type SitePageQuery } from '#contracts/api/shapes';
import { newId } from '#contracts/new-id';
import type { Mode } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { acceptRange, rangesOverlap } from '#domain/registered-numbers';
import type { Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { siteRow } from './sites.service.ts';

interface Row {
  id: string;
  site_id: string;
  mode: Mode;
  kind: 's10';
  prefix: string;
  country: string;
  first: number;
  last: number;
  next: number;
  created_at: Date;
}
const columns = 'id, site_id, mode, kind, prefix, country, first, last, next, created_at';
const viewOf = ({ site_id, created_at, ...row }: Row): NumberRangeView => ({
  ...row,
  siteId: site_id,
  createdAt: created_at.toISOString(),
});

/** No number is used again within 12 months (UPU S10): a range may come back only when the old one is older than that. */
const REUSE_AFTER_MONTHS = 12;

@Injectable()
export class NumberRangesService {
  constructor(private readonly ledger: ScopedLedger) {}

  create(call: Call, { siteId, kind, prefix, country, first, last }: NewNumberRange): Promise<NumberRangeView> {
    acceptRange({ prefix, country, from: first, to: last });
    return this.ledger.write(call, async (tx) => {
      const { mode } = await siteRow(tx.sql, siteId);
      // Two calls at once must not both find their range free.
      await tx.sql(`select pg_advisory_xact_lock(hashtextextended('number range ' || $1 || $2, 0))`, [prefix, country]);
      const others = await tx.sql<Row>(
        `select ${columns} from pli.number_ranges where prefix = $1 and country = $2 and mode = $3 and created_at > $4::timestamptz - make_interval(months => $5)`,
        [prefix, country, mode, tx.at, REUSE_AFTER_MONTHS],
      );
      const asked = { prefix, country, from: first, to: last };
      const taken = others.find((other) =>
        rangesOverlap({ prefix, country, from: other.first, to: other.last }, asked),
      );
      if (taken)
        throw new MailError(
          'number_range_overlaps',
          `The range ${taken.id} (${taken.first} to ${taken.last}) shares numbers with this one and is younger than ${REUSE_AFTER_MONTHS} months. Ask the carrier for another range.`,
        );
      const row: Row = {
        id: newId('number_range', tx.at),
        site_id: siteId,
        mode,
        kind,
        prefix,
        country,
        first,
        last,
        next: first,
        created_at: tx.at,
      };
      await tx.create('number_range', 'number_range.added', [{ ...row }]);
      return viewOf(row);
    });
  }

  async list(
    call: Call,
    { limit, after, siteId }: SitePageQuery,
  ): Promise<{ rows: NumberRangeView[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(
        `select ${columns} from pli.number_ranges where id > $1 and ($3::text is null or site_id = $3) order by id limit $2`,
        [after ?? '', limit + 1, siteId ?? null],
      ),
    );
    return pageFrom(read.map(viewOf), limit);
  }
}
