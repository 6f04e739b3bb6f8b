import { printJobHasEnded } from '#devices/printer';
import { factsAbout, type Fact } from '#database/facts';
import type { LedgerTransaction } from '#database/ledger';
import type { Sql } from '#database/scope';
import { siteProfileAt } from '#database/site-profile';
import type { Records } from '../records.ts';
import { lotRow } from './lot-row.ts';
import { changeSome } from './piece-batches.ts';
import { PRINT_ENDED, type PrintEnded } from './print-facts.ts';

/** How far printing is, as the records know. */
export interface PrintStatus {
  /** Nothing more is open: every copy is printed, spoiled or voided. */
  done: boolean;
  /** Copies that lie printed in the stack. */
  printed: number;
  /** Copies of which nobody knows; a person looks at them. */
  suspect: number;
  /** Until when the inserter should have its job and tell of it, ISO. */
  insertBy: string;
}

export const takePrintedActivities = ({ records }: { records: Records }) => ({
  /**
   * Takes over what the printer told of the lot's job: its copies are printed when the job completed, and suspect when it was
   * broken off, for nobody saw which sheets came out. Reading it again changes nothing.
   */
  async takePrinted(siteId: string, lotId: string): Promise<PrintStatus> {
    const { ended, marked, insertBy, suspectBy } = await records.read(siteId, (sql) =>
      reading(sql, siteId, lotId, records.clock()),
    );
    if (ended?.data.state === 'completed')
      await changeSome(records, siteId, lotId, {
        from: ['planned', 'suspect'],
        type: 'piece.printed',
        // The mark in the window and the registered coupon are on paper now.
        set: {
          state: 'printed',
          reason_code: null,
          deadline_at: insertBy,
          ...(marked.franked && { franked_at: ended.at }),
          ...(marked.coupon && { coupon_at: ended.at }),
        },
        at: ended.at,
      });
    else if (ended !== undefined)
      await changeSome(records, siteId, lotId, {
        from: ['planned'],
        type: 'piece.suspect',
        set: { state: 'suspect', reason_code: 'print_broken_off', deadline_at: suspectBy },
        at: ended.at,
      });
    return records.write(siteId, async (tx) => {
      const status = { ...(await statusOf(tx.sql, lotId)), insertBy: insertBy.toISOString() };
      if (ended !== undefined && status.suspect > 0) {
        const set = { needs_operator: true, operator_reason: 'print_broken_off' };
        const [called] = await tx.sql(`select from pli.lots where id = $1 and operator_reason = $2`, [
          lotId,
          set.operator_reason,
        ]);
        if (called === undefined) await tx.change('lot', 'lot.operator_called', [{ id: lotId, set }]);
      }
      if (status.done) await countSheets(tx, lotId, status, ended, insertBy);
      return status;
    });
  },
});

/** Printing is over: the lot goes on with what lies in the stack, or waits to be closed when nothing does. */
async function countSheets(
  tx: LedgerTransaction,
  lotId: string,
  { printed }: PrintStatus,
  ended: Fact<PrintEnded> | undefined,
  insertBy: Date,
): Promise<void> {
  if ((await lotRow(tx.sql, lotId)).sheets_printed !== null) return;
  const sheets_printed = ended?.data.sheets ?? (await sheetsOnPaper(tx.sql, lotId));
  const set = { sheets_printed, needs_operator: false, operator_reason: null };
  if (printed > 0)
    await tx.change('lot', 'lot.printed', [{ id: lotId, set: { ...set, state: 'printed', deadline_at: insertBy } }], {
      otherwise: 'skip',
    });
  else await tx.change('lot', 'lot.nothing_printed', [{ id: lotId, set }]);
}

interface Reading {
  ended: Fact<PrintEnded> | undefined;
  marked: { franked: boolean; coupon: boolean };
  insertBy: Date;
  suspectBy: Date;
}

async function reading(sql: Sql, siteId: string, lotId: string, now: Date): Promise<Reading> {
  const { key } = await lotRow(sql, lotId);
  const { deadlines } = await siteProfileAt(sql, siteId, now);
  const [ended] = (await factsAbout<PrintEnded>(sql, lotId, PRINT_ENDED)).filter((fact) =>
    printJobHasEnded(fact.data.state),
  );
  return {
    ended,
    marked: { franked: key.franking === 'printed', coupon: key.product.startsWith('registered') },
    insertBy: new Date(now.getTime() + deadlines.insertSeconds * 1000),
    suspectBy: new Date(now.getTime() + deadlines.suspectSeconds * 1000),
  };
}

async function statusOf(sql: Sql, lotId: string): Promise<Omit<PrintStatus, 'insertBy'>> {
  const counts = await sql<{ state: string; n: number }>(
    `select state, count(*)::int as n from pli.pieces where lot_id = $1 group by state`,
    [lotId],
  );
  const of = (state: string) => counts.find((c) => c.state === state)?.n ?? 0;
  return { done: of('planned') + of('suspect') === 0, printed: of('printed'), suspect: of('suspect') };
}

/** Without the printer's own count: the sheets of the copies that people found on paper, with the lot's banners. */
async function sheetsOnPaper(sql: Sql, lotId: string): Promise<number> {
  const [row] = await sql<{ sheets: number }>(
    `select (sum(p.sheets) filter (where p.state in ('printed', 'spoiled')) + coalesce(max(l.sheets_banner), 0))::int as sheets
     from pli.pieces p join pli.lots l on l.id = p.lot_id where p.lot_id = $1`,
    [lotId],
  );
  return row?.sheets ?? 0;
}
