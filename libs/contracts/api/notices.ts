import { z } from 'zod';
import { disabledReasons, noticeKinds } from '#domain/telling';
import { moment } from './shapes.ts';

export const noticeKind = z
  .enum(noticeKinds)
  .describe(
    'order_ended: an order has come to its end, whole; letter_unprintable, letter_returned, letter_lost; webhook_disabled: a webhook was switched off; ticket_answered: support has answered',
  );

export const noticeSettings = z
  .strictObject({
    addresses: z
      .array(z.email().max(254))
      .min(1)
      .max(10)
      .describe('Mail addresses; kept until the notice is switched off')
      .meta({ examples: [['courrier@example.org']] }),
  })
  .meta({ id: 'NoticeSettings' });
export type NoticeSettings = z.output<typeof noticeSettings>;

export const noticeView = z
  .object({
    kind: noticeKind,
    state: z.enum(['enabled', 'disabled']),
    reason: z.enum(disabledReasons).nullable().describe('Why it is disabled: no mail of it has gone out for days'),
    addresses: z.array(z.string()),
    since: moment,
  })
  .meta({ id: 'Notice' });
export type NoticeView = z.output<typeof noticeView>;
export const noticeList = z.object({ rows: z.array(noticeView) });
