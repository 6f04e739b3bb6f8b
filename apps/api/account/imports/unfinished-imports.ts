import type { LedgerTransaction } from '#database/ledger';
import { MailError } from '#domain/mail-error';

/**
 * Keeps an order from being sent with a part of a file, or without rows that its sender does not know are missing.
 * @param accepted 'leave_out' when the sender says that rows with something to mend shall be left out
 * @throws MailError `import_not_complete`, `import_rows_left_out`
 */
export async function refuseUnfinishedImports(
  { sql }: LedgerTransaction,
  orderId: string,
  accepted: 'leave_out' | undefined,
): Promise<void> {
  const imports = await sql<{ id: string; state: string; rows_left_out: number }>(
    `select id, state, rows_left_out from pli.imports where order_id = $1
       and (state in ('open', 'receiving') or (state = 'abandoned' and rows_taken > 0) or (state = 'complete' and rows_left_out > 0))
     order by id`,
    [orderId],
  );
  const unfinished = imports.find(({ state }) => state !== 'complete');
  if (unfinished !== undefined)
    throw new MailError(
      'import_not_complete',
      `The import ${unfinished.id} into this order is ${unfinished.state}: its file is not read to the end. Go on with it, or delete it, which takes its letters out.`,
    );
  const left = imports.reduce((sum, { rows_left_out }) => sum + rows_left_out, 0);
  if (left > 0 && accepted === undefined)
    throw new MailError(
      'import_rows_left_out',
      `${left} rows of ${imports.map(({ id }) => id).join(', ')} were left out: read errors.csv, and import the mended rows, or submit with importErrors "leave_out".`,
    );
}
