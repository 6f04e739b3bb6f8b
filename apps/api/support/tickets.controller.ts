import { Body, Controller, Param, Query } from '@nestjs/common';
import { idOf } from '#contracts/api/shapes';
import { supportHours } from '#contracts/api/support-profiles';
import {
  closeTicketBody,
  newTicket,
  ticket,
  ticketMessage,
  ticketPage,
  ticketQuery,
  type NewTicket,
  type NewTicketMessage,
  type TicketQuery,
} from '#contracts/api/tickets';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { TicketsService } from './tickets.service.ts';

const tag = 'Support';
const read = { role: 'customer', scope: 'tickets:read' } as const;
const write = { role: 'customer', scope: 'tickets:write' } as const;
const id = idOf('ticket');

@Controller()
export class TicketsController {
  constructor(private readonly tickets: TicketsService) {}

  @Route('POST', '/v1/tickets', {
    tag,
    summary: 'Ask support, about a letter, an order or anything else',
    description:
      'It is answered within the opening time that `GET /v1/support/hours` tells; late, whoever leads support is called. Texts are erased some time after it is closed.',
    access: write,
    once: true,
    answer: { status: 201, schema: ticket },
  })
  open(@Asked() call: Call, @Body({ schema: newTicket }) body: NewTicket) {
    return this.tickets.open(call, body);
  }

  @Route('GET', '/v1/tickets', {
    tag,
    summary: 'List questions to support, the newest first',
    access: read,
    answer: { status: 200, schema: ticketPage },
  })
  list(@Asked() call: Call, @Query({ schema: ticketQuery }) query: TicketQuery) {
    return this.tickets.list(call, query);
  }

  @Route('GET', '/v1/tickets/:id', {
    tag,
    summary: 'One question with all that was said',
    access: read,
    answer: { status: 200, schema: ticket },
  })
  one(@Asked() call: Call, @Param('id', { schema: id }) ticketId: string) {
    return this.tickets.one(call, ticketId);
  }

  @Route('POST', '/v1/tickets/:id/messages', {
    tag,
    summary: 'Write again; a question that was answered or closed is open again',
    access: write,
    once: true,
    answer: { status: 200, schema: ticket },
    problems: ['ticket_in_other_state'],
  })
  write(
    @Asked() call: Call,
    @Param('id', { schema: id }) ticketId: string,
    @Body({ schema: ticketMessage }) body: NewTicketMessage,
  ) {
    return this.tickets.write(call, ticketId, body);
  }

  @Route('POST', '/v1/tickets/:id/close', {
    tag,
    summary: 'Close a question: no more is needed',
    access: write,
    once: true,
    answer: { status: 200, schema: ticket },
    problems: ['ticket_in_other_state'],
  })
  close(
    @Asked() call: Call,
    @Param('id', { schema: id }) ticketId: string,
    @Body({ schema: closeTicketBody }) _body: object,
  ) {
    return this.tickets.close(call, ticketId);
  }

  @Route('GET', '/v1/support/hours', {
    tag,
    summary: 'When support can be reached, and within which opening time it answers',
    access: read,
    answer: { status: 200, schema: supportHours },
  })
  hours(@Asked() call: Call) {
    return this.tickets.hours(call);
  }
}
