import type { LedgerTransaction } from '../ledger.ts';
import { streamOf } from '../subjects.ts';

/** A copy, with whose letter it is. */
export interface ToldLetter {
  letter_id: string;
  copy: number;
  account_id: string;
  mode: string;
}

/** Tells a letter's sender what befell its copy at the post; the letter's own state is another matter. One event. */
export function tellLetter(
  tx: LedgerTransaction,
  type: 'letter.missing_at_deposit' | 'letter.refused_at_deposit' | 'letter.found_by_carrier',
  { letter_id, copy, account_id, mode }: ToldLetter,
  reason?: string,
): void {
  const why = reason === undefined ? {} : { reason };
  tx.tell(streamOf('letter', { account_id, mode }), 'letter', letter_id, type, { copy, ...why });
}
