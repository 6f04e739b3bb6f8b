import { Body, Controller, Param, Query, StreamableFile } from '@nestjs/common';
import {
  depositPage,
  depositQuery,
  depositWhole,
  stampedSlip,
  type DepositQuery,
  type StampedSlipBody,
} from '#contracts/api/deposits';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { DepositsService } from './deposits.service.ts';

const tag = 'Print room: deposits';
const access = { role: 'operator', scope: 'floor:read' } as const;
const id = idOf('deposit');

@Controller()
export class DepositsController {
  constructor(private readonly deposits: DepositsService) {}

  @Route('GET', '/v1/site/deposits', {
    tag,
    summary: 'List deposits',
    access,
    answer: { status: 200, schema: depositPage },
  })
  list(@Asked() call: Call, @Query({ schema: depositQuery }) query: DepositQuery) {
    return this.deposits.list(call, query);
  }

  @Route('GET', '/v1/site/deposits/:id', {
    tag,
    summary: 'One deposit: declared, found, its trays and cases',
    access,
    answer: { status: 200, schema: depositWhole },
  })
  one(@Asked() call: Call, @Param('id', { schema: id }) depositId: string) {
    return this.deposits.one(call, depositId);
  }

  @Route('GET', '/v1/site/deposits/:id/slip.pdf', {
    tag,
    summary: 'The deposit slip',
    access,
    answer: { status: 200, media: ['application/pdf'] },
    problems: ['slip_not_written'],
  })
  async slip(@Asked() call: Call, @Param('id', { schema: id }) depositId: string) {
    return new StreamableFile(await this.deposits.slip(call, depositId), { type: 'application/pdf' });
  }

  @Route('POST', '/v1/site/deposits/:id/acknowledgement', {
    tag,
    summary: "Type in the carrier's stamped slip, when its file does not come",
    description:
      'Whole in itself: what it does not name is accepted. Read once more what is to be typed: the first whole word of the carrier counts, and what differs later is settled case by case.',
    access: { role: 'operator', scope: 'floor:write' },
    answer: { status: 200, schema: depositWhole },
    problems: [
      'deposit_unknown',
      'deposit_not_with_carrier',
      'acknowledgement_known',
      'acceptance_out_of_time',
      'slip_code_unknown',
      'slip_code_twice',
      'slip_line_twice',
      'slip_product_unknown',
      'slip_band_unknown',
      'slip_count_impossible',
    ],
  })
  acknowledge(
    @Asked() call: Call,
    @Param('id', { schema: id }) depositId: string,
    @Body({ schema: stampedSlip }) body: StampedSlipBody,
  ) {
    return this.deposits.acknowledge(call, depositId, body);
  }
}
