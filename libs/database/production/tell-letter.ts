import type { LedgerTransaction } from '../ledger.ts';
import { streamOf } from '../subjects.ts';

/** A copy, with whose letter it is. */
export interface ToldLetter {
  letter_id: string;
  copy: number;
  account_id: string;
  mode: string;
}

/** What may befall a copy that its sender reads of: pieces are the site's, and invisible to accounts. */
type ToldOfCopy = `letter.${
  'copy_spoiled' | 'copy_voided' | 'missing_at_deposit' | 'refused_at_deposit' | 'found_by_carrier' | 'trayed_again'}`;

/** Tells a letter's sender what befell its copy on the floor or at the post; the letter's own state is another matter. One event. */
export function tellLetter(
  tx: LedgerTransaction,
  type: ToldOfCopy,
  { letter_id, copy, account_id, mode }: ToldLetter,
  reason?: string,
): void {
  const why = reason === undefined ? {} : { reason };
  tx.tell(streamOf('letter', { account_id, mode }), 'letter', letter_id, type, { copy, ...why });
}
