import { Controller, Query } from '@nestjs/common';
import { eventPage, eventQuery, type EventQuery } from '#contracts/api/events';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { EventsService } from './events.service.ts';

@Controller()
export class EventsController {
  constructor(private readonly events: EventsService) {}

  @Route('GET', '/v1/events', {
    tag: 'Events',
    summary: 'What happened, in order and without gaps',
    description:
      'The feed of the account in this mode. Keep the last number and go on from it: nothing is skipped, and nothing comes later with a lower number.',
    access: { role: 'customer', scope: 'events:read' },
    answer: { status: 200, schema: eventPage },
  })
  after(@Asked() call: Call, @Query({ schema: eventQuery }) query: EventQuery) {
    return this.events.after(call, query);
  }
}
