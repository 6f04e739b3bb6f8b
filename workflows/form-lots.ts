import type { SiteInput } from '#contracts/processes';
import { describe } from './describe.ts';
export async function formLots({ siteId }: SiteInput): Promise<void> {
  describe('', { site: siteId });
}
