import type { OrderReceipt } from '#contracts/api/orders';
import type { PliApi } from './api-client.ts';
import { customerNames, type CustomerName } from './customers.ts';
import type { Demonstration } from './demonstration.ts';
import { prepareMaterials } from './materials.ts';
import { sampleLetters, sampleOrder, sampleOrders, type Materials } from './sample-orders.ts';
import { clientLogOf, noteAccepted } from './witness.ts';

/** A letter that was accepted, and whose it is. */
export interface SentLetter {
  readonly id: string;
  readonly orderId: string;
  readonly customer: CustomerName;
  /** The sample order it belongs to. */
  readonly order: string;
}

/** Submits the sample orders and notes each answer as the customer's own log would. Sending again what was sent makes no second letter. */
export async function sendSampleOrders(
  { folder, customers }: Demonstration,
  report: (fraction: number) => void,
): Promise<SentLetter[]> {
  const materials: Partial<Record<CustomerName, Materials>> = {};
  for (const customer of customerNames) materials[customer] = await prepareMaterials(customers[customer], customer);
  const sent: SentLetter[] = [];
  for (const order of sampleOrders) {
    const { body, key } = sampleOrder(order, materials[order.customer] as Materials);
    const { id, letters } = await submit(customers[order.customer], clientLogOf(folder), body, key);
    sent.push(
      ...letters.map((letter) => ({ id: letter.id, orderId: id, customer: order.customer, order: order.name })),
    );
    report(sent.length / sampleLetters);
  }
  return sent;
}

/** Posts an order, as often as it takes to have its answer, and writes a good one down before anything else is done. */
export async function submit(
  api: PliApi,
  clientLog: string,
  body: object,
  key: string,
  patienceMs = 60_000,
): Promise<OrderReceipt> {
  const receipt = await api.json<OrderReceipt>('POST', '/v1/orders', { body, once: key, patienceMs });
  const letterIds = receipt.letters.map(({ id }) => id);
  noteAccepted(clientLog, { at: new Date().toISOString(), orderId: receipt.id, letterIds, key });
  return receipt;
}
