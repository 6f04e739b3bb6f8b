import type { LedgerTransaction } from '#database/ledger';
import { voidMarks, type DeadCopy } from '#database/production/void-copies';
import { MailError } from '#domain/mail-error';
import type { LotDeps } from './deps.ts';
import { jobName, lotRow, machineOf } from './lot-row.ts';
import { attemptLeftNothing, attemptsOf } from './print-facts.ts';
import { changeSome } from './piece-batches.ts';

/** What asking for the lot's print job brought: the printer has it, does not know it, gave no answer, or people settled every copy by hand. */
export type PrinterAnswer = 'has' | 'absent' | 'silent' | 'settled_by_hand';

export const settlePrintActivities = ({ records, printerFor }: Pick<LotDeps, 'records' | 'printerFor'>) => ({
  /** Asks the printer for the lot's job. Changes nothing there. */
  async askPrinter(siteId: string, lotId: string): Promise<PrinterAnswer> {
    const { lot, open } = await records.read(siteId, async (sql) => {
      const [open] = await sql<{ n: number }>(
        `select count(*)::int as n from pli.pieces where lot_id = $1 and state in ('planned', 'suspect')`,
        [lotId],
      );
      return { lot: await lotRow(sql, lotId), open: open?.n ?? 0 };
    });
    if (open === 0) return 'settled_by_hand';
    try {
      return (await printerFor(machineOf(lot, 'printer')).find(jobName(lot))) === undefined ? 'absent' : 'has';
    } catch (error) {
      if (error instanceof MailError && error.retry === 'later') return 'silent';
      throw error;
    }
  },

  /**
   * The printer has said, more than once, that it does not know the job: the open attempt left nothing, and the lot may be sent again
   * under the same commitment. When people have voided copies meanwhile, the file is no longer what is wanted: its other copies
   * are voided as well (they never became paper) and take their next copies.
   * @returns how many copies are still to be printed
   */
  async recordAbsence(siteId: string, lotId: string): Promise<number> {
    const dead = await records.read(siteId, async (sql) => {
      const lot = await lotRow(sql, lotId);
      const { begun, notTaken } = await attemptsOf(sql, lotId);
      if (begun > notTaken) await attemptLeftNothing(sql, lot, begun, 'absent', records.clock());
      const [row] = await sql<{ dead: boolean }>(
        `select exists (select from pli.pieces where lot_id = $1 and mark is not null and state in ('spoiled', 'voided')) as dead`,
        [lotId],
      );
      return row?.dead ?? false;
    });
    if (!dead) {
      await changeSome(records, siteId, lotId, {
        from: ['suspect'],
        type: 'piece.not_printed',
        set: { state: 'planned', reason_code: null },
      });
      return records.read(siteId, async (sql) => (await lotRow(sql, lotId)).pieces);
    }
    await changeSome(records, siteId, lotId, {
      from: ['planned', 'suspect'],
      type: 'piece.voided',
      set: { state: 'voided', reason_code: 'not_printed', deadline_at: null },
    });
    while ((await records.write(siteId, (tx) => voidMarksOfCancelled(tx, lotId))) > 0);
    return 0;
  },

  /** Nobody can say whether the lot became paper: its copies are suspect until the printer or a person tells. */
  async doubtPrinted(siteId: string, lotId: string): Promise<number> {
    return changeSome(records, siteId, lotId, {
      from: ['planned'],
      type: 'piece.suspect',
      set: { state: 'suspect', reason_code: 'printer_silent' },
    });
  },
});

/** Two events a copy: the ledger takes 500 at once. */
const COPIES_AT_ONCE = 200;

/** What a dead copy carried is taken back when its next one is made; a cancelled letter has no next one. 0 when all is taken back. */
async function voidMarksOfCancelled(tx: LedgerTransaction, lotId: string): Promise<number> {
  const copies = await tx.sql<DeadCopy>(
    `select p.letter_id, p.copy from pli.pieces p join pli.letters l on l.id = p.letter_id
     join pli.postage_entries e on (e.letter_id, e.copy) = (p.letter_id, p.copy)
     where p.lot_id = $1 and p.state = 'voided' and l.state = 'cancelled' and e.state = 'marked' order by p.position limit $2`,
    [lotId, COPIES_AT_ONCE],
  );
  await voidMarks(tx, copies);
  return copies.length;
}
