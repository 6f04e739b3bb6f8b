import type { IntakeInput } from '#contracts/processes';
import { composePortions } from './compose-portions.ts';

/** Small orders gathered in one second: their letters are composed, checked and released to the pool. */
export async function intake({ siteId, number, letters }: IntakeInput): Promise<void> {
  await composePortions({ siteId, of: { intake: number }, letters, from: 0, title: `Intake ${number}` });
}
