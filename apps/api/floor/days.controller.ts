import { Body, Controller, Param } from '@nestjs/common';
import { closeDay, siteDay, type CloseDayBody } from '#contracts/api/days';
import { day } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { DaysService } from './days.service.ts';

const tag = 'Print room: end of day';

@Controller()
export class DaysController {
  constructor(private readonly days: DaysService) {}

  @Route('GET', '/v1/site/days/:day', {
    tag,
    summary: 'A day of the print room: what it counted, what is open, what was carried over to it, and who signed',
    access: { role: 'operator', scope: 'floor:read' },
    answer: { status: 200, schema: siteDay },
  })
  one(@Asked() call: Call, @Param('day', { schema: day }) asked: string) {
    return this.days.one(call, asked);
  }

  @Route('POST', '/v1/site/days/:day/close', {
    tag,
    summary: 'Sign the end of a day: everything open is settled, or explained with a new date and an owner',
    access: { role: 'operator', scope: 'floor:supervise' },
    answer: { status: 200, schema: siteDay },
    problems: ['day_not_come', 'day_closed', 'day_not_explained'],
  })
  close(
    @Asked() call: Call,
    @Param('day', { schema: day }) asked: string,
    @Body({ schema: closeDay }) body: CloseDayBody,
  ) {
    return this.days.close(call, asked, body);
  }
}
