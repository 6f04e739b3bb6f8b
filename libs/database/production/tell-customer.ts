import type { LedgerTransaction } from '../ledger.ts';
import type { Mode } from '../scope.ts';

/** Tells on the account's own stream what befell a letter's copy: pieces are the site's, and invisible to accounts. */
export function tellCustomer(
  tx: LedgerTransaction,
  letter: { letter_id: string; account_id: string; mode: Mode },
  type: `letter.${string}`,
  data: { copy: number; reason?: string },
): void {
  tx.tell(`account/${letter.account_id}/${letter.mode}`, 'letter', letter.letter_id, type, data);
}
