import type { IntakeInput } from '#contracts/processes';
import { describe } from './describe.ts';
export async function intake({ siteId, number }: IntakeInput): Promise<void> {
  describe(`intake ${number}`, { site: siteId });
}
