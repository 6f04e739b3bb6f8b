import { Body, Controller, Param, Query } from '@nestjs/common';
import { idOf } from '#contracts/api/shapes';
import {
  deliveryPage,
  deliveryQuery,
  deliveryView,
  messageId,
  newWebhook,
  redelivery,
  secretRotation,
  webhookChange,
  webhookEnabling,
  webhookList,
  webhookShownOnce,
  webhookView,
  type DeliveryQuery,
  type NewWebhook,
  type Redelivery,
  type SecretRotation,
  type WebhookChange,
  type WebhookEnabling,
} from '#contracts/api/webhooks';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { WebhookDeliveriesService } from './webhook-deliveries.service.ts';
import { WebhooksService } from './webhooks.service.ts';

const tag = 'Webhooks';
const read = { role: 'customer', scope: 'webhooks:read' } as const;
const write = { role: 'customer', scope: 'webhooks:write' } as const;

@Controller()
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly deliveries: WebhookDeliveriesService,
  ) {}

  @Route('POST', '/v1/webhooks', {
    tag,
    summary: 'Have events sent to an address of yours',
    description:
      'Each event of the feed is posted as a message signed by Standard Webhooks 1.0.0 (webhook-id, webhook-timestamp, webhook-signature), at least once and tried ten times over three days. Only 2xx says that it has arrived; 410 switches the webhook off. The secret is in this answer; sent again with the same Idempotency-Key, the same answer shows it once more.',
    access: write,
    once: true,
    answer: { status: 201, schema: webhookShownOnce },
    problems: ['webhook_url_refused', 'webhooks_full', 'event_number_ahead'],
  })
  create(@Asked() call: Call, @Body({ schema: newWebhook }) body: NewWebhook) {
    return this.webhooks.create(call, body);
  }

  @Route('GET', '/v1/webhooks', {
    tag,
    summary: 'List the webhooks',
    access: read,
    answer: { status: 200, schema: webhookList },
  })
  list(@Asked() call: Call) {
    return this.webhooks.list(call);
  }

  @Route('GET', '/v1/webhooks/:id', {
    tag,
    summary: 'Read a webhook: whether it is on, and why not',
    access: read,
    answer: { status: 200, schema: webhookView },
    problems: ['not_found'],
  })
  one(@Asked() call: Call, @Param('id', { schema: idOf('webhook') }) id: string) {
    return this.webhooks.one(call, id);
  }

  @Route('PATCH', '/v1/webhooks/:id', {
    tag,
    summary: 'Change a webhook',
    description: 'What is left out stays. A new address is tried at once with all that waits.',
    access: write,
    answer: { status: 200, schema: webhookView },
    problems: ['not_found', 'webhook_url_refused'],
  })
  change(
    @Asked() call: Call,
    @Param('id', { schema: idOf('webhook') }) id: string,
    @Body({ schema: webhookChange }) body: WebhookChange,
  ) {
    return this.webhooks.change(call, id, body);
  }

  @Route('DELETE', '/v1/webhooks/:id', {
    tag,
    summary: 'Delete a webhook; its address and secrets are erased',
    access: write,
    answer: { status: 200, schema: webhookView },
    problems: ['not_found'],
  })
  remove(@Asked() call: Call, @Param('id', { schema: idOf('webhook') }) id: string) {
    return this.webhooks.remove(call, id);
  }

  @Route('POST', '/v1/webhooks/:id/rotate-secret', {
    tag,
    summary: 'Change the secret',
    description: 'For some hours both secrets sign each message, so that you change yours at your leisure.',
    access: write,
    once: true,
    answer: { status: 200, schema: webhookShownOnce },
    problems: ['not_found'],
  })
  rotate(
    @Asked() call: Call,
    @Param('id', { schema: idOf('webhook') }) id: string,
    @Body({ schema: secretRotation }) body: SecretRotation,
  ) {
    return this.webhooks.rotate(call, id, body);
  }

  @Route('POST', '/v1/webhooks/:id/enable', {
    tag,
    summary: 'Switch a disabled webhook on again',
    access: write,
    once: true,
    answer: { status: 200, schema: webhookView },
    problems: ['not_found'],
  })
  enable(
    @Asked() call: Call,
    @Param('id', { schema: idOf('webhook') }) id: string,
    @Body({ schema: webhookEnabling }) body: WebhookEnabling,
  ) {
    return this.webhooks.enable(call, id, body);
  }

  @Route('POST', '/v1/webhooks/:id/test', {
    tag,
    summary: 'Send a test message',
    description:
      'Its type is webhook.test. It is tried once, also while the webhook is disabled; read the delivery to see how it went.',
    access: write,
    once: true,
    answer: { status: 202, schema: deliveryView },
    problems: ['not_found'],
  })
  test(@Asked() call: Call, @Param('id', { schema: idOf('webhook') }) id: string) {
    return this.deliveries.test(call, id);
  }

  @Route('GET', '/v1/webhooks/:id/deliveries', {
    tag,
    summary: 'What was sent, how often, and how it was answered',
    description: 'What was delivered is listed for 30 days, what failed for 90; the feed keeps the events for ever.',
    access: read,
    answer: { status: 200, schema: deliveryPage },
    problems: ['not_found'],
  })
  log(
    @Asked() call: Call,
    @Param('id', { schema: idOf('webhook') }) id: string,
    @Query({ schema: deliveryQuery }) query: DeliveryQuery,
  ) {
    return this.deliveries.list(call, id, query);
  }

  @Route('GET', '/v1/webhooks/:id/deliveries/:deliveryId', {
    tag,
    summary: 'Read one delivery',
    access: read,
    answer: { status: 200, schema: deliveryView },
    problems: ['not_found'],
  })
  delivery(
    @Asked() call: Call,
    @Param('id', { schema: idOf('webhook') }) id: string,
    @Param('deliveryId', { schema: messageId }) deliveryId: string,
  ) {
    return this.deliveries.one(call, id, deliveryId);
  }

  @Route('POST', '/v1/webhooks/:id/deliveries/:deliveryId/redeliver', {
    tag,
    summary: 'Send one message again',
    access: write,
    once: true,
    answer: { status: 202, schema: deliveryView },
    problems: ['not_found', 'webhook_disabled'],
  })
  again(
    @Asked() call: Call,
    @Param('id', { schema: idOf('webhook') }) id: string,
    @Param('deliveryId', { schema: messageId }) deliveryId: string,
  ) {
    return this.deliveries.again(call, id, deliveryId);
  }

  @Route('POST', '/v1/webhooks/:id/redeliver', {
    tag,
    summary: 'Send a range of events again',
    description:
      'By their numbers in the feed, those before the webhook was made too. A message of the same events has the same webhook-id as the first time.',
    access: write,
    once: true,
    answer: { status: 202, schema: webhookView },
    problems: ['not_found', 'webhook_disabled', 'redelivery_running', 'event_number_ahead'],
  })
  range(
    @Asked() call: Call,
    @Param('id', { schema: idOf('webhook') }) id: string,
    @Body({ schema: redelivery }) body: Redelivery,
  ) {
    return this.deliveries.range(call, id, body);
  }
}
