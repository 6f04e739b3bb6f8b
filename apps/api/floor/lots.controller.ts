import { Body, Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { signFirstOff, type SignFirstOffBody } from '#contracts/api/first-offs';
import { lotPage, lotQuery, lotWhole, spoiledSheets, type LotQuery } from '#contracts/api/lots';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { LotsService } from './lots.service.ts';

const tag = 'Print room: lots';
const read = { role: 'operator', scope: 'floor:read' } as const;

@Controller()
export class LotsController {
  constructor(private readonly lots: LotsService) {}

  @Route('GET', '/v1/site/lots', {
    tag,
    summary: 'List lots with their balances and what they wait for',
    access: read,
    answer: { status: 200, schema: lotPage },
  })
  list(@Asked() call: Call, @Query({ schema: lotQuery }) query: LotQuery) {
    return this.lots.list(call, query);
  }

  @Route('GET', '/v1/site/lots/:id', {
    tag,
    summary: 'One lot with its pieces by state and its trays',
    access: read,
    answer: { status: 200, schema: lotWhole },
  })
  one(@Asked() call: Call, @Param('id', { schema: idOf('lot') }) id: string) {
    return this.lots.one(call, id);
  }

  @Route('POST', '/v1/site/lots/:id/first-off', {
    tag,
    summary: 'Sign the first closed envelope of a lot: window, fold, contents, weight and mark were looked at',
    description:
      'Once a lot, and again after a change of stock or operator. Without an Idempotency-Key each call signs.',
    access: { role: 'operator', scope: 'floor:write' },
    once: 'optional',
    answer: { status: 200, schema: lotWhole },
    problems: [
      'first_off_of_other_lot',
      'first_off_not_possible',
      'window_code_needed',
      'mark_unreadable',
      'mark_check_wrong',
      'code_of_another_site',
    ],
  })
  signFirstOff(
    @Asked() call: Call,
    @Param('id', { schema: idOf('lot') }) id: string,
    @Body({ schema: signFirstOff }) body: SignFirstOffBody,
  ) {
    return this.lots.signFirstOff(call, id, body);
  }

  @Route('POST', '/v1/site/lots/:id/spoiled-sheets', {
    tag,
    summary: 'Report spoiled sheets of a lot that does not balance',
    description: 'Without an Idempotency-Key each call counts as a report of its own.',
    access: { role: 'operator', scope: 'floor:write' },
    once: 'optional',
    answer: { status: 200, schema: lotWhole },
    problems: ['state_conflict', 'spoiled_sheets_too_many', 'idempotency_key_invalid', 'idempotency_key_reused'],
  })
  reportSpoiled(
    @Asked() call: Call,
    @Param('id', { schema: idOf('lot') }) id: string,
    @Body({ schema: spoiledSheets }) body: z.output<typeof spoiledSheets>,
  ) {
    return this.lots.reportSpoiled(call, id, body);
  }
}
