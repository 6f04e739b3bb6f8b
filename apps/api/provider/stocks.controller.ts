import { Body, Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { newStock, newStockVersion, stock, stockPage } from '#contracts/api/stocks';
import { idOf, sitePageQuery, type SitePageQuery } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { StocksService } from './stocks.service.ts';

const tag = 'Provider: stocks';
const read = { role: 'provider', scope: 'provider:read' } as const;
const write = { role: 'provider', scope: 'provider:write' } as const;

@Controller()
export class StocksController {
  constructor(private readonly stocks: StocksService) {}

  @Route('POST', '/v1/provider/stocks', {
    tag,
    summary: 'Tell of an envelope or paper stock',
    access: write,
    answer: { status: 201, schema: stock },
  })
  create(@Asked() call: Call, @Body({ schema: newStock }) body: z.output<typeof newStock>) {
    return this.stocks.create(call, body);
  }

  @Route('POST', '/v1/provider/stocks/:id/versions', {
    tag,
    summary: 'Tell of another batch of a stock',
    access: write,
    answer: { status: 201, schema: stock },
    problems: ['version_not_after', 'stock_kind_differs'],
  })
  addVersion(
    @Asked() call: Call,
    @Param('id', { schema: idOf('stock') }) id: string,
    @Body({ schema: newStockVersion }) body: z.output<typeof newStockVersion>,
  ) {
    return this.stocks.addVersion(call, id, body);
  }

  @Route('GET', '/v1/provider/stocks', {
    tag,
    summary: 'List stocks with all their versions',
    access: read,
    answer: { status: 200, schema: stockPage },
  })
  list(@Asked() call: Call, @Query({ schema: sitePageQuery }) query: SitePageQuery) {
    return this.stocks.list(call, query);
  }
}
