import type { OrderInput } from '#contracts/processes';
import { describe } from './describe.ts';
export async function order({ siteId, orderId }: OrderInput): Promise<void> {
  describe(`order ${orderId}`, { site: siteId });
}
