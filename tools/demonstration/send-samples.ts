import type { OrderReceipt } from '#contracts/api/orders';
import { addressee } from './addressees.ts';
import { Refused, type PliApi } from './api-client.ts';
import { customerNames, customers, type CustomerName } from './customers.ts';
import type { Demonstration } from './demonstration.ts';
import { Dice } from './dice.ts';
import { hour } from './story.ts';
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
  { folder, customers: accounts }: Demonstration,
  report: (fraction: number) => void,
  tell: (line: string) => void = () => undefined,
): Promise<SentLetter[]> {
  const materials: Partial<Record<CustomerName, Materials>> = {};
  for (const customer of customerNames) materials[customer] = await prepareMaterials(accounts[customer], customer);
  tell(`${hour(new Date())}  ${await tryTooLongAddress(accounts.manager, materials.manager?.convocation ?? '')}`);
  const sent: SentLetter[] = [];
  for (const order of sampleOrders) {
    const { body, key } = sampleOrder(order, materials[order.customer] as Materials);
    const { id, letters } = await submit(accounts[order.customer], clientLogOf(folder), body, key);
    sent.push(
      ...letters.map((letter) => ({ id: letter.id, orderId: id, customer: order.customer, order: order.name })),
    );
    tell(
      `${hour(new Date())}  ${customers[order.customer].sender.organisation} orders ${letters.length === 1 ? 'a letter' : `${letters.length} letters`}: ${order.name}.`,
    );
    report(sent.length / sampleLetters);
  }
  return sent;
}

/** A customer orders a letter with a line of 39 characters, one too many; gives the API's words. @throws Error when it is taken all the same */
async function tryTooLongAddress(api: PliApi, documentId: string): Promise<string> {
  const street = { streetNumber: '14', street: 'avenue des Anciens Combattants d’AFN' };
  const recipient = { ...addressee(new Dice(39)), ...street };
  const content = { kind: 'document', documentId };
  try {
    await api.post('/v1/orders', { letters: [{ recipient, content }], submit: true }, 'sample-too-long');
  } catch (error) {
    if (error instanceof Refused && error.status === 422)
      return `Refused at the door: ${error.problem?.errors?.[0]?.detail ?? error.problem?.detail ?? error.message}`;
    throw error;
  }
  throw new Error('An address line of 39 characters was taken.');
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
