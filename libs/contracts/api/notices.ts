import { z } from 'zod';
import { disabledReasons, noticeKinds } from '#domain/telling';
import { mailAddress, moment } from './shapes.ts';

export const noticeKind = z
  .enum(noticeKinds)
  .describe(
    'order_ended: an order has come to its end, whole; letter_unprintable, letter_returned, letter_lost; webhook_disabled: a webhook was switched off; ticket_answered: support has answered',
  );

export const noticeSettings = z
  .strictObject({
    addresses: z
      .array(mailAddress)
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
    state: z
      .enum(['enabled', 'unconfirmed', 'disabled'])
      .describe('unconfirmed: none of its addresses is confirmed; what happens meanwhile is told when one is'),
    reason: z.enum(disabledReasons).nullable().describe('Why it is disabled: no mail of it has gone out for days'),
    addresses: z.array(z.string()),
    unconfirmed: z
      .array(
        z.object({
          address: z.string(),
          until: moment
            .nullable()
            .describe('So long the link is good that was sent there; null: it is over, ask for another'),
        }),
      )
      .describe('Those of its addresses whose readers have not said yes: nothing but the link is sent there'),
    since: moment,
  })
  .meta({ id: 'Notice' });
export type NoticeView = z.output<typeof noticeView>;
export const noticeList = z.object({ rows: z.array(noticeView) });

export const confirmationAsked = z.strictObject({ address: mailAddress }).meta({ id: 'ConfirmationAsked' });
export type ConfirmationAsked = z.output<typeof confirmationAsked>;

export const noticeLinkView = z
  .object({
    address: z.string(),
    organisation: z.string().describe('Whose letters the notices are about'),
    mode: z.enum(['test', 'live']),
    kinds: z.array(noticeKind),
    isConfirmed: z.boolean(),
    expiresAt: moment,
  })
  .meta({ id: 'NoticeLink' });
export type NoticeLinkView = z.output<typeof noticeLinkView>;
