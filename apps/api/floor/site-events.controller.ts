import { Controller, Query } from '@nestjs/common';
import { eventPage, eventQuery, type EventQuery } from '#contracts/api/events';
import { EventsService } from '../account/events.service.ts';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';

@Controller()
export class SiteEventsController {
  constructor(private readonly events: EventsService) {}

  @Route('GET', '/v1/site/events', {
    tag: 'Print room: events',
    summary: 'What happened in the print room, in order and without gaps',
    description:
      'The feed of the site: its lots, pieces, trays, deposits, cases and machines. Keep the last number and go on from it: nothing is skipped, and nothing comes later with a lower number.',
    access: { role: 'operator', scope: 'floor:read' },
    answer: { status: 200, schema: eventPage },
  })
  after(@Asked() call: Call, @Query({ schema: eventQuery }) query: EventQuery) {
    return this.events.after(call, query);
  }
}
