import { Body, Controller, Query } from '@nestjs/common';
import { newNumberRange, numberRange, numberRangePage, type NewNumberRange } from '#contracts/api/number-ranges';
import { sitePageQuery, type SitePageQuery } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { NumberRangesService } from './number-ranges.service.ts';

const tag = 'Provider: number ranges';

@Controller()
export class NumberRangesController {
  constructor(private readonly ranges: NumberRangesService) {}

  @Route('POST', '/v1/provider/number-ranges', {
    tag,
    summary: 'Give a site numbers for registered mail',
    access: { role: 'provider', scope: 'provider:write' },
    answer: { status: 201, schema: numberRange },
    problems: ['number_range_overlaps', 'number_range_invalid'],
  })
  create(@Asked() call: Call, @Body({ schema: newNumberRange }) body: NewNumberRange) {
    return this.ranges.create(call, body);
  }

  @Route('GET', '/v1/provider/number-ranges', {
    tag,
    summary: 'List number ranges',
    access: { role: 'provider', scope: 'provider:read' },
    answer: { status: 200, schema: numberRangePage },
  })
  list(@Asked() call: Call, @Query({ schema: sitePageQuery }) query: SitePageQuery) {
    return this.ranges.list(call, query);
  }
}
