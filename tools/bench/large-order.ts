import { LETTERS_A_CALL, type LettersReceipt } from '#contracts/api/letters';
import type { OrderReceipt } from '#contracts/api/orders';
import type { PliApi } from '../demonstration/api-client.ts';
import { clientLogOf, noteAccepted } from '../demonstration/witness.ts';
import type { Factory } from './factory.ts';

/** The letters of a call, as the API takes them: `letters` and what they share. */
export type Letters = { letters: object[] } & Record<string, unknown>;

/**
 * Sends one order of any size as a customer with many letters does: a draft, its letters by at most 1,000 a call, each call made only when
 * the one before was answered, then its submission. `lettersOf` makes the letters of a call when they are needed, so that memory stays small.
 * @returns the order's id
 */
export async function sendLargeOrder(
  { instance }: Pick<Factory, 'instance'>,
  api: PliApi,
  name: string,
  letters: number,
  lettersOf: (call: number, count: number) => Letters,
): Promise<string> {
  const { id } = await api.post<OrderReceipt>('/v1/orders', { letters: [], submit: false }, name);
  const letterIds: string[] = [];
  for (let call = 0; letterIds.length < letters; call++) {
    const body = lettersOf(call, Math.min(LETTERS_A_CALL, letters - letterIds.length));
    const answer = await api.post<LettersReceipt>(`/v1/orders/${id}/letters`, body, `${name}-${call}`);
    letterIds.push(...answer.letters.map((letter) => letter.id));
  }
  const key = `${name}-submit`;
  await api.json<OrderReceipt>('POST', `/v1/orders/${id}/submit`, { body: {}, once: key, patienceMs: 300_000 });
  noteAccepted(clientLogOf(instance.folder), { at: new Date().toISOString(), orderId: id, letterIds, key });
  return id;
}
