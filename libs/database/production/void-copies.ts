import type { LedgerTransaction } from '../ledger.ts';

/** A copy that will never be posted: spoiled, or voided before it became paper. */
export interface DeadCopy {
  letter_id: string;
  copy: number;
}

/**
 * Takes back what a dead copy carried: its postage mark goes on the refund list (it was never posted), its registered number is void for ever.
 * Saying it again changes nothing. Two events a copy at most.
 */
export async function voidMarks(tx: LedgerTransaction, copies: readonly DeadCopy[]): Promise<void> {
  if (copies.length === 0) return;
  const wanted = JSON.stringify(copies);
  const among = `join jsonb_to_recordset($1) as c(letter_id text, copy int) using (letter_id, copy)`;
  const entries = await tx.sql<{ id: string }>(
    `select e.id from pli.postage_entries e ${among} where e.state = 'marked' for update of e`,
    [wanted],
  );
  await tx.change(
    'postage_entry',
    'postage_entry.refund_due',
    entries.map(({ id }) => ({ id, set: { state: 'refund_due' } })),
  );
  const numbers = await tx.sql<{ id: string }>(
    `select n.id from pli.registered_numbers n ${among} where n.state = 'assigned' for update of n`,
    [wanted],
  );
  await tx.change(
    'registered_number',
    'registered_number.voided',
    numbers.map(({ id }) => ({ id, set: { state: 'void', voided_at: tx.at } })),
  );
}
