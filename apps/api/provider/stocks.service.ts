import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { newStock, newStockVersion, Stock } from '#contracts/api/stocks';
import { pageFrom, type SitePageQuery } from '#contracts/api/shapes';
import { MailError } from '#domain/mail-error';
import type { Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { siteRow } from './sites.service.ts';
import { addVersion, datesOf, type VersionRow } from './versions.ts';

interface Row extends VersionRow {
  stock_id: string;
  site_id: string;
  kind: Stock['kind'];
  data: Stock['data'];
}
const columns = 'id, stock_id, version, site_id, kind, data, valid_from, valid_to';
const viewOf = (row: Row): Stock => ({
  id: row.id,
  stockId: row.stock_id,
  version: row.version,
  siteId: row.site_id,
  kind: row.kind,
  data: row.data,
  ...datesOf(row),
});

@Injectable()
export class StocksService {
  constructor(private readonly ledger: ScopedLedger) {}

  create(call: Call, { siteId, kind, data, validFrom }: z.output<typeof newStock>): Promise<Stock> {
    return this.ledger.write(call, async (tx) => {
      await siteRow(tx.sql, siteId);
      const row = await addVersion(tx, 'stock', { row: { site_id: siteId, kind, data }, validFrom });
      return viewOf({ ...row, stock_id: row.seriesId });
    });
  }

  addVersion(call: Call, stockId: string, { kind, data, validFrom }: z.output<typeof newStockVersion>): Promise<Stock> {
    return this.ledger.write(call, async (tx) => {
      const [known] = await tx.sql<Row>(`select ${columns} from pli.stocks where stock_id = $1 limit 1`, [stockId]);
      if (known === undefined) throw notFound('stock');
      if (known.kind !== kind)
        throw new MailError('stock_kind_differs', `This stock is of the kind "${known.kind}" and stays so.`);
      const row = await addVersion(tx, 'stock', {
        seriesId: stockId,
        row: { site_id: known.site_id, kind, data },
        validFrom,
      });
      return viewOf({ ...row, stock_id: stockId });
    });
  }

  async list(call: Call, { limit, after, siteId }: SitePageQuery): Promise<{ rows: Stock[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(
        `select ${columns} from pli.stocks where id > $1 and ($3::text is null or site_id = $3) order by id limit $2`,
        [after ?? '', limit + 1, siteId ?? null],
      ),
    );
    return pageFrom(read.map(viewOf), limit);
  }
}
