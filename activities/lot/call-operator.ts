import { siteProfileAt } from '#database/site-profile';
import type { Records } from '../records.ts';
import { lotRow } from './lot-row.ts';

/** A piece and its letter make two events: the ledger takes 500 at once. */
const PIECES_AND_LETTERS_AT_ONCE = 230;

/** Why a lot waits for a person; the console has words for each. */
export type OperatorReason =
  | 'assembly_failed'
  | 'assembly_late'
  | 'printer_unreachable'
  | 'printer_refused'
  | 'printer_silent'
  | 'print_failed'
  | 'print_late'
  | 'print_broken_off'
  | 'insert_failed'
  | 'insert_late'
  | 'pieces_unresolved'
  | 'balance_open'
  | 'finish_failed'
  | 'finish_late';

export const callOperatorActivities = ({ records }: { records: Records }) => ({
  /**
   * Calls an operator to the lot. It goes on waiting, with a new deadline for itself and for its copies that are still to come.
   * @param code the failure's own code, when an error is the reason
   * @returns until when somebody should have come, ISO
   */
  async callOperator(siteId: string, lotId: string, reason: OperatorReason, code?: string): Promise<string> {
    const until = await records.write(siteId, async (tx) => {
      const { deadlines } = await siteProfileAt(tx.sql, siteId, tx.at);
      const lot = await lotRow(tx.sql, lotId);
      const until = new Date(tx.at.getTime() + deadlines.suspectSeconds * 1000);
      // A closed lot whose trays cannot leave has no deadline of its own any more: they have.
      const set = {
        needs_operator: true,
        operator_reason: reason,
        ...(lot.state !== 'closed' && { deadline_at: until }),
      };
      await tx.change('lot', 'lot.operator_called', [
        { id: lotId, set, ...(code !== undefined && { data: { code } }) },
      ]);
      return until;
    });
    while ((await moveDeadlines(records, siteId, lotId, until)) > 0);
    return until.toISOString();
  },
});

/** Some of the copies that wait with their lot, and their letters: late, they have a new date. */
async function moveDeadlines(records: Records, siteId: string, lotId: string, until: Date): Promise<number> {
  return records.write(siteId, async (tx) => {
    const waiting = await tx.sql<{ id: string; letter_id: string; letter_due: Date | null }>(
      `select p.id, p.letter_id, l.deadline_at as letter_due from pli.pieces p join pli.letters l on l.id = p.letter_id
       where p.lot_id = $1 and p.state in ('planned', 'printed', 'inserted', 'trayed', 'suspect', 'diverted') and p.deadline_at < $2
       order by p.position limit $3`,
      [lotId, until, PIECES_AND_LETTERS_AT_ONCE],
    );
    await tx.change(
      'piece',
      'piece.deadline_moved',
      waiting.map(({ id }) => ({ id, set: { deadline_at: until } })),
    );
    const { deadlines } = await siteProfileAt(tx.sql, siteId, tx.at);
    const lettersUntil = new Date(until.getTime() + deadlines.reconcileSeconds * 1000);
    const late = waiting.filter(({ letter_due }) => letter_due !== null && letter_due < until);
    await tx.change(
      'letter',
      'letter.deadline_moved',
      late.map(({ letter_id }) => ({ id: letter_id, set: { deadline_at: lettersUntil } })),
      { from: ['in_production'], otherwise: 'skip' },
    );
    const trays = await tx.sql<{ id: string }>(
      `select id from pli.trays where lot_id = $1 and state = 'open' and deadline_at < $2`,
      [lotId, until],
    );
    await tx.change(
      'tray',
      'tray.deadline_moved',
      trays.map(({ id }) => ({ id, set: { deadline_at: lettersUntil } })),
      { from: ['open'] },
    );
    return waiting.length;
  });
}
