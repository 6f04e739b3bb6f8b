import { z } from 'zod';
import { attemptOutcomes, disabledReasons, messageStates } from '#domain/telling';
import { eventPatterns, nearestPatterns } from '#domain/event-types';
import { idOf, moment } from './shapes.ts';

function noSuchType(written: string): string {
  const nearest = nearestPatterns(written.slice(0, 60));
  const meant = nearest.length > 0 ? ` Did you mean ${nearest.join(' or ')}?` : '';
  return `There is no such event.${meant} Give a type such as letter.delivered, a family such as letter.*, or * for all.`;
}

/** Where it is sent to. Whether the address may be reached is judged when it is given and at each connection. */
const url = z
  .url({ protocol: /^https?$/, error: 'An address that begins with https://' })
  .max(2048)
  .describe(
    'https:// and a public name or address; http:// and private networks only where the provider allows them (WEBHOOK_ALLOWED_NETWORKS). Without user or password.',
  )
  .meta({ examples: ['https://example.org/hooks/pli'] });

const eventType = z
  .enum(eventPatterns, { error: ({ input }) => noSuchType(String(input)) })
  .meta({ examples: ['letter.delivered', 'order.*'] });
const types = z
  .array(eventType)
  .min(1)
  .max(50)
  .describe('Which events: types, families (`letter.*`) or `*` for all. All when left out');

const description = z.string().trim().max(200).describe('For people; erased with the webhook');

const batch = z
  .strictObject({
    most: z.int().min(2).max(100).describe('Events of one message at most'),
    seconds: z.int().min(1).max(3600).describe('How long the first event of a message may wait for others'),
  })
  .nullable()
  .describe(
    'Several events in one message, as `events.batch`: for large orders. Null: each event is a message of its own',
  );

export const newWebhook = z
  .strictObject({
    url,
    types: types.optional(),
    description: description.optional(),
    batch: batch.optional(),
    after: z
      .int()
      .min(0)
      .optional()
      .describe('Begin after this number of the feed; 0 for all that ever happened. From now on when left out'),
  })
  .meta({ id: 'NewWebhook' });
export type NewWebhook = z.output<typeof newWebhook>;

export const webhookChange = z
  .strictObject({
    url: url.optional(),
    types: types.optional(),
    description: description.nullable().optional(),
    batch: batch.optional(),
  })
  .meta({ id: 'WebhookChange' });
export type WebhookChange = z.output<typeof webhookChange>;

export const webhookView = z
  .object({
    id: idOf('webhook'),
    state: z.enum(['enabled', 'disabled', 'deleted']),
    reason: z
      .enum(disabledReasons)
      .nullable()
      .describe('Why it is disabled: `gone`, it answered 410; `failing`, nothing has reached it for days'),
    url: z.string().nullable().describe('Null once deleted'),
    types: z.array(z.string()),
    description: z.string().nullable(),
    batch: z.object({ most: z.int(), seconds: z.int() }).nullable(),
    told: z.int().describe('Number of the last event that was looked at for it'),
    failingSince: moment.nullable().describe('Since when nothing has reached it; null when all is well'),
    formerSecretUntil: moment.nullable().describe('Until when the former secret signs too'),
    redelivering: z
      .object({ next: z.int(), to: z.int() })
      .nullable()
      .describe('The range of event numbers that is being sent once more'),
    createdAt: moment,
    stateSince: moment,
  })
  .meta({ id: 'Webhook' });
export type WebhookView = z.output<typeof webhookView>;
export const webhookList = z.object({ rows: z.array(webhookView) });

export const webhookShownOnce = webhookView
  .extend({ secret: z.string().describe('whsec_…: verifies the signatures; shown in this answer only') })
  .meta({ id: 'WebhookShownOnce' });
export type WebhookShownOnce = z.output<typeof webhookShownOnce>;

export const secretRotation = z
  .strictObject({
    overlapHours: z.int().min(0).max(168).default(24).describe('How long the former secret signs beside the new one'),
  })
  .meta({ id: 'SecretRotation' });
export type SecretRotation = z.output<typeof secretRotation>;

export const webhookEnabling = z
  .strictObject({
    from: z
      .enum(['where_it_stopped', 'now'])
      .default('where_it_stopped')
      .describe('`where_it_stopped`: all that was missed is sent; `now`: what was missed stays in the feed alone'),
  })
  .meta({ id: 'WebhookEnabling' });
export type WebhookEnabling = z.output<typeof webhookEnabling>;

/** Names a message: its webhook's letters and the numbers of its first and last event, so that one sent again keeps its name. */
export const messageId = z
  .string()
  .regex(/^msg_[0-9a-z]{26}(_[0-9]{1,15}){1,2}$|^msg_[0-9a-z]{26}$/, 'The `webhook-id` of a message: msg_…')
  .meta({ examples: ['msg_06jd2m8v7k3q9x1z5c4b0n6t2w_412'] });

export const deliveryQuery = z.strictObject({
  state: z.enum(messageStates).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Rows of the page'),
  before: z.coerce.number().int().min(1).optional().describe('`next` of the page before'),
});
export type DeliveryQuery = z.output<typeof deliveryQuery>;

const attempt = z.object({
  at: moment,
  outcome: z.enum(attemptOutcomes),
  status: z.int().nullable().describe('HTTP status of the answer, when there was one'),
  milliseconds: z.int(),
  answer: z.string().nullable().describe('The first 1,000 bytes of the answer'),
});

export const deliveryView = z
  .object({
    id: messageId.describe('Sent as `webhook-id`: the same at each attempt'),
    state: z.enum(messageStates),
    kind: z.enum(['events', 'test']),
    numbers: z.array(z.int()).describe('Numbers of its events in the feed'),
    attempts: z.int().describe('How often it was tried since it was last asked for'),
    nextAttemptAt: moment.nullable(),
    createdAt: moment,
    endedAt: moment.nullable(),
    log: z.array(attempt).describe('The latest 20 attempts, newest first'),
  })
  .meta({ id: 'WebhookDelivery' });
export type DeliveryView = z.output<typeof deliveryView>;

export const deliveryPage = z.object({
  rows: z.array(deliveryView).describe('Newest first'),
  next: z.int().nullable().describe('Give it as `before` for the next page; null at the end'),
});

export const redelivery = z
  .strictObject({
    from: z.int().min(1).describe('First event number'),
    to: z.int().min(1).describe('Last event number'),
  })
  .refine(({ from, to }) => from <= to, { error: '`to` is not below `from`', path: ['to'] })
  .meta({ id: 'Redelivery' });
export type Redelivery = z.output<typeof redelivery>;
