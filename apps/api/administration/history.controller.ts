import { Readable } from 'node:stream';
import { Controller, Query, StreamableFile } from '@nestjs/common';
import {
  historyChoices,
  letterHistoryFileQuery,
  letterHistoryPage,
  letterHistoryQuery,
  orderHistoryFileQuery,
  orderHistoryPage,
  orderHistoryQuery,
  type LetterHistoryFileQuery,
  type LetterHistoryQuery,
  type OrderHistoryFileQuery,
  type OrderHistoryQuery,
} from '#contracts/api/history';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { HistoryService } from './history.service.ts';

const tag = 'History';
const access = { role: 'customer', scope: 'orders:read' } as const;
const problems = ['cost_centre_key_unknown'];
const csv = { status: 200, media: ['text/csv'], description: 'CSV in UTF-8' } as const;

@Controller()
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Route('GET', '/v1/history/letters', {
    tag,
    summary: 'Letters that were submitted, newest order first',
    access,
    answer: { status: 200, schema: letterHistoryPage },
    problems,
  })
  letters(@Asked() call: Call, @Query({ schema: letterHistoryQuery }) query: LetterHistoryQuery) {
    return this.history.letters(call, query);
  }

  @Route('GET', '/v1/history/letters.csv', {
    tag,
    summary: 'The same letters, all of them, for a spreadsheet',
    access,
    answer: csv,
    problems,
  })
  async letterFile(@Asked() call: Call, @Query({ schema: letterHistoryFileQuery }) query: LetterHistoryFileQuery) {
    return csvFile(await this.history.letterFile(call, query), 'letters');
  }

  @Route('GET', '/v1/history/orders', {
    tag,
    summary: 'Orders that were submitted, newest first',
    access,
    answer: { status: 200, schema: orderHistoryPage },
    problems,
  })
  orders(@Asked() call: Call, @Query({ schema: orderHistoryQuery }) query: OrderHistoryQuery) {
    return this.history.orders(call, query);
  }

  @Route('GET', '/v1/history/orders.csv', {
    tag,
    summary: 'The same orders, all of them, for a spreadsheet',
    access,
    answer: csv,
    problems,
  })
  async orderFile(@Asked() call: Call, @Query({ schema: orderHistoryFileQuery }) query: OrderHistoryFileQuery) {
    return csvFile(await this.history.orderFile(call, query), 'orders');
  }

  @Route('GET', '/v1/history/choices', {
    tag,
    summary: 'What history and statistics may be chosen by',
    access,
    answer: { status: 200, schema: historyChoices },
  })
  choices(@Asked() call: Call) {
    return this.history.choices(call);
  }
}

const csvFile = (lines: AsyncIterable<string>, name: string) =>
  new StreamableFile(Readable.from(lines, { objectMode: false }), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}.csv"`,
  });
