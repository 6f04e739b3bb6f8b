import { Body, Controller, Param, Query } from '@nestjs/common';
import { becauseOnly, type Because } from '#contracts/api/floor';
import { tray, trayPage, trayQuery, type TrayQuery } from '#contracts/api/trays';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { TraysService } from './trays.service.ts';

const tag = 'Print room: trays';
const read = { role: 'operator', scope: 'floor:read' } as const;
const id = idOf('tray');

@Controller()
export class TraysController {
  constructor(private readonly trays: TraysService) {}

  @Route('GET', '/v1/site/trays', {
    tag,
    summary: 'List trays',
    access: read,
    answer: { status: 200, schema: trayPage },
  })
  list(@Asked() call: Call, @Query({ schema: trayQuery }) query: TrayQuery) {
    return this.trays.list(call, query);
  }

  @Route('GET', '/v1/site/trays/:id', { tag, summary: 'One tray', access: read, answer: { status: 200, schema: tray } })
  one(@Asked() call: Call, @Param('id', { schema: id }) trayId: string) {
    return this.trays.one(call, trayId);
  }

  @Route('POST', '/v1/site/trays/:id/seal', {
    tag,
    summary: 'Seal a tray: it goes with the next deposit, and nothing changes in it any more',
    access: { role: 'operator', scope: 'floor:write' },
    answer: { status: 200, schema: tray },
    problems: ['tray_not_complete', 'tray_holds_unmarked', 'site_without_carrier'],
  })
  seal(@Asked() call: Call, @Param('id', { schema: id }) trayId: string, @Body({ schema: becauseOnly }) body: Because) {
    return this.trays.seal(call, trayId, body);
  }
}
