import { Body, Controller, Param } from '@nestjs/common';
import {
  cancelLetter,
  cancelOrder,
  letterCancellation,
  orderCancellation,
  type CancelOrder,
} from '#contracts/api/cancellation';
import { LETTERS_A_CALL } from '#contracts/api/letters';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { CancellationService } from './cancellation.service.ts';

const access = { role: 'customer', scope: 'orders:write' } as const;

@Controller()
export class CancellationController {
  constructor(private readonly cancellation: CancellationService) {}

  @Route('POST', '/v1/letters/:id/cancel', {
    tag: 'Letters',
    summary: 'Cancel a letter, until its deposit closes and as far as the contract allows',
    description:
      'What is paper by then is taken out by a person and spoiled. A refusal is an event `letter.cancellation_refused` too. A letter that is cancelled already is answered as such.',
    access,
    once: true,
    answer: { status: 200, schema: letterCancellation },
    problems: [
      'cancellation_too_late',
      'cancellation_not_in_contract',
      'letter_already_ended',
      'order_still_draft',
      'letter_moves_on',
    ],
  })
  letter(
    @Asked() call: Call,
    @Param('id', { schema: idOf('letter') }) letterId: string,
    @Body({ schema: cancelLetter }) _body: object,
  ) {
    return this.cancellation.letter(call, letterId);
  }

  @Route('POST', '/v1/orders/:id/cancel', {
    tag: 'Orders',
    summary: 'Cancel what can still be cancelled of an order, letter by letter',
    description: `Each letter is judged for itself, and the answer says so of each; ${LETTERS_A_CALL} letters a call, \`next\` leads to the further ones. The order is cancelled when all its letters are.`,
    access,
    once: true,
    answer: { status: 200, schema: orderCancellation },
    problems: ['cancellation_not_in_contract', 'order_already_ended', 'order_still_draft', 'letter_moves_on'],
  })
  order(
    @Asked() call: Call,
    @Param('id', { schema: idOf('order') }) orderId: string,
    @Body({ schema: cancelOrder }) body: CancelOrder,
  ) {
    return this.cancellation.order(call, orderId, body);
  }
}
