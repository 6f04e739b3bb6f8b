import { Body, Controller, Query } from '@nestjs/common';
import type { z } from 'zod';
import { newPostageCounter, postageCounter, postageCounterPage } from '#contracts/api/postage-counters';
import { sitePageQuery, type SitePageQuery } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { PostageCountersService } from './postage-counters.service.ts';

const tag = 'Provider: postage counters';

@Controller()
export class PostageCountersController {
  constructor(private readonly counters: PostageCountersService) {}

  @Route('POST', '/v1/provider/postage-counters', {
    tag,
    summary: 'Open the counter of a site, carrier contract and franking mode',
    access: { role: 'provider', scope: 'provider:write' },
    answer: { status: 201, schema: postageCounter },
    problems: ['postage_counter_exists', 'option_not_available'],
  })
  create(@Asked() call: Call, @Body({ schema: newPostageCounter }) body: z.output<typeof newPostageCounter>) {
    return this.counters.create(call, body);
  }

  @Route('GET', '/v1/provider/postage-counters', {
    tag,
    summary: 'List postage counters',
    access: { role: 'provider', scope: 'provider:read' },
    answer: { status: 200, schema: postageCounterPage },
  })
  list(@Asked() call: Call, @Query({ schema: sitePageQuery }) query: SitePageQuery) {
    return this.counters.list(call, query);
  }
}
