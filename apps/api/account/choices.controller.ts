import { Controller } from '@nestjs/common';
import { choices } from '#contracts/api/choices';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { ChoicesService } from './choices.service.ts';

@Controller()
export class ChoicesController {
  constructor(private readonly offered: ChoicesService) {}

  @Route('GET', '/v1/choices', {
    tag: 'Orders',
    summary: 'What may be chosen for an order: print rooms, services, envelopes; senders and cost centres of late',
    access: { role: 'customer', scope: 'orders:read' },
    answer: { status: 200, schema: choices },
  })
  choices(@Asked() call: Call) {
    return this.offered.choices(call);
  }
}
