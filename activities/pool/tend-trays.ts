import { sealTray } from '#database/production/seal-tray';
import type { LedgerTransaction } from '#database/ledger';
import type { Sql } from '#database/scope';
import { siteProfileAt } from '#database/site-profile';
import { MailError } from '#domain/mail-error';
import type { Records } from '../records.ts';

interface OrphanTray {
  id: string;
  late: boolean;
  /** Nothing in it is open, and what its seal was broken for has happened. */
  ready: boolean;
}

/** Trays and pieces tended by one look; the rest waits for the next. */
const AT_ONCE = 50;

/**
 * Looks after what no lot's process looks after any more: trays whose seal was broken and trays that a person opened are sealed (where the
 * site seals automatically) once what was wrong is out of them, or at their deadline; what then still waits for a person, and copies of
 * closed lots that do, get a new deadline and a supervisor is called.
 * @returns how many trays were sealed
 */
export async function tendTrays(records: Records, siteId: string): Promise<number> {
  const { trays, pieces, automatic } = await records.read(siteId, async (sql) => ({
    trays: await orphanTrays(sql, records.clock()),
    pieces: await latePieces(sql, records.clock()),
    automatic: (await siteProfileAt(sql, siteId, records.clock())).traySealing === 'automatic',
  }));
  let sealed = 0;
  for (const { id, ready, late } of trays) {
    if (automatic && (ready || late) && (await sealWhole(records, siteId, id))) sealed += 1;
    else if (late) await records.write(siteId, (tx) => callForTray(tx, siteId, id));
  }
  if (pieces.length > 0) await records.write(siteId, (tx) => callForPieces(tx, siteId, pieces));
  return sealed;
}

/** Whether there is such a tray or copy at all; asked each few seconds. */
export async function isAnythingToTend(sql: Sql): Promise<boolean> {
  const [found] = await sql(
    `select 1 where exists (select from pli.trays where state = 'open' and (seal_broken_at is not null or lot_id is null))
                 or exists (select from pli.pieces p join pli.lots l on l.id = p.lot_id
                            where p.state in ('suspect', 'diverted') and l.state = 'closed')`,
  );
  return found !== undefined;
}

async function orphanTrays(sql: Sql, now: Date): Promise<OrphanTray[]> {
  return sql<OrphanTray>(
    `select t.id, coalesce(t.deadline_at <= $1, true) as late,
       exists (select from pli.pieces p where p.tray_id = t.id and p.state in ('spoiled', 'voided') and p.state_since >= t.seal_broken_at) as ready
     from pli.trays t where t.state = 'open' and (t.seal_broken_at is not null or t.lot_id is null) order by t.id limit ${AT_ONCE}`,
    [now],
  );
}

/** Copies that wait for a person past their deadline, of lots whose process has ended. */
async function latePieces(sql: Sql, now: Date): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select p.id from pli.pieces p join pli.lots l on l.id = p.lot_id
     where p.state in ('suspect', 'diverted') and l.state = 'closed' and p.deadline_at <= $1 order by p.id limit ${AT_ONCE}`,
    [now],
  );
  return rows.map(({ id }) => id);
}

/** @returns false when a piece in it is still to come, or lacks a mark: then a person must see to it */
async function sealWhole(records: Records, siteId: string, trayId: string): Promise<boolean> {
  try {
    while (!(await records.write(siteId, (tx) => sealTray(tx, trayId))).sealed);
    return true;
  } catch (error) {
    if (error instanceof MailError && ['tray_not_complete', 'tray_holds_unmarked'].includes(error.code)) return false;
    throw error;
  }
}

async function callForTray(tx: LedgerTransaction, siteId: string, trayId: string): Promise<void> {
  const { deadlines } = await siteProfileAt(tx.sql, siteId, tx.at);
  const deadline_at = new Date(tx.at.getTime() + deadlines.divertedSeconds * 1000);
  await tx.change('tray', 'tray.operator_called', [{ id: trayId, set: { deadline_at } }], {
    from: ['open'],
    otherwise: 'skip',
  });
}

async function callForPieces(tx: LedgerTransaction, siteId: string, pieces: readonly string[]): Promise<void> {
  const { deadlines } = await siteProfileAt(tx.sql, siteId, tx.at);
  const deadline_at = new Date(tx.at.getTime() + deadlines.divertedSeconds * 1000);
  await tx.change(
    'piece',
    'piece.supervisor_called',
    pieces.map((id) => ({ id, set: { deadline_at } })),
    { from: ['suspect', 'diverted'], otherwise: 'skip' },
  );
}
