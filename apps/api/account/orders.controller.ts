import { Body, Controller, Param, Query } from '@nestjs/common';
import { LETTERS_A_CALL, lettersReceipt, newLetters, type NewLetters } from '#contracts/api/letters';
import {
  newOrder,
  order,
  orderChange,
  orderPage,
  orderQuery,
  orderReceipt,
  orderSubmission,
  type NewOrder,
  type OrderChange,
  type OrderQuery,
  type OrderSubmission,
} from '#contracts/api/orders';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { DraftsService } from './drafts.service.ts';
import { OrderViews } from './order-views.ts';
import { OrdersService } from './orders.service.ts';

const tag = 'Orders';
const read = { role: 'customer', scope: 'orders:read' } as const;
const write = { role: 'customer', scope: 'orders:write' } as const;
const id = idOf('order');
const lettersBody = { media: 'application/json', mostBytes: 16 * 1024 * 1024 } as const;
const rowProblems = [
  'letters_invalid',
  'address_line_too_long',
  'address_character',
  'template_data_invalid',
  'template_version_unknown',
  'document_unknown',
  'document_not_accepted',
  'page_range_invalid',
];
const submitProblems = [
  'order_not_makeable',
  'warning_not_accepted',
  'order_empty',
  'contract_missing',
  'site_needed',
  'account_suspended',
  'live_site_not_ready',
];

@Controller()
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly drafts: DraftsService,
    private readonly views: OrderViews,
  ) {}

  @Route('POST', '/v1/orders', {
    tag,
    summary: 'Make an order; with letters and submit, one call sends a letter',
    description: `A draft until it is submitted. Takes up to ${LETTERS_A_CALL} letters; add more to a draft. With \`submit: true\` all of it is accepted, or nothing is stored and \`errors\` names what is wrong in which letter.`,
    access: write,
    body: lettersBody,
    once: true,
    answer: { status: 201, schema: orderReceipt },
    problems: [...rowProblems, ...submitProblems],
  })
  create(@Asked() call: Call, @Body({ schema: newOrder }) body: NewOrder) {
    return this.orders.create(call, body);
  }

  @Route('GET', '/v1/orders', { tag, summary: 'List orders', access: read, answer: { status: 200, schema: orderPage } })
  list(@Asked() call: Call, @Query({ schema: orderQuery }) query: OrderQuery) {
    return this.views.list(call, query);
  }

  @Route('GET', '/v1/orders/:id', {
    tag,
    summary: 'One order, how far its letters are, and what it waits for',
    access: read,
    answer: { status: 200, schema: order },
  })
  one(@Asked() call: Call, @Param('id', { schema: id }) orderId: string) {
    return this.views.one(call, orderId);
  }

  @Route('PATCH', '/v1/orders/:id', {
    tag,
    summary: 'Change options of a draft',
    access: write,
    answer: { status: 200, schema: order },
    problems: ['order_not_draft', 'option_conflict'],
  })
  async change(
    @Asked() call: Call,
    @Param('id', { schema: id }) orderId: string,
    @Body({ schema: orderChange }) body: OrderChange,
  ) {
    await this.drafts.change(call, orderId, body);
    return this.views.one(call, orderId);
  }

  @Route('DELETE', '/v1/orders/:id', {
    tag,
    summary: 'Delete a draft and what was written in it',
    access: write,
    answer: { status: 204 },
    problems: ['order_not_draft'],
  })
  delete(@Asked() call: Call, @Param('id', { schema: id }) orderId: string) {
    return this.drafts.delete(call, orderId);
  }

  @Route('POST', '/v1/orders/:id/letters', {
    tag,
    summary: `Add up to ${LETTERS_A_CALL} letters to a draft`,
    access: write,
    body: lettersBody,
    once: true,
    answer: { status: 201, schema: lettersReceipt },
    problems: ['order_not_draft', 'order_full', ...rowProblems],
  })
  addLetters(
    @Asked() call: Call,
    @Param('id', { schema: id }) orderId: string,
    @Body({ schema: newLetters }) body: NewLetters,
  ) {
    return this.drafts.addLetters(call, orderId, body);
  }

  @Route('DELETE', '/v1/orders/:id/letters/:letterId', {
    tag,
    summary: 'Take a letter out of a draft',
    access: write,
    answer: { status: 204 },
    problems: ['order_not_draft'],
  })
  deleteLetter(
    @Asked() call: Call,
    @Param('id', { schema: id }) orderId: string,
    @Param('letterId', { schema: idOf('letter') }) letterId: string,
  ) {
    return this.drafts.deleteLetter(call, orderId, letterId);
  }

  @Route('POST', '/v1/orders/:id/submit', {
    tag,
    summary: 'Make a draft firm',
    access: write,
    once: true,
    answer: { status: 200, schema: orderReceipt },
    problems: ['order_not_draft', 'import_not_complete', 'import_rows_left_out', ...submitProblems],
  })
  submit(
    @Asked() call: Call,
    @Param('id', { schema: id }) orderId: string,
    @Body({ schema: orderSubmission }) body: OrderSubmission,
  ) {
    return this.orders.submit(call, orderId, body);
  }
}
