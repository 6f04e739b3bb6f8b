import { Body, Controller } from '@nestjs/common';
import { effects, intendedAction, type IntendedAction } from '#contracts/api/effects';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { EffectsService } from './effects.service.ts';

@Controller()
export class EffectsController {
  constructor(private readonly effects: EffectsService) {}

  @Route('POST', '/v1/site/effects', {
    tag: 'Print room: effects',
    summary: 'What an action would do to pieces, letters, lots, trays, numbers and postage, before it is done',
    description:
      'The action is done by the rule that does it, and taken back: nothing stays. `possible` false tells why it would be refused.',
    access: { role: 'operator', scope: 'floor:write' },
    answer: { status: 200, schema: effects },
  })
  of(@Asked() call: Call, @Body({ schema: intendedAction }) body: IntendedAction) {
    return this.effects.of(call, body);
  }
}
