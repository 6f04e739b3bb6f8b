import { Body, Controller, Param, Query } from '@nestjs/common';
import { becauseOnly, type Because } from '#contracts/api/floor';
import { floorOrder, floorOrderPage, floorOrderQuery, type FloorOrderQuery } from '#contracts/api/floor-orders';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { FloorOrdersService } from './floor-orders.service.ts';

const tag = 'Print room: orders';
const read = { role: 'operator', scope: 'floor:read' } as const;
const id = idOf('order');

@Controller()
export class FloorOrdersController {
  constructor(private readonly orders: FloorOrdersService) {}

  @Route('GET', '/v1/site/orders', {
    tag,
    summary: 'List submitted orders',
    access: read,
    answer: { status: 200, schema: floorOrderPage },
  })
  list(@Asked() call: Call, @Query({ schema: floorOrderQuery }) query: FloorOrderQuery) {
    return this.orders.list(call, query);
  }

  @Route('GET', '/v1/site/orders/:id', {
    tag,
    summary: 'One order',
    access: read,
    answer: { status: 200, schema: floorOrder },
  })
  one(@Asked() call: Call, @Param('id', { schema: id }) orderId: string) {
    return this.orders.one(call, orderId);
  }

  @Route('POST', '/v1/site/orders/:id/refuse', {
    tag,
    summary: 'Refuse an order of which nothing is on paper yet; the customer reads why',
    access: { role: 'operator', scope: 'floor:write' },
    answer: { status: 200, schema: floorOrder },
    problems: ['order_not_refusable'],
  })
  refuse(
    @Asked() call: Call,
    @Param('id', { schema: id }) orderId: string,
    @Body({ schema: becauseOnly }) body: Because,
  ) {
    return this.orders.refuse(call, orderId, body);
  }
}
