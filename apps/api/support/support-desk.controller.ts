import { Body, Controller, Param, Query } from '@nestjs/common';
import { idOf } from '#contracts/api/shapes';
import {
  closeTicketBody,
  supportCounts,
  supportQuery,
  supportTicket,
  supportTicketPage,
  ticketMessage,
  type NewTicketMessage,
  type SupportQuery,
} from '#contracts/api/tickets';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { SupportDeskService } from './support-desk.service.ts';

const tag = 'Provider: support';
const access = { role: 'provider', scope: 'tickets:answer' } as const;
const id = idOf('ticket');
const changed = {
  access,
  answer: { status: 200, schema: supportTicket },
  problems: ['ticket_in_other_state'],
} as const;

@Controller()
export class SupportDeskController {
  constructor(private readonly desk: SupportDeskService) {}

  @Route('GET', '/v1/support/tickets', {
    tag,
    summary: 'The questions of all accounts; those that wait come by when their answer is due',
    access,
    answer: { status: 200, schema: supportTicketPage },
  })
  list(@Query({ schema: supportQuery }) query: SupportQuery) {
    return this.desk.list(query);
  }

  @Route('GET', '/v1/support/counts', {
    tag,
    summary: 'How many questions wait, are late, were escalated, answered, closed',
    access,
    answer: { status: 200, schema: supportCounts },
  })
  counts() {
    return this.desk.counts();
  }

  @Route('GET', '/v1/support/tickets/:id', {
    tag,
    summary: 'One question with all that was said',
    access,
    answer: { status: 200, schema: supportTicket },
  })
  one(@Param('id', { schema: id }) ticketId: string) {
    return this.desk.one(ticketId);
  }

  @Route('POST', '/v1/support/tickets/:id/answer', {
    tag,
    summary: 'Answer; whoever asked is told by mail',
    description: 'An Idempotency-Key makes an answer that is sent twice one.',
    once: 'optional',
    ...changed,
  })
  answer(
    @Asked() call: Call,
    @Param('id', { schema: id }) ticketId: string,
    @Body({ schema: ticketMessage }) body: NewTicketMessage,
  ) {
    return this.desk.answer(call, ticketId, body);
  }

  @Route('POST', '/v1/support/tickets/:id/close', { tag, summary: 'Close a question', ...changed })
  close(
    @Asked() call: Call,
    @Param('id', { schema: id }) ticketId: string,
    @Body({ schema: closeTicketBody }) _body: object,
  ) {
    return this.desk.close(call, ticketId);
  }

  @Route('POST', '/v1/support/tickets/:id/escalate', {
    tag,
    summary: 'Call whoever leads support, before the answer is overdue',
    ...changed,
  })
  escalate(
    @Asked() call: Call,
    @Param('id', { schema: id }) ticketId: string,
    @Body({ schema: closeTicketBody }) _body: object,
  ) {
    return this.desk.escalate(call, ticketId);
  }
}
