import { Controller, Query } from '@nestjs/common';
import { numberQuery, refundPage, registeredNumberPage, type NumberQuery } from '#contracts/api/marks-and-numbers';
import { pageQuery, type PageQuery } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { MarksAndNumbersService } from './marks-and-numbers.service.ts';

const tag = 'Print room: marks and numbers';
const access = { role: 'operator', scope: 'floor:read' } as const;

@Controller()
export class MarksAndNumbersController {
  constructor(private readonly service: MarksAndNumbersService) {}

  @Route('GET', '/v1/site/refunds', {
    tag,
    summary: 'The refund list: franking marks of copies that will never be posted',
    access,
    answer: { status: 200, schema: refundPage },
  })
  refunds(@Asked() call: Call, @Query({ schema: pageQuery }) query: PageQuery) {
    return this.service.refunds(call, query);
  }

  @Route('GET', '/v1/site/registered-numbers', {
    tag,
    summary: 'Registered numbers: assigned, used, void, and how many are free',
    access,
    answer: { status: 200, schema: registeredNumberPage },
  })
  numbers(@Asked() call: Call, @Query({ schema: numberQuery }) query: NumberQuery) {
    return this.service.numbers(call, query);
  }
}
