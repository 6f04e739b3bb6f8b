import { Controller, Query, StreamableFile } from '@nestjs/common';
import {
  statistics,
  statisticsFileQuery,
  statisticsQuery,
  type StatisticsFileQuery,
  type StatisticsQuery,
} from '#contracts/api/statistics';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { StatisticsService } from './statistics.service.ts';

const tag = 'Statistics';
const access = { role: 'customer', scope: 'statistics:read' } as const;

@Controller()
export class StatisticsController {
  constructor(private readonly service: StatisticsService) {}

  @Route('GET', '/v1/statistics', {
    tag,
    summary: 'Letters of a period, counted by month, service, state and more',
    description:
      'By the day of submission; drafts are not counted. Each number is the length of the list that `/v1/history/letters` gives for the same choice.',
    access,
    answer: { status: 200, schema: statistics },
    problems: ['cost_centre_key_unknown'],
  })
  statistics(@Asked() call: Call, @Query({ schema: statisticsQuery }) query: StatisticsQuery) {
    return this.service.statistics(call, query);
  }

  @Route('GET', '/v1/statistics.csv', {
    tag,
    summary: 'The same for a spreadsheet',
    access,
    answer: { status: 200, media: ['text/csv'], description: 'CSV in UTF-8' },
    problems: ['cost_centre_key_unknown'],
  })
  async file(@Asked() call: Call, @Query({ schema: statisticsFileQuery }) query: StatisticsFileQuery) {
    return new StreamableFile(Buffer.from(await this.service.file(call, query)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="statistics-${query.from}-${query.to}.csv"`,
    });
  }
}
