import { z } from 'zod';
import { cancellationRefusals, cancelledCopies } from '#domain/cancellation';
import { LETTERS_A_CALL } from './letters.ts';
import { orderState } from './orders.ts';
import { idOf } from './shapes.ts';

const copy = z
  .enum(cancelledCopies)
  .nullable()
  .describe(
    'What becomes of the paper: there is `none`, it is `voided` before it is printed, it is `put_aside` or will be at the exit of the inserter, or a person has it `in_hand`; null when it was cancelled before or is not cancelled',
  );

export const cancelLetter = z.strictObject({}).meta({ id: 'CancelLetter' });

/** A letter that is cancelled now, whoever asks how often. */
export const letterCancellation = z
  .object({ letterId: idOf('letter'), position: z.number().int().describe('In its order'), copy })
  .meta({ id: 'LetterCancellation' });
export type LetterCancellation = z.output<typeof letterCancellation>;

export const cancelOrder = z
  .strictObject({
    after: idOf('letter')
      .optional()
      .describe('`next` of the answer before, in an order of more letters than one call takes'),
  })
  .meta({ id: 'CancelOrder' });
export type CancelOrder = z.output<typeof cancelOrder>;

/** What became of the letters of an order, one by one. */
export const orderCancellation = z
  .object({
    orderId: idOf('order'),
    state: orderState.describe('`cancelled` once all its letters are; `ended` when others have ended otherwise'),
    cancelled: z.number().int().describe('Of the letters of this answer'),
    refused: z.number().int().describe('Of the letters of this answer'),
    letters: z
      .array(
        letterCancellation
          .extend({ refused: z.enum(cancellationRefusals).nullable().describe('Why not; null when it is cancelled') })
          .meta({ id: 'LetterOfCancellation' }),
      )
      .describe(`At most ${LETTERS_A_CALL}`),
    next: z
      .string()
      .nullable()
      .describe(
        'Ask again with this as `after`, under another Idempotency-Key, until it is null: further letters wait',
      ),
  })
  .meta({ id: 'OrderCancellation' });
export type OrderCancellation = z.output<typeof orderCancellation>;
